"""A workbook in parts: each is of one sheet, one class, one subject and term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hocba.interchange.spreadsheets.api import SheetProblem, SheetReading


@dataclass(frozen=True, slots=True)
class Part:
    number: int
    reading: SheetReading


def parts_of(readings: Sequence[SheetReading]) -> list[Part]:
    """In the order of the file; a sheet whose rows are of several classes gives one part for each."""
    split = [each for reading in readings for each in _by_class(reading)]
    return [Part(number, reading) for number, reading in enumerate(split)]


def _by_class(reading: SheetReading) -> list[SheetReading]:
    names = list(dict.fromkeys(row.school_class for row in reading.rows))
    if len(names) < 2:
        return [reading]
    return [_only(reading, name, first=name == names[0]) for name in names]


def _only(reading: SheetReading, name: str | None, *, first: bool) -> SheetReading:
    rows = tuple(row for row in reading.rows if row.school_class == name)
    numbers = {row.row for row in rows}

    def own(problem: SheetProblem) -> bool:
        return first if problem.row is None else problem.row in numbers

    problems = tuple(filter(own, reading.problems))
    return replace(reading, school_class=name, rows=rows, problems=problems)
