"""An ``.xlsx`` gradebook for one class and subject, which reads back exactly."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hocba.interchange.spreadsheets.sheets.reading import GradebookEntry
from hocba.kernel.codes import EXEMPT, CommentResult
from hocba.kernel.marks import parse_mark
from hocba.kernel.subjects import SubjectCode, subject_name

_HEADER_ROW = 6
_FIXED = 4
"""STT, code, name, birth date."""
_LINE = Side(style="thin", color="999999")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_HEADER_FILL = PatternFill("solid", fgColor="F3EEE7")
_WORDS = {EXEMPT, *CommentResult}
_NO_MARKS = GradebookEntry()
_UNLOCKED = Protection(locked=False)


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line of the template; ``birth_date`` is ISO and may be partial. ``entry``: marks already known."""

    name: str
    code: str = ""
    birth_date: str = ""
    entry: GradebookEntry = _NO_MARKS


def write_template(
    *,
    school: str,
    school_class: str,
    subject: SubjectCode | str,
    term: int,
    school_year: str,
    pupils: Sequence[Pupil],
    regular: int,
) -> bytes:
    """The workbook. ``regular``: number of ĐĐGtx columns. Header and pupils are locked, marks and comments are open.

    Text cells hold text (codes keep their zeros, nothing is a formula); marks are numbers with at most one decimal.
    """
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = subject_name(subject)[:31]
    _titles(sheet, school, f"BẢNG ĐIỂM MÔN {subject_name(subject).upper()}", f"Lớp {school_class}", term, school_year)
    captions = ["STT", "Mã học sinh", "Họ và tên", "Ngày sinh", *(f"ĐĐGtx{n}" for n in range(1, regular + 1))]
    captions += ["ĐĐGgk", "ĐĐGck", "Nhận xét"]
    for column, caption in enumerate(captions, start=1):
        _header_cell(sheet, column, caption)
    for order, pupil in enumerate(pupils, start=1):
        _line(sheet, order, pupil, regular)
    _finish(sheet, len(captions))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _titles(sheet: Worksheet, school: str, title: str, school_class: str, term: int, school_year: str) -> None:
    lines = [school, title, school_class, f"Học kì {'I' * term} - Năm học {school_year}"]
    for row, text in enumerate(lines, start=1):
        _text(sheet, row, 1, text)
        sheet.cell(row, 1).font = Font(bold=row == 2, size=14 if row == 2 else 11)


def _header_cell(sheet: Worksheet, column: int, caption: str) -> None:
    cell = _text(sheet, _HEADER_ROW, column, caption)
    cell.font, cell.fill, cell.border = Font(bold=True), _HEADER_FILL, _BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _line(sheet: Worksheet, order: int, pupil: Pupil, regular: int) -> None:
    row = _HEADER_ROW + order
    sheet.cell(row, 1, order)
    for column, text in enumerate((pupil.code, pupil.name, pupil.birth_date), start=2):
        _text(sheet, row, column, text)
    marks = [
        *pupil.entry.regular,
        *[None] * (regular - len(pupil.entry.regular)),
        pupil.entry.midterm,
        pupil.entry.final,
    ]
    for column, mark in enumerate(marks, start=_FIXED + 1):
        _mark(sheet, row, column, mark)
    comment = _text(sheet, row, _FIXED + len(marks) + 1, pupil.entry.comment or "")
    comment.protection = _UNLOCKED
    comment.alignment = Alignment(wrap_text=True, vertical="top")


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text cell even where the text looks like a formula or a number."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"
    cell.number_format = "@"
    return cell


def _mark(sheet: Worksheet, row: int, column: int, mark: str | None) -> None:
    cell = _text(sheet, row, column, mark if mark and mark in _WORDS else "")
    if mark is not None and mark not in _WORDS:
        cell.value = parse_mark(mark) / 10
    cell.number_format = "0.0"
    cell.border, cell.protection = _BORDER, _UNLOCKED
    cell.alignment = Alignment(horizontal="right")


def _finish(sheet: Worksheet, columns: int) -> None:
    widths = {1: 6, 2: 14, 3: 28, 4: 12, columns: 40}
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = widths.get(column, 9)
    sheet.freeze_panes = f"{get_column_letter(_FIXED + 1)}{_HEADER_ROW + 1}"
    sheet.protection.enable()
