"""The day of issue lies in or after the school year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    if transcript.issued_on < date(transcript.school_year.start, 8, 1):
        yield Problem("lint.issued_too_early", "issued_on", transcript.issued_on.isoformat())


CHECK = Check("school_year_dates", "Decree 30/2020/NĐ-CP, article 8: the date of a document is the day of issue", _find)
