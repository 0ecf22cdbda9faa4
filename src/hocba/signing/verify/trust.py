"""May the signer of a reading be believed?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hocba.kernel.problems import Problem
from hocba.signing.certificates import may_sign_documents
from hocba.signing.trust.store import TrustStore
from hocba.signing.verify.reading import SignatureReading

CLOCK_TOLERANCE = timedelta(minutes=5)
"""Clocks of signers and of the time-stamp authority may differ by this much."""


@dataclass(frozen=True, slots=True)
class TrustVerdict:
    """``chain``: common names, signer first. ``problems``: why not to believe; ``notes``: what could not be checked."""

    chain: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def judge_trust(
    reading: SignatureReading, store: TrustStore, *, at: datetime, proven: datetime | None = None
) -> TrustVerdict:
    """``at``: when the question is asked. ``proven``: a time-stamp that covers this signature from outside, if any.

    Codes besides those of ``TrustStore.judge``: ``certificate.usage``, ``time.future``, ``time.contradicts_stamp``,
    ``timestamp.untrusted``.
    """
    stamped = reading.stamp.time if reading.stamp else None
    existed = min((time for time in (stamped, proven) if time is not None), default=at)
    verdict = store.judge(reading.certificates, claimed=reading.claimed, proven=existed)
    problems = [*verdict.problems, *_usage(reading), *_time(reading, existed, at)]
    problems += _stamp(reading, store)
    located = tuple(Problem(each.code, reading.slot, each.value, each.params) for each in problems)
    return TrustVerdict(verdict.names, located, verdict.notes)


def _usage(reading: SignatureReading) -> list[Problem]:
    return [] if may_sign_documents(reading.certificates[0]) else [Problem("certificate.usage")]


def _time(reading: SignatureReading, existed: datetime, at: datetime) -> list[Problem]:
    if max(reading.claimed, reading.stamp.time if reading.stamp else reading.claimed) > at + CLOCK_TOLERANCE:
        return [Problem("time.future", value=reading.claimed.isoformat())]
    if reading.claimed > existed + CLOCK_TOLERANCE:
        return [Problem("time.contradicts_stamp", value=reading.claimed.isoformat())]
    return []


def _stamp(reading: SignatureReading, store: TrustStore) -> list[Problem]:
    """The authority's certificate must lead to an anchor too, and must have been in force when it stamped."""
    if reading.stamp is None:
        return []
    chain = (*reading.stamp.certificates, *reading.certificates[1:])
    verdict = store.judge(chain, claimed=reading.stamp.time, proven=reading.stamp.time, stamping=True)
    return [
        each if each.code == "issuer.unknown" else Problem("timestamp.untrusted", value=each.code)
        for each in verdict.problems
    ]
