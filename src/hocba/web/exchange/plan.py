"""What an import would do: parts, rows, cells. Nothing in here writes."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hocba.interchange.spreadsheets.api import PupilRow, SheetProblem
from hocba.web.exchange.matching import Candidate
from hocba.web.exchange.parts import Part
from hocba.web.exchange.targets import Target


@dataclass(frozen=True, slots=True)
class Change:
    """One value of the file beside the one on record. ``token`` names what stands there now, to notice that it changed.

    ``since``: who wrote what stands there, and when.
    """

    column: str
    old: str
    new: str
    token: str
    since: str = ""

    @property
    def real(self) -> bool:
        return self.old != self.new


class State(enum.StrEnum):
    MATCHED = "matched"
    NEW = "new"
    SKIPPED = "skipped"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """``pupil``: whom the row goes to. ``likely``: whom to offer first. ``problems``: of this row, without place."""

    row: PupilRow
    state: State
    pupil: Candidate | None = None
    likely: tuple[Candidate, ...] = ()
    changes: Mapping[str, Change] = field(default_factory=dict)
    problems: tuple[SheetProblem, ...] = ()

    @property
    def real(self) -> list[Change]:
        return [change for change in self.changes.values() if change.real]


@dataclass(frozen=True, slots=True)
class PartPlan:
    """``columns``: code → heading, of the cells that rows may have. ``blockers`` forbid the whole import."""

    part: Part
    target: Target | None
    skipped: bool = False
    erase: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[RowPlan, ...] = ()
    offered: Sequence[Candidate] = ()
    notes: tuple[str, ...] = ()
    blockers: tuple[SheetProblem, ...] = ()

    @property
    def undecided(self) -> list[RowPlan]:
        return [row for row in self.rows if row.state is State.UNDECIDED]

    @property
    def problems(self) -> list[SheetProblem]:
        """Everything wrong, in the order of the sheet."""
        own = [problem for row in self.rows for problem in row.problems]
        found = [*self.blockers, *self.part.reading.problems, *own]
        return sorted(found, key=lambda each: (each.row or 0, len(each.column or ""), each.column or ""))

    def changes(self) -> Iterator[tuple[RowPlan, Change]]:
        """Rows with what would change in them."""
        return ((row, change) for row in self.rows for change in row.real)


@dataclass(frozen=True, slots=True)
class Plan:
    parts: tuple[PartPlan, ...]

    @property
    def ready(self) -> bool:
        """Whether everything is decided."""
        return not any(part.undecided or part.blockers for part in self.parts)

    @property
    def seen(self) -> dict[str, str]:
        """Place of every change → what stands there now."""
        return dict(self._places())

    def _places(self) -> Iterator[tuple[str, str]]:
        for part in self.parts:
            for row, change in part.changes():
                yield place(part, row, change), change.token

    @property
    def cells(self) -> int:
        return sum(1 for _ in self._places())

    @property
    def problems(self) -> int:
        return sum(len(part.problems) for part in self.parts if part.target)

    def stale(self, seen: Mapping[str, str]) -> list[tuple[PartPlan, RowPlan, Change]]:
        """Changes whose cell has become another one since it was seen."""
        return [
            (part, row, change)
            for part in self.parts
            for row, change in part.changes()
            if seen.get(place(part, row, change)) != change.token
        ]


def place(part: PartPlan, row: RowPlan, change: Change) -> str:
    return f"{part.part.number}/{row.row.row}/{row.pupil.key if row.pupil else ''}/{change.column}"


def decided(row: RowPlan, problem: SheetProblem) -> RowPlan:
    """The row with a problem that somebody has to decide about."""
    return replace(row, state=State.UNDECIDED, pupil=None, changes={}, problems=(*row.problems, problem))
