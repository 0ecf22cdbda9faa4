"""Workbooks as teachers keep them, to try the import with: titles above, merged headers, decimal commas, signatures
below, names whose letters and marks stand apart."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hocba.demo.draw import stream
from hocba.demo.edit import year
from hocba.demo.model import Cell, Pupil, School, SchoolClass, Showcase, SubjectMarks, Ward
from hocba.kernel.codes import CommentResult
from hocba.kernel.marks import Tenths, format_mark_vi
from hocba.kernel.subjects import SubjectCode, subject_name

IN_ENTRY: Final = "so-diem-8A1-Toan-HK2.xlsx"
WITH_FAULTS: Final = "so-diem-7A2-Toan-HK2.xlsx"
_MATHEMATICS: Final = SubjectCode("TOAN")
_HEADER: Final = 7
_SECOND: Final = 1
_BLANK: Final = 3
"""Position of the pupil whose cell the teacher has left blank."""
_ZERO: Final = 5
"""Position of the pupil who has a 0 that must stay a 0."""


def write_samples(ward: Ward, directory: Path) -> None:
    """Both workbooks, into ``directory``."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, showcase in ((IN_ENTRY, Showcase.IN_ENTRY), (WITH_FAULTS, Showcase.WITH_FAULTS)):
        (directory / name).write_bytes(workbook(ward, *ward.showcase(showcase)))


def workbook(ward: Ward, school: School, school_class: SchoolClass) -> bytes:
    """Mathematics of the second term, all columns filled. In the class with faults two pupils share one number."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = f"{school_class.name} - HK2"
    subjects = [_mathematics(pupil) for pupil in school_class.pupils]
    regular = len(subjects[0].terms[_SECOND].regular)
    _titles(sheet, ward, school, school_class)
    _header(sheet, regular)
    for position, (pupil, subject) in enumerate(zip(school_class.pupils, subjects, strict=True), start=1):
        _line(sheet, _HEADER + 1 + position, position, pupil, subject)
    _footer(sheet, _HEADER + len(subjects) + 3, regular)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _mathematics(pupil: Pupil) -> SubjectMarks:
    return next(each for each in year(pupil).subjects if each.code == _MATHEMATICS)


def _titles(sheet: Worksheet, ward: Ward, school: School, school_class: SchoolClass) -> None:
    sheet["A1"], sheet["A2"] = f"UBND {ward.name.upper()}", school.name
    sheet["C4"] = f"SỔ ĐIỂM MÔN {subject_name(_MATHEMATICS).upper()} LỚP {school_class.name}"
    sheet["C5"] = f"Học kì II   Năm học: {ward.school_year}"
    sheet["C4"].font = Font(bold=True, size=14)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("C4:H4")


def _header(sheet: Worksheet, regular: int) -> None:
    """Two rows: the regular assessments lie under one merged heading."""
    last = 4 + regular
    for column, text in enumerate(("STT", "Mã HS", "Họ và tên", "Ngày sinh"), start=1):
        sheet.cell(_HEADER, column, text)
        sheet.merge_cells(start_row=_HEADER, end_row=_HEADER + 1, start_column=column, end_column=column)
    sheet.cell(_HEADER, 5, "ĐĐGtx")
    sheet.merge_cells(start_row=_HEADER, end_row=_HEADER, start_column=5, end_column=last)
    for number in range(1, regular + 1):
        sheet.cell(_HEADER + 1, 4 + number, number)
    for column, text in ((last + 1, "ĐĐGgk"), (last + 2, "ĐĐGck")):
        sheet.cell(_HEADER, column, text)
        sheet.merge_cells(start_row=_HEADER, end_row=_HEADER + 1, start_column=column, end_column=column)
    for row in sheet.iter_rows(min_row=_HEADER, max_row=_HEADER + 1):
        for cell in row:
            cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", vertical="center")
    sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].width = 14, 28


def _line(sheet: Worksheet, row: int, position: int, pupil: Pupil, subject: SubjectMarks) -> None:
    sheet.cell(row, 1, position)
    sheet.cell(row, 2, pupil.code)
    # every other name as a phone or an old system writes it
    form = "NFD" if position % 2 else "NFC"
    sheet.cell(row, 3, unicodedata.normalize(form, pupil.name))  # type: ignore[arg-type]
    sheet.cell(row, 4, _birth_date(pupil))
    for column, value in enumerate(_values(position, pupil, subject), start=5):
        sheet.cell(row, column, value)


def _birth_date(pupil: Pupil) -> str:
    if len(pupil.birth_date) < len("2013-01-01"):
        return pupil.birth_date
    return f"{date.fromisoformat(pupil.birth_date):%d/%m/%Y}"


def _values(position: int, pupil: Pupil, subject: SubjectMarks) -> Iterator[str | float | None]:
    """Half of the numbers as numbers, half as text with a comma, as happens when columns are pasted together."""
    marks = subject.terms[_SECOND]
    for column, cell in enumerate((*marks.regular, marks.midterm, marks.final or _final(pupil))):
        if position == _ZERO and column == 0:
            yield 0
        elif position == _BLANK and column == 1:
            yield None
        else:
            yield _shown(cell, as_text=(position + column) % 2 == 0)


def _shown(cell: Cell | int, *, as_text: bool) -> str | float | None:
    if cell is None or isinstance(cell, CommentResult):
        return cell
    return format_mark_vi(Tenths(cell)) if as_text else cell / 10


def _final(pupil: Pupil) -> int:
    """The end-of-term mark that is not yet in the gradebook."""
    return stream("workbook", pupil.code).randint(18, 40) * 2 + 10


def _footer(sheet: Worksheet, row: int, regular: int) -> None:
    sheet.cell(row, 2, "Danh sách này có đủ học sinh của lớp.")
    column = get_column_letter(5 + regular)
    sheet[f"{column}{row + 1}"] = "Đồ Sơn, ngày 20 tháng 5 năm 2026"
    sheet[f"{column}{row + 2}"] = "Giáo viên bộ môn"
