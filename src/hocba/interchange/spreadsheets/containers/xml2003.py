"""SpreadsheetML, the XML of Excel 2003, usually named ``.xls``."""

from __future__ import annotations

import io
import re

from lxml import etree

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.containers.builder import SheetBuilder
from hocba.interchange.spreadsheets.grid import Grid, Merge
from hocba.kernel.problems import ProblemError, fail

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(text: str) -> list[Grid]:
    """Raises ProblemError ``file.unreadable`` or ``file.too_large``. A document type is refused: Excel writes none."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise fail("file.unreadable", reason="entities")
    stream = io.BytesIO(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
    reader = _Reader()
    try:
        events = etree.iterparse(stream, events=("start", "end"), resolve_entities=False, no_network=True)
        for event, element in events:
            reader.started(element) if event == "start" else reader.ended(element)
    except ProblemError:
        raise
    except (etree.XMLSyntaxError, ValueError):
        raise fail("file.unreadable", reason="damaged") from None
    return [sheet.build() for sheet in reader.sheets]


class _Reader:
    def __init__(self) -> None:
        self.sheets: list[SheetBuilder] = []
        self._row = self._column = 0

    def started(self, element: etree._Element) -> None:
        if element.tag == _SS + "Worksheet":
            before = self.sheets[-1].cells if self.sheets else 0
            self.sheets.append(SheetBuilder(element.get(_SS + "Name", ""), cells=before))
            self._row = 0
            if len(self.sheets) > limits.MAX_SHEETS:
                raise fail("file.too_large", reason="sheets", limit=str(limits.MAX_SHEETS))
        elif element.tag == _SS + "Row":
            self._row = int(element.get(_SS + "Index", self._row + 1))
            self._column = 0
        elif element.tag == _SS + "Cell":
            self._column = int(element.get(_SS + "Index", self._column + 1))

    def ended(self, element: etree._Element) -> None:
        if element.tag == _EXCEL + "Visible":
            self.sheets[-1].hidden = (element.text or "").strip() in {"SheetHidden", "SheetVeryHidden"}
        elif element.tag == _SS + "Cell":
            self._cell(element)
        elif element.tag == _SS + "Row":
            element.clear()

    def _cell(self, element: etree._Element) -> None:
        sheet, row, column = self.sheets[-1], self._row, self._column
        data = element.find(_SS + "Data")
        if data is not None:
            sheet.put(row, column, _value("".join(map(str, data.itertext())), data.get(_SS + "Type", "String")))
        across = int(element.get(_SS + "MergeAcross", 0))
        down = int(element.get(_SS + "MergeDown", 0))
        if across or down:
            sheet.merges.append(Merge(row, column, row + down, column + across))
        self._column = column + across


def _value(text: str, kind: str) -> object:
    if kind == "Number":
        try:
            return float(text)
        except ValueError:
            return text
    if kind == "DateTime":
        return text.split("T")[0]
    return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "Boolean" else text
