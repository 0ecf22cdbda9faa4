"""The whole way at once, where all keys are at hand: record → signed XML → sealed PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from hocba.issuing.draft import Draft, new_draft
from hocba.issuing.seal import finish_seal, prepare_seal, render
from hocba.issuing.sign import finish_slots, prepare_slots
from hocba.issuing.slots import SEAL, stages_of
from hocba.signing.certificates import SigningCertificate
from hocba.signing.ports import Timestamper
from hocba.transcript.model import Transcript

SignDigest = Callable[[bytes], bytes]
"""SHA-256 digest (32 bytes) → signature value."""


@dataclass(frozen=True, slots=True)
class Signer:
    certificate: SigningCertificate
    sign: SignDigest


Signers = Mapping[str, Signer]
"""Slot name → who signs it."""


@dataclass(frozen=True, slots=True)
class Issued:
    xml: bytes
    pdf: bytes


def sign_all(draft: Draft, signers: Signers, *, at: datetime, timestamper: Timestamper | None = None) -> Draft:
    """Fill every slot, layer by layer; the seal is time-stamped. Raises ProblemError as ``prepare_slots`` does."""
    for stage in stages_of(draft.transcript):
        prepared = prepare_slots(draft, {slot: signers[slot].certificate for slot in stage}, at=at)
        values = [signers[slot].sign(item.digest) for slot, item in zip(stage, prepared, strict=True)]
        stamper = timestamper if stage == (SEAL,) else None
        # the keys are here and nobody is waiting in between; ``render`` verifies the whole before it is sealed
        draft = finish_slots(draft, prepared, values, timestamper=stamper, check_values=False)
    return draft


def issue(
    transcript: Transcript,
    signers: Signers,
    *,
    at: datetime,
    verify_url: str,
    timestamper: Timestamper | None = None,
) -> Issued:
    """Raises ProblemError as the phases do."""
    draft = sign_all(new_draft(transcript), signers, at=at, timestamper=timestamper)
    seal = signers[SEAL]
    prepared = prepare_seal(draft, render(draft, verify_url=verify_url), seal.certificate, at=at)
    return Issued(draft.xml, finish_seal(prepared, seal.sign(prepared.digest), timestamper=timestamper))
