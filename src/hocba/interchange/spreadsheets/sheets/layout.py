"""A sheet from top to bottom: titles, headers (one, or one per class), pupils' lines, footers."""

from __future__ import annotations

from dataclasses import dataclass, field

from hocba.interchange.spreadsheets.grid import CellValue, Grid, Row, as_text
from hocba.interchange.spreadsheets.headers.columns import Column
from hocba.interchange.spreadsheets.headers.finder import Header, header_at
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.headers.titles import class_in
from hocba.interchange.spreadsheets.sheets.footers import ends_list, is_total
from hocba.interchange.spreadsheets.values.people import is_name, join_name

_CLAIMS = {Meaning.ORDER, Meaning.CLASS, Meaning.AVERAGE, Meaning.YEAR_AVERAGE}
_NAME_LENGTH = 80
_CLASS_ROW_CELLS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One pupil's row under its header; ``school_class`` from the class row above, if there is one."""

    row: int
    cells: Row
    header: Header
    school_class: str | None

    @property
    def name(self) -> str:
        numbers = self.header.numbers(Meaning.NAME, Meaning.SURNAME, Meaning.GIVEN)
        return join_name([self.cells[number] for number in numbers if number in self.cells])

    def first(self, *meanings: Meaning) -> tuple[int | None, CellValue | None]:
        """Column and value of the first filled column with one of the meanings."""
        for number in self.header.numbers(*meanings):
            if number in self.cells:
                return number, self.cells[number]
        return None, None

    def value(self, column: Column | None) -> CellValue | None:
        return self.cells.get(column.number) if column else None


@dataclass(slots=True)
class Layout:
    titles: list[str] = field(default_factory=list)
    header: Header | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.header.columns if self.header else ()


def lay_out(grid: Grid) -> Layout:
    layout, header, school_class, passed = Layout(), None, None, 0
    for row, cells in grid.rows.items():
        if row <= passed:
            continue
        if found := header_at(grid, row):
            header, passed = found, found.last_row
            layout.header = layout.header or found
            continue
        texts = [value for value in cells.values() if isinstance(value, str)]
        line = Line(row, cells, header, school_class) if header else None
        if line and _is_numbered(line):
            layout.lines.append(line)
        elif (titled := _class_row(texts, cells)) and not (line and _is_known(line)):
            school_class = titled
            layout.titles += texts
        elif layout.header is None:
            layout.titles += texts
        elif ends_list(texts):
            header = None
        elif line and not is_total(texts) and _is_pupil(line):
            layout.lines.append(line)
    return layout


def _class_row(texts: list[str], cells: Row) -> str | None:
    """``Lớp: 8A2`` on a row of its own."""
    if len(cells) > _CLASS_ROW_CELLS:
        return None
    return next((found for found in (class_in(text, titled=True) for text in texts) if found), None)


def _is_numbered(line: Line) -> bool:
    """A number in the first column and a name: a pupil, whatever else the row says."""
    order = as_text(line.first(Meaning.ORDER)[1]).strip().rstrip(".")
    return order.isdigit() and bool(line.name) and not line.name.isdigit()


def _is_known(line: Line) -> bool:
    """A name with something that tells the pupil from others."""
    return bool(line.name) and line.first(Meaning.CODE, Meaning.PERSONAL_ID, Meaning.BIRTH)[1] is not None


def _is_pupil(line: Line) -> bool:
    if line.name:
        return (_is_known(line) or is_name(line.name)) and len(line.name) <= _NAME_LENGTH and not line.name.isdigit()
    if line.first(Meaning.CODE, Meaning.PERSONAL_ID)[1] is not None:
        return True
    # a numbered line of an empty form is no pupil; one with marks is a pupil without a name
    filled = [c for c in line.header.columns if c.meaning not in _CLAIMS and c.number in line.cells]
    return as_text(line.first(Meaning.ORDER)[1]).strip().isdigit() and bool(filled)
