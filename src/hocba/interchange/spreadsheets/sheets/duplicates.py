"""The same pupil twice in a sheet: by identifier, or the whole row again."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.layout import Line
from hocba.interchange.spreadsheets.sheets.reading import PupilRow
from hocba.kernel.names import fold
from hocba.kernel.problems import Problem

_Key = Callable[[PupilRow], Hashable]


def find_duplicates(rows: list[PupilRow], lines: list[Line], findings: Findings) -> None:
    """Problems at the later row, with the earlier one in ``first_row``. Two pupils may share a name."""
    column = {line.row: _columns(line) for line in lines}
    for row, first in _again(rows, lambda row: row.code):
        findings.add(Problem("id.duplicate", "", row.code, _at(first)), row.row, column[row.row][0])
    for row, first in _again(rows, lambda row: row.personal_id):
        findings.add(Problem("id.duplicate", "", row.personal_id, _at(first)), row.row, column[row.row][1])
    for row, first in _again(rows, _whole):
        findings.add(Problem("row.duplicate", "", row.name, _at(first)), row.row, column[row.row][2])


def _again(rows: list[PupilRow], key: _Key) -> list[tuple[PupilRow, PupilRow]]:
    first: dict[Hashable, PupilRow] = {}
    return [
        (row, first[key(row)]) for row in rows if key(row) is not None and first.setdefault(key(row), row) is not row
    ]


def _whole(row: PupilRow) -> Hashable:
    """Without identifiers, name and birth date together are one pupil; else all that the row says."""
    who = (fold(row.name or ""), row.birth_date, row.school_class)
    if not row.code and not row.personal_id and row.birth_date and row.name:
        return who
    return (*who, row.code, row.personal_id, str(row.entry.as_json()))


def _at(first: PupilRow) -> dict[str, str]:
    return {"first_row": str(first.row)}


def _columns(line: Line) -> tuple[int | None, int | None, int | None]:
    code, personal = line.first(Meaning.CODE)[0], line.first(Meaning.PERSONAL_ID)[0]
    return code, personal or code, line.first(Meaning.NAME, Meaning.SURNAME)[0]
