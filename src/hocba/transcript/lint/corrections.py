"""Each correction says what, who and why, and belongs to a subject of the record."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    codes = {subject.code for subject in transcript.subjects}
    for position, correction in enumerate(transcript.corrections):
        path = f"corrections.{position}"
        if correction.subject and correction.subject not in codes:
            yield Problem("lint.correction_subject", f"{path}.subject", correction.subject)
        if not (correction.corrected_by and correction.corrected_at and correction.reason):
            yield Problem("lint.correction_incomplete", path)
        if correction.old == correction.new:
            yield Problem("lint.correction_empty", path)


CHECK = Check("corrections", "Circular 22/2021/TT-BGDĐT, annex: instructions 2, how corrections are made", _find)
