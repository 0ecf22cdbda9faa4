"""Everybody who has to sign is named and can be recognised by the certificate."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Signatory, Transcript

_DIGEST_BYTES = 32


def _find(transcript: Transcript) -> Iterator[Problem]:
    people = {f"subjects.{subject.code}.teacher": subject.teacher for subject in transcript.subjects}
    people |= {"homeroom": transcript.homeroom, "principal": transcript.principal}
    for path, signatory in people.items():
        yield from _person(signatory, path)
    if not _is_digest(transcript.school.identity):
        yield Problem("lint.signatory_identity", "school.identity")


def _person(signatory: Signatory, path: str) -> Iterator[Problem]:
    if not signatory.name.strip() or not signatory.code.strip():
        yield Problem("lint.signatory_missing", path)
    elif not _is_digest(signatory.identity):
        yield Problem("lint.signatory_identity", f"{path}.identity", signatory.name)


def _is_digest(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == _DIGEST_BYTES
    except (binascii.Error, ValueError):
        return False


CHECK = Check("signatories", "Circular 22/2021/TT-BGDĐT, articles 18 to 20: who enters and confirms", _find)
