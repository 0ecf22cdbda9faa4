"""Each row to its pupil: as matched, or as the person decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hocba.interchange.spreadsheets.api import PupilRow, SheetProblem
from hocba.kernel.problems import Problem
from hocba.web.exchange.choices import NEW, SKIP
from hocba.web.exchange.matching import Candidate, match
from hocba.web.exchange.plan import RowPlan, State, decided


def row_plans(rows: Sequence[PupilRow], candidates: Sequence[Candidate], decisions: Mapping[int, str]) -> list[RowPlan]:
    """Plans without changes yet. A second row for one pupil stays undecided and points to the first."""
    plans, taken = [], dict[str, int]()
    for row in rows:
        plan = _decided_row(row, candidates, decisions[row.row]) if row.row in decisions else _matched(row, candidates)
        first = taken.setdefault(plan.pupil.key, row.row) if plan.pupil else row.row
        plans.append(plan if first == row.row else decided(plan, _problem(row, "row.same_pupil", first_row=str(first))))
    return plans


def _decided_row(row: PupilRow, candidates: Sequence[Candidate], who: str) -> RowPlan:
    if who == SKIP:
        return RowPlan(row, State.SKIPPED)
    if who == NEW:
        return RowPlan(row, State.UNDECIDED, problems=(_problem(row, "row.unmatched"),))
    found = next((each for each in candidates if each.key == who), None)
    return RowPlan(row, State.MATCHED, found) if found else _matched(row, candidates)


def _matched(row: PupilRow, candidates: Sequence[Candidate]) -> RowPlan:
    found = match(row, candidates)
    if found.found is not None:
        return RowPlan(row, State.MATCHED, found.found)
    return RowPlan(row, State.UNDECIDED, None, found.likely, problems=(_problem(row, found.problem),))


def _problem(row: PupilRow, code: str, **params: str) -> SheetProblem:
    return SheetProblem(Problem(code, value=row.name or row.code or "", params=params), row.row)
