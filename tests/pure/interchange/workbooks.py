"""Workbooks as schools have them, made here from invented pupils, in every container."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.utils import get_column_letter

from hocba.interchange.spreadsheets.api import SheetReading, read_workbook

Value = str | float | int | date | None
Rows = Sequence[Sequence[Value]]


def xlsx(sheets: dict[str, Rows], *, merges: Iterable[str] = (), hidden: Iterable[str] = ()) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for merge in merges:
            sheet.merge_cells(merge)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def xls(sheets: dict[str, Rows]) -> bytes:
    workbook = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for name, rows in sheets.items():
        sheet = workbook.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value is not None:
                    sheet.write(r, c, value, *([day] if isinstance(value, date) else []))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods(sheets: dict[str, Rows], *, tail: str = "") -> bytes:
    """``tail``: XML put after the last row of each table."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows)
        + tail
        + "</table:table>"
        for name, rows in sheets.items()
    )
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{office}:office:1.0" '
        f'xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"/>',
        }
    )


def _ods_cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def html(rows: Rows, *, before: str = "") -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{escape(_shown(value))}</td>" for value in row) + "</tr>" for row in rows)
    head = '<head><meta charset="utf-8"></head>'
    return f'<html>{head}<body>{before}<table border="1">{body}</table></body></html>'.encode()


def xml2003(sheets: dict[str, Rows], *, before: str = "") -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    tables = "".join(
        f'<Worksheet ss:Name="{escape(name)}"><Table>'
        + "".join("<Row>" + "".join(map(_xml_cell, row)) + "</Row>" for row in rows)
        + "</Table></Worksheet>"
        for name, rows in sheets.items()
    )
    return (
        f'<?xml version="1.0"?>{before}<?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}">{tables}</Workbook>'
    ).encode()


def _xml_cell(value: Value) -> str:
    if value is None:
        return "<Cell/>"
    if isinstance(value, date):
        return f'<Cell><Data ss:Type="DateTime">{value.isoformat()}T00:00:00.000</Data></Cell>'
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'


def delimited(rows: Rows, *, separator: str = ",") -> str:
    def field(value: Value) -> str:
        shown = _shown(value)
        return '"' + shown.replace('"', '""') + '"' if separator in shown or '"' in shown or "\n" in shown else shown

    return "\r\n".join(separator.join(map(field, row)) for row in rows)


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


def gradebook_rows() -> list[list[Value]]:
    """The per-subject sheet without merged cells: titles, one header row, two pupils, a footer."""
    return [
        ["TRƯỜNG THCS ĐỒ SƠN"],
        ["BẢNG ĐIỂM MÔN TOÁN HỌC KỲ I NĂM HỌC 2025-2026"],
        ["Lớp: 8A1"],
        ["STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "TX1", "TX2", "TX3", "TX4", "GK", "CK", "ĐTBmhk", "Nhận xét"],
        [1, "2512345678", "Nguyễn Thị Ánh", date(2012, 3, 5), 8, 7.5, None, 0, 7, 8, 6.7, "Chăm học"],
        [2, "2512345679", "Trần Văn Bình", "5/12/2012", "7,5", 9, 10, 6, 8, 9, 8.4, None],
        [None, None, "Người lập biểu", None, None, None, None, None, None, "Hiệu trưởng"],
        [None, None, "Lê Thị Hoa"],
    ]


def gradebook_json(sheet: str) -> dict[str, object]:
    """What ``gradebook_rows`` says, in any container."""
    return {
        "sheet": sheet,
        "kind": "gradebook",
        "class": "8A1",
        "subject": "TOAN",
        "term": 1,
        "school_year": "2025-2026",
        "rows": [
            pupil(
                5, "2512345678", "Nguyễn Thị Ánh", "2012-03-05",
                regular=["8", "7.5", None, "0"], midterm="7", final="8",
                average="6.7", comment="Chăm học",
            ),
            pupil(
                6, "2512345679", "Trần Văn Bình", "2012-12-05", regular=["7.5", "9", "10", "6"], midterm="8", final="9",
                average="8.4", comment=None,
            ),
        ],
        "problems": [],
    }  # fmt: skip


def pupil(row: int, code: str | None, name: str | None, born: str | None, **entry: object) -> dict[str, object]:
    return {"row": row, "code": code, "personal_id": None, "name": name, "birth_date": born, **entry}


def problem(cell: str, code: str, value: str | None = None, **params: str) -> dict[str, object]:
    """``problem("F12", "mark.ambiguous", "85")``."""
    letters = cell.rstrip("0123456789")
    shown: dict[str, object] = {"row": int(cell[len(letters) :]), "column": letters or None, "code": code}
    return shown | ({"value": value} if value is not None else {}) | ({"params": params} if params else {})


def only(data: bytes, *, filename: str = "") -> SheetReading:
    readings = read_workbook(data, filename=filename)
    assert len(readings) == 1, [reading.sheet for reading in readings]
    return readings[0]


def marks(*cells: Value, header: Sequence[str] = ("TX1", "TX2", "GK", "CK"), title: str = "Toán") -> SheetReading:
    """One pupil with these cells, from the third column on, row 2."""
    return only(xlsx({title: [["STT", "Họ và tên", *header], [1, "Nguyễn Thị Ánh", *cells]]}))


def letter(column: int) -> str:
    return get_column_letter(column)
