"""One row for all subjects: results, conduct, level, title, absences; of a term or of the year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hocba.interchange.spreadsheets.grid import CellValue
from hocba.interchange.spreadsheets.headers.columns import Column
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.headers.subjects import for_grade
from hocba.interchange.spreadsheets.sheets import primary
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.layout import Line
from hocba.interchange.spreadsheets.sheets.reading import SummaryEntry
from hocba.interchange.spreadsheets.values import levels
from hocba.interchange.spreadsheets.values.marks import is_comment_result, read_average, read_comment_result

_RESULTS = {None, Meaning.AVERAGE, Meaning.YEAR_AVERAGE, Meaning.RESULT, Meaning.LEVEL}


def is_primary(columns: tuple[Column, ...], grade: int | None) -> bool:
    if grade is not None:
        return grade <= 5
    return any(c.trait or (c.subject and c.meaning in {Meaning.LEVEL, Meaning.TEST}) for c in columns)


def read_entry(
    line: Line, *, term: int | None, grade: int | None, in_primary: bool, findings: Findings
) -> SummaryEntry:
    columns = line.header.columns
    one = partial(_read, line, findings=findings)
    level_scale = levels.PRIMARY_YEAR if in_primary else levels.SECONDARY
    results = _by_subject([c for c in columns if c.subject and c.meaning in _RESULTS and not c.trait], term, grade)
    tests = _by_subject([c for c in columns if c.subject and c.meaning is Meaning.TEST], term, grade)
    traits = primary.read_traits(line, findings)
    return SummaryEntry(
        {code: one(column, primary.read_result if in_primary else read_result) for code, column in results.items()},
        one(_best(_meaning(columns, Meaning.CONDUCT), term), partial(levels.read_level, scale=levels.SECONDARY)),
        one(
            _best(_meaning(columns, Meaning.LEARNING, Meaning.YEAR_RESULT), term),
            partial(levels.read_level, scale=level_scale),
        ),
        one(_best(_meaning(columns, Meaning.HONOUR), term), levels.read_honour),
        _absences(line, findings),
        {code: one(column, primary.read_test) for code, column in tests.items()},
        traits.qualities,
        traits.competencies,
    )


def read_result(value: CellValue) -> str:
    """A mark or Đạt, Chưa đạt, exempt."""
    return read_comment_result(value) if is_comment_result(value) else read_average(value)


def _meaning(columns: tuple[Column, ...], *meanings: Meaning) -> list[Column]:
    return [c for c in columns if c.meaning in meanings and not c.subject and not c.trait]


def _by_subject(columns: list[Column], term: int | None, grade: int | None) -> dict[str, Column]:
    grouped: dict[str, list[Column]] = {}
    for column in columns:
        grouped.setdefault(for_grade(column.subject or "", grade), []).append(column)
    chosen = {code: _best(found, term) for code, found in grouped.items()}
    return {code: column for code, column in chosen.items() if column}


def _best(columns: list[Column], term: int | None) -> Column | None:
    """Of several periods the sheet's own: its term, or the year where it names none."""
    wanted = (term, None, 0) if term else (0, None, 2, 1)
    return next((column for period in wanted for column in columns if column.period == period), None)


def _read(line: Line, column: Column | None, reader: Callable[[CellValue], str], *, findings: Findings) -> str | None:
    return findings.read(reader, line.value(column), row=line.row, column=column.number) if column else None


def _absences(line: Line, findings: Findings) -> int | None:
    """The total, or excused and unexcused together."""
    total = _counts(line, findings, Meaning.ABSENCES)
    parts = total or _counts(line, findings, Meaning.EXCUSED, Meaning.UNEXCUSED)
    return sum(parts) if parts else None


def _counts(line: Line, findings: Findings, *meanings: Meaning) -> list[int]:
    found = [
        findings.read(levels.read_count, line.cells.get(number), row=line.row, column=number)
        for number in line.header.numbers(*meanings)
    ]
    return [count for count in found if count is not None]
