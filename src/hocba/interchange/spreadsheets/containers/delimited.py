"""CSV and its relatives: comma, semicolon, tab or bar."""

from __future__ import annotations

import csv
import io

from hocba.interchange.spreadsheets.containers.builder import SheetBuilder
from hocba.interchange.spreadsheets.grid import Grid
from hocba.kernel.problems import fail

_SEPARATORS = "\t;,|"
_SAMPLE_LINES = 60


def read(text: str, name: str) -> Grid:
    """One sheet, named after the file; text stays text, also where it looks like a formula."""
    builder = SheetBuilder(name)
    lines = io.StringIO(text.replace("\0", ""), newline="")
    csv.field_size_limit(1 << 20)
    try:
        for row, fields in enumerate(csv.reader(lines, delimiter=separator(text)), start=1):
            for column, value in enumerate(fields, start=1):
                builder.put(row, column, value)
    except csv.Error:
        raise fail("file.unreadable", reason="damaged") from None
    return builder.build()


def separator(text: str) -> str:
    """Named by Excel's own ``sep=`` line, or the one that divides most lines; a comma also stands in decimals."""
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4]
    lines = text.splitlines()[:_SAMPLE_LINES]
    divided = {mark: sum(1 for line in lines if line.count(mark) >= 2) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: (divided[mark], -_SEPARATORS.index(mark)))
