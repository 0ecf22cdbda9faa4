"""Workbooks as teachers have them. All people are invented."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl

GRADEBOOK = ("STT", "Mã học sinh", "Họ và tên", "ĐĐGtx1", "ĐĐGtx2", "ĐĐGtx3", "ĐĐGtx4", "ĐĐGgk", "ĐĐGck")
TITLES = ("BẢNG ĐIỂM MÔN TOÁN", "Lớp 8A1", "Học kì I - Năm học 2025-2026")
CLASS_LIST = ("STT", "Mã học sinh", "Họ và tên", "Giới tính", "Ngày sinh", "Dân tộc", "Nơi sinh")
LIST_TITLES = ("DANH SÁCH HỌC SINH", "Lớp 8A1", "Năm học 2025-2026")
ANH = ("2500000001", "Nguyễn Thị Ánh")
DUNG = ("2500000002", "Trần Văn Dũng")
DAT = ("2500000003", "Lê Đức Đạt")


def workbook(rows: Sequence[Sequence[object]], *, header: Sequence[str] = GRADEBOOK,
             titles: Sequence[str] = TITLES) -> bytes:  # fmt: skip
    """A sheet with titles, an empty line, the header, and rows without their number."""
    book = openpyxl.Workbook()
    _fill(book.worksheets[0], rows, header, titles)
    return _bytes(book)


def two_sheets(first: Sequence[Sequence[object]], second: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    _fill(book.worksheets[0], first, GRADEBOOK, TITLES)
    _fill(book.create_sheet("Bản sao"), second, GRADEBOOK, TITLES)
    return _bytes(book)


def class_list(rows: Sequence[Sequence[object]]) -> bytes:
    return workbook(rows, header=CLASS_LIST, titles=LIST_TITLES)


def _fill(sheet: openpyxl.worksheet.worksheet.Worksheet, rows: Sequence[Sequence[object]], header: Sequence[str],
          titles: Sequence[str]) -> None:  # fmt: skip
    for title in titles:
        sheet.append([title])
    sheet.append([])
    sheet.append(list(header))
    for number, row in enumerate(rows, start=1):
        sheet.append([number, *row])


def _bytes(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
