"""The answer to «is this transcript genuine?», with its reasons; ``as_json`` is the contract of ``hocba verify``."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from hocba.kernel.problems import Problem
from hocba.transcript.model import Transcript


class Word(enum.StrEnum):
    """From worst to best."""

    UNREADABLE = "unreadable"
    ALTERED = "altered"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    UNKNOWN_ISSUER = "valid-unknown-issuer"
    LEGACY = "valid-legacy"
    VALID = "valid"


NOTES: Final = frozenset({"issuer.demonstration", "revocation.unknown", "revocation.stale", "timestamp.missing"})
"""Codes that inform and take nothing from the verdict."""

_UNREADABLE = frozenset(
    {
        "attachment.missing",
        "document.unknown",
        "file.not_opened",
        "pdf.structure",
        "pdf.too_large",
        "verify.failed",
        "xml.malformed",
        "xml.not_transcript",
        "xml.not_well_formed",
        "xml.too_large",
    }
)
_NOT_IN_FORCE = frozenset(
    {
        "certificate.expired",
        "certificate.not_yet_valid",
        "certificate.revoked",
        "certificate.usage",
        "time.contradicts_stamp",
        "time.future",
        "time.order",
        "timestamp.untrusted",
    }
)
_NOT_VOUCHED_FOR = frozenset({"issuer.unknown", "issuer.other_name"})


def word_for(problems: Iterable[Problem]) -> Word:
    """The worst that the problems mean. A code that nobody foresaw means altered."""
    return min((_meaning(problem.code) for problem in problems), key=list(Word).index, default=Word.VALID)


def _meaning(code: str) -> Word:
    if code in NOTES:
        return Word.VALID
    if code in _UNREADABLE:
        return Word.UNREADABLE
    if code in _NOT_IN_FORCE:
        return Word.REVOKED
    return Word.UNKNOWN_ISSUER if code in _NOT_VOUCHED_FOR else Word.ALTERED


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature as the verdict tells it. ``part``: ``xml`` or ``pdf``. ``time`` is aware."""

    slot: str
    part: str
    signer: str
    certificate_sha256: str
    time: datetime
    time_source: str
    level: str
    algorithm: str
    chain: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return word_for(self.problems) is Word.VALID

    def as_json(self) -> dict[str, object]:
        return {
            "slot": self.slot,
            "part": self.part,
            "signer": self.signer,
            "certificate_sha256": self.certificate_sha256,
            "time": self.time.isoformat(),
            "time_source": self.time_source,
            "level": self.level,
            "algorithm": self.algorithm,
            "ok": self.ok,
            "reasons": [problem.code for problem in self.problems],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """``transcript``: read from the covered bytes; None unless the file is intact. ``problems`` include the notes."""

    file: str
    word: Word
    problems: tuple[Problem, ...]
    signatures: tuple[SignatureLine, ...] = ()
    transcript: Transcript | None = None
    state: str | None = None
    """Status from a register (``current``, ``superseded``, ``recalled``), where one was asked; None offline."""

    @property
    def intact(self) -> bool:
        return self.transcript is not None

    @property
    def chain(self) -> tuple[str, ...]:
        return self.signatures[-1].chain if self.signatures else ()

    def with_state(self, state: str) -> Verdict:
        """The verdict after a register was asked."""
        word = {"superseded": Word.SUPERSEDED, "recalled": Word.REVOKED}.get(state, Word.VALID)
        return replace(self, state=state, word=min(self.word, word, key=list(Word).index))

    def as_json(self) -> dict[str, object]:
        issuer_ok = self.intact and self.word in {Word.VALID, Word.LEGACY, Word.SUPERSEDED}
        return {
            "file": self.file,
            "verdict": self.word.value,
            "integrity": {"ok": self.intact, "covers": "whole document" if self.intact else None},
            "issuer": {
                "ok": issuer_ok,
                "school": self.transcript.school.name if self.transcript else None,
                "chain": list(self.chain),
            },
            "status": {"known": self.state is not None, "state": self.state},
            "signatures": [line.as_json() for line in self.signatures],
            "transcript": _shown(self.transcript),
            "reasons": [problem.code for problem in self.problems],
        }


def _shown(transcript: Transcript | None) -> dict[str, object] | None:
    if transcript is None:
        return None
    level = transcript.summary.after_summer.learning or transcript.summary.year.learning
    return {
        "id": transcript.id,
        "version": transcript.version,
        "student": transcript.student.name,
        "school_year": str(transcript.school_year),
        "grade": transcript.grade,
        "class": transcript.class_name,
        "level": level.value if level else None,
        "demonstration": transcript.demonstration,
    }
