"""``.xlsx``, ``.xlsb``, BIFF8 ``.xls`` and ``.ods`` by calamine: stored values only, no formula is ever computed."""

from __future__ import annotations

import io
import zipfile

import python_calamine as calamine
from lxml import etree

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.containers.builder import SheetBuilder
from hocba.interchange.spreadsheets.grid import Grid, Merge
from hocba.kernel.problems import fail


def read(data: bytes) -> list[Grid]:
    """Raises ProblemError ``file.unreadable`` or ``file.too_large``."""
    try:
        workbook = calamine.load_workbook(io.BytesIO(data))
        return _sheets(workbook, data)
    except calamine.PasswordError:
        raise fail("file.unreadable", reason="encrypted") from None
    except calamine.CalamineError:
        raise fail("file.unreadable", reason="damaged") from None


def _sheets(workbook: calamine.CalamineWorkbook, data: bytes) -> list[Grid]:
    found = [sheet for sheet in workbook.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    if len(found) > limits.MAX_SHEETS:
        raise fail("file.too_large", reason="sheets", limit=str(limits.MAX_SHEETS))
    errors = _error_cells(data)
    grids, cells = [], 0
    for sheet in found:
        hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
        builder = SheetBuilder(sheet.name, hidden, cells=cells)
        _fill(builder, workbook.get_sheet_by_name(sheet.name))
        for row, column, value in errors.get(sheet.name, ()):
            builder.put(row, column, value)
        cells = builder.cells
        grids.append(builder.build())
    return grids


def _fill(builder: SheetBuilder, sheet: calamine.CalamineSheet) -> None:
    if sheet.start is None:
        return
    # rows come from the first of the sheet on, columns only from the first that is used
    first_column = sheet.start[1] + 1
    for row, values in enumerate(sheet.iter_rows(), start=1):
        for column, value in enumerate(values, start=first_column):
            if value != "":
                builder.put(row, column, value)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        builder.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))


def _error_cells(data: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """Cells such as ``#DIV/0!`` of an ``.xlsx``, which calamine gives as blank: per sheet (row, column, text)."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        suspects = [n for n in archive.namelist() if n.startswith("xl/worksheets/") and b't="e"' in archive.read(n)]
    return _by_openpyxl(data) if suspects else {}


def _by_openpyxl(data: bytes) -> dict[str, list[tuple[int, int, str]]]:
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return {
            sheet.title: [
                (cell.row, cell.column, str(cell.value))
                for row in sheet.iter_rows()
                for cell in row
                if cell.data_type == "e" and cell.value
            ]
            for sheet in workbook.worksheets
        }
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, etree.XMLSyntaxError, SyntaxError):
        return {}
