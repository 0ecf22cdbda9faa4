"""The year's two levels are there whenever something was decided."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.codes import Decision, Level
from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import LevelPair, Transcript

_GOOD = LevelPair(Level.GOOD, Level.GOOD)


def _find(transcript: Transcript) -> Iterator[Problem]:
    summary = transcript.summary
    if summary.decision is not Decision.UNDETERMINED:
        for name in ("conduct", "learning"):
            if getattr(summary.year, name) is None:
                yield Problem("lint.level_missing", f"summary.year.{name}")
    if summary.honour is not None and summary.year != _GOOD:
        yield Problem("lint.honour_without_levels", "summary.honour", summary.honour)


CHECK = Check("levels", "Circular 22/2021/TT-BGDĐT, articles 8, 9 and 15", _find)
