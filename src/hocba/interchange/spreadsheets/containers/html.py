"""HTML tables, usually named ``.xls``: the whole page is one sheet, as Excel shows it."""

from __future__ import annotations

from typing import Any, cast

from lxml import etree

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.containers.builder import SheetBuilder
from hocba.interchange.spreadsheets.grid import Grid, Merge
from hocba.kernel.problems import ProblemError, fail

_CHUNK = 1 << 16
_SILENT = {"script", "style"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "center", "li", "caption"}


def read(text: str, name: str) -> Grid:
    """Parsed as a stream of tags: however deep they nest, nothing grows. Raises as the other containers do."""
    target = _Page(name)
    parser = etree.HTMLParser(target=cast(Any, target), no_network=True, encoding="utf-8")
    data = text.encode("utf-8", "replace")
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except ProblemError:
        raise
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        raise fail("file.unreadable", reason="damaged") from None
    return target.sheet.build()


class _Page:
    """Target of the parser. Text outside tables becomes rows of one cell: titles often stand there."""

    def __init__(self, name: str) -> None:
        self.sheet = SheetBuilder(name)
        self._row = self._column = self._tables = self._silent = 0
        self._text: list[str] = []
        self._span = (1, 1)
        self._number: str | None = None
        self._occupied: dict[int, int] = {}
        self._outer: list[tuple[int, dict[int, int]]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self._tables:
            self._open_row()
        elif tag in {"td", "th"} and self._tables:
            self._open_cell(attributes)
        elif tag in {"title", "x:name"}:
            self._close_line()
        elif tag in _BLOCKS:
            self._break()

    def end(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag == "table" and self._outer:
            self._tables -= 1
            self._column, self._occupied = self._outer.pop()
        elif tag in {"td", "th"} and self._tables:
            self._close_cell()
        elif tag in {"title", "x:name"}:
            self.sheet.name = "".join(self._text).strip() or self.sheet.name
            self._text = []
        elif tag in _BLOCKS:
            self._break()

    def data(self, text: str) -> None:
        if not self._silent:
            self._text.append(text)

    def comment(self, text: str) -> None:
        """Excel hides the name of its sheet in a conditional comment."""
        _, found, rest = text.partition("<x:Name>")
        if found:
            self.sheet.name = rest.partition("<")[0].strip() or self.sheet.name

    def close(self) -> None:
        self._close_line()

    def _break(self) -> None:
        if self._tables:
            self._text.append("\n")
        else:
            self._close_line()

    def _close_line(self) -> None:
        line = " ".join("".join(self._text).split())
        if not self._tables and line:
            self._row += 1
            self.sheet.put(self._row, 1, line)
        if not self._tables:
            self._text = []

    def _open_table(self) -> None:
        """A table within a cell, as page layouts have it, goes on with rows of its own."""
        if self._tables:
            self._close_cell()
        else:
            self._close_line()
        self._outer.append((self._column, self._occupied))
        self._tables, self._span, self._occupied = self._tables + 1, (1, 1), {}

    def _open_row(self) -> None:
        self._row, self._column, self._text = self._row + 1, 0, []
        self._occupied = {column: last for column, last in self._occupied.items() if last >= self._row}

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        while self._column in self._occupied:
            self._column += 1
        self._span = (
            _span(attributes.get("rowspan"), limits.MAX_ROWS),
            _span(attributes.get("colspan"), limits.MAX_COLUMNS),
        )
        self._number = attributes.get("x:num")
        self._text = []

    def _close_cell(self) -> None:
        if not self._row or not self._column:
            return
        self.sheet.put(self._row, self._column, _value("".join(self._text).strip(), self._number))
        self._text = []
        down, across = self._span
        if down > 1 or across > 1:
            right = self._column + across - 1
            self.sheet.merges.append(Merge(self._row, self._column, self._row + down - 1, right))
            if down > 1:
                self._occupied.update(dict.fromkeys(range(self._column, right + 1), self._row + down - 1))
            self._column = right


def _span(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _value(shown: str, number: str | None) -> object:
    try:
        return float(number) if number else shown
    except ValueError:
        return shown
