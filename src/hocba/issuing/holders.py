"""Is this certificate the one that the record calls for? Asked before signing and again when verifying."""

from __future__ import annotations

from hocba.issuing.slots import ORGANISATION_MARK, PERSON_MARK, SEAL, holder_of
from hocba.kernel.problems import Problem
from hocba.signing.certificates import identity, is_demonstration
from hocba.transcript.model import Transcript, identity_digest


def holder_problems(transcript: Transcript, slot: str, der: bytes) -> list[Problem]:
    """``signer.kind`` (a person where the organisation seals, or the reverse), ``signer.wrong`` (somebody else),
    ``issuer.demonstration_mismatch`` (a demonstration certificate on a real record, or the reverse).
    """
    found = identity(der)
    problems = []
    if not found.startswith(ORGANISATION_MARK if slot == SEAL else PERSON_MARK):
        problems.append(Problem("signer.kind", slot))
    elif identity_digest(transcript.salt, found) != holder_of(transcript, slot).digest:
        problems.append(Problem("signer.wrong", slot))
    if is_demonstration(der) is not transcript.demonstration:
        problems.append(Problem("issuer.demonstration_mismatch", slot))
    return problems
