"""Remarks fit what the national exchange carries."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check, warning
from hocba.transcript.model import Transcript

LIMIT = 255
"""Characters of ``nhanxet``."""


def _find(transcript: Transcript) -> Iterator[Problem]:
    remarks = {f"subjects.{subject.code}.remark": subject.remark for subject in transcript.subjects}
    remarks["summary.remark"] = transcript.summary.remark
    for path, remark in remarks.items():
        if len(remark) > LIMIT:
            yield warning("lint.remark_too_long", path, length=str(len(remark)), limit=str(LIMIT))


CHECK = Check("remark_length", "National education data exchange: nhanxet varchar(255)", _find)
