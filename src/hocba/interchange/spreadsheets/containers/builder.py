"""Collects the cells of one file and stops at the limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.grid import CellValue, Grid, Merge
from hocba.kernel.problems import fail

_CONTROL = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")


@dataclass(slots=True)
class SheetBuilder:
    name: str
    hidden: bool = False
    rows: dict[int, dict[int, CellValue]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    cells: int = 0

    def put(self, row: int, column: int, value: object) -> None:
        """Keep a cell unless it is blank; raises ProblemError ``file.too_large`` at a limit."""
        kept = plain(value)
        if kept is None:
            return
        if column > limits.MAX_COLUMNS:
            raise fail("file.too_large", reason="columns", limit=str(limits.MAX_COLUMNS))
        self.rows.setdefault(row, {})[column] = kept
        self.cells += 1
        if len(self.rows) > limits.MAX_ROWS:
            raise fail("file.too_large", reason="rows", limit=str(limits.MAX_ROWS))
        if self.cells > limits.MAX_CELLS:
            raise fail("file.too_large", reason="cells", limit=str(limits.MAX_CELLS))

    def build(self) -> Grid:
        return Grid(self.name, self.hidden, {row: self.rows[row] for row in sorted(self.rows)}, tuple(self.merges))


def plain(value: object) -> CellValue | None:
    """The value as the grid keeps it; None where there is nothing to see."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e300 else str(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value
    text = "" if value is None else str(value).translate(_CONTROL)[: limits.MAX_CELL_TEXT]
    return text if text.strip() else None
