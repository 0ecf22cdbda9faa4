"""The study history ends with this very year."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check, warning
from hocba.transcript.model import Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    years = [row.school_year for row in transcript.history]
    if not years:
        yield warning("lint.history_missing", "history")
    elif years != sorted(set(years)):
        yield Problem("lint.history_order", "history")
    elif years[-1] != transcript.school_year:
        yield warning("lint.history_year", "history", str(transcript.school_year))


CHECK = Check("history", "Circular 22/2021/TT-BGDĐT, annex: transcript form, «Quá trình học tập»", _find)
