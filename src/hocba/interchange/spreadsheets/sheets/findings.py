"""Problems met while reading one sheet, and the one way in which a cell is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from hocba.interchange.spreadsheets.grid import CellValue, column_letter
from hocba.interchange.spreadsheets.sheets.reading import SheetProblem
from hocba.kernel.problems import Problem, ProblemError

_T = TypeVar("_T")


@dataclass(slots=True)
class Findings:
    problems: list[SheetProblem] = field(default_factory=list)

    def add(self, problem: Problem, row: int, column: int | None = None) -> None:
        self.problems.append(SheetProblem(problem, row, column_letter(column) if column else None))

    def read(
        self, reader: Callable[[CellValue], _T], value: CellValue | None, *, row: int, column: int | None
    ) -> _T | None:
        """The value, or None with a problem; a blank is None without one."""
        if value is None:
            return None
        try:
            return reader(value)
        except ProblemError as error:
            self.add(error.problem, row, column)
            return None

    def in_order(self) -> tuple[SheetProblem, ...]:
        return tuple(sorted(self.problems, key=lambda p: (p.row or 0, len(p.column or ""), p.column or "")))
