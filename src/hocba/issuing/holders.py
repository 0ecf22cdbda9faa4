"""Is this certificate the one that the record calls for? Asked before signing and again when verifying."""

from __future__ import annotations

import re

from hocba.issuing.slots import ORGANISATION_MARK, PERSON_MARK, SEAL, holder_of
from hocba.kernel.names import fold
from hocba.kernel.problems import Problem
from hocba.signing.certificates import common_name, identity, is_demonstration
from hocba.transcript.model import Transcript, identity_digest

_ABBREVIATIONS = {"th": "tieu hoc", "thcs": "trung hoc co so", "thpt": "trung hoc pho thong", "truong": "", "va": ""}


def holder_problems(transcript: Transcript, slot: str, der: bytes) -> list[Problem]:
    """``signer.kind`` (a person where the organisation seals, or the reverse), ``signer.wrong`` (somebody else),
    ``issuer.other_name`` (the seal is not that of the school which the record names),
    ``issuer.demonstration_mismatch`` (a demonstration certificate on a real record, or the reverse).
    """
    found = identity(der)
    problems = []
    if not found.startswith(ORGANISATION_MARK if slot == SEAL else PERSON_MARK):
        problems.append(Problem("signer.kind", slot))
    elif identity_digest(transcript.salt, found) != holder_of(transcript, slot).digest:
        problems.append(Problem("signer.wrong", slot))
    elif slot == SEAL and not same_organisation(common_name(der), transcript.school.name):
        # the record itself says which identity seals it: without the name any firm with a certificate were any school
        params = {"school": transcript.school.name}
        problems.append(Problem("issuer.other_name", slot, common_name(der), params))
    if is_demonstration(der) is not transcript.demonstration:
        problems.append(Problem("issuer.demonstration_mismatch", slot))
    return problems


def same_organisation(one: str, other: str) -> bool:
    """``TRUONG THCS BANG LA`` is «Trung học cơ sở Bàng La»: certificates write in capitals, short, without accents."""
    return _words(one) == _words(other) != []


def _words(name: str) -> list[str]:
    return " ".join(_ABBREVIATIONS.get(word, word) for word in re.findall(r"\w+", fold(name))).split()
