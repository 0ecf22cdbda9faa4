"""A sheet as plain cells, the same for every container. Rows and columns count from 1, as people see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

CellValue = str | float | date
"""Text, number, date. A blank cell does not exist; an error such as ``#DIV/0!`` is text, a truth value
``TRUE``/``FALSE``."""

Row = Mapping[int, CellValue]
"""Column number to value."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged rectangle, corners included. Its value stands in the top left cell."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Grid:
    name: str
    hidden: bool = False
    rows: Mapping[int, Row] = field(default_factory=dict)
    """Only rows that hold something, in order."""
    merges: tuple[Merge, ...] = ()


def column_letter(column: int) -> str:
    """``1`` is ``A``, ``27`` is ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def as_text(value: CellValue | None) -> str:
    """The cell as a person would read it: a whole number without a point, a date as ISO."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)
    return value.isoformat() if isinstance(value, date) else value
