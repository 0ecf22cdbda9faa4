"""A birth date that is a date, and an age that fits the grade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check, warning
from hocba.transcript.model import Transcript

# grade 1 at six; three years older is allowed by the charter, younger by one with permission, more is worth a look
_AGE_ABOVE_GRADE = 5
_YOUNGER, _OLDER = 1, 4


def _find(transcript: Transcript) -> Iterator[Problem]:
    text = transcript.student.birth_date
    if not text:
        return
    year = _year(text)
    if year is None:
        yield Problem("lint.birth_date", "student.birth_date", text)
        return
    usual = transcript.school_year.start - transcript.grade - _AGE_ABOVE_GRADE
    if not usual - _OLDER <= year <= usual + _YOUNGER:
        yield warning("lint.unusual_age", "student.birth_date", text, grade=str(transcript.grade), usual=str(usual))


def _year(text: str) -> int | None:
    """The year of an ISO date of any of the three precisions, or None where it is no date."""
    try:
        return date.fromisoformat(text + "0000-01-01"[len(text) :]).year
    except ValueError:
        return None


CHECK = Check(
    "birth_date", "Circular 15/2026/TT-BGDĐT (school charter): age of pupils; exchange: three date precisions", _find
)
