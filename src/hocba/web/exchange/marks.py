"""Rows of a gradebook beside the marks on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils import timezone

from hocba.interchange.spreadsheets.api import GradebookEntry, PupilRow, SheetProblem
from hocba.kernel.codes import EXEMPT
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.web.exchange.choices import PartChoices
from hocba.web.exchange.matching import Candidate
from hocba.web.exchange.parts import Part
from hocba.web.exchange.plan import Change, PartPlan, RowPlan, State
from hocba.web.exchange.rows import row_plans
from hocba.web.exchange.targets import Target
from hocba.web.gradebook.api import (
    REMARK,
    SECOND,
    Column,
    Exemption,
    Mark,
    Sheet,
    SubjectRemark,
    lock_on,
    locks_of,
    mark_sheet,
    subject_sheet,
)
from hocba.web.registry.api import PrivateRecord, pupils_of

Cell = Mark | SubjectRemark
REMARKS = "nhan-xet"


@dataclass(frozen=True, slots=True)
class Record:
    """What is on record for the part's class, subject and term."""

    sheets: tuple[Sheet, ...]
    cells: Mapping[tuple[UUID, str], Cell]
    exempt: frozenset[str]

    @property
    def columns(self) -> dict[str, Column]:
        return {column.code: column for sheet in self.sheets for column in sheet.columns}


def sheets_of(target: Target) -> tuple[Sheet, ...]:
    """The sheets that a part is written into. The remark is of the year: it is taken from the second term's file."""
    assert target.class_subject is not None
    assert target.term is not None
    marks = mark_sheet(target.class_subject, target.term)
    return (marks, subject_sheet(target.class_subject, REMARKS)) if target.term == SECOND else (marks,)


def plan_marks(part: Part, target: Target, choices: PartChoices) -> PartPlan:
    record, candidates = record_of(target), _candidates(target)
    filled = {code for row in part.reading.rows for code, value in _values(row, record).items() if value}
    faulty = {problem.row for problem in part.reading.problems}
    rows = []
    for plan in row_plans(part.reading.rows, candidates, choices.rows):
        # a blank erases only in a column that the file fills in, and in a row that was read without a fault
        erase = filled if choices.erase and plan.row.row not in faulty else set()
        rows.append(_with_changes(plan, record, erase) if plan.state is State.MATCHED else plan)
    return PartPlan(
        part,
        target,
        erase=choices.erase,
        columns={code: column.label for code, column in record.columns.items()},
        rows=tuple(rows),
        offered=candidates,
        notes=_notes(part, target),
        blockers=_locked(target, record),
    )


def record_of(target: Target) -> Record:
    assert target.term is not None
    sheets = sheets_of(target)
    cells = {(c.enrolment_id, c.column): c for sheet in sheets for c in sheet.cells().select_related("updated_by")}
    exempt = Exemption.objects.filter(class_subject=target.class_subject, term=target.term)
    return Record(sheets, cells, frozenset(map(str, exempt.values_list("enrolment", flat=True))))  # type: ignore[arg-type]


def _candidates(target: Target) -> list[Candidate]:
    pupils = pupils_of(target.school_class)
    numbers = dict(
        PrivateRecord.objects.filter(student__in=pupils.values("student")).values_list("student", "personal_id")
    )
    return [
        Candidate(str(each.pk), each.student.code, each.student.full_name, each.student.birth_date,
                  numbers.get(each.student_id, ""))
        for each in pupils
    ]  # fmt: skip


def _values(row: PupilRow, record: Record) -> dict[str, str | None]:
    """Column → what the file says, None for blank."""
    entry = row.entry
    assert isinstance(entry, GradebookEntry)
    said: dict[str, str | None] = dict.fromkeys(record.columns)
    said |= {f"tx{n}": value for n, value in enumerate(entry.regular, start=1)}
    said |= {"gk": entry.midterm, "ck": entry.final}
    return said | ({REMARK.code: entry.comment} if REMARK.code in record.columns else {})


def _with_changes(plan: RowPlan, record: Record, erase: set[str]) -> RowPlan:
    changes: dict[str, Change] = {}
    problems: dict[str, SheetProblem] = {}
    for code, said in _values(plan.row, record).items():
        try:
            change = _change(plan, record, code, said, erasable=code in erase)
        except ProblemError as error:
            problems.setdefault(error.problem.code, SheetProblem(error.problem, plan.row.row))
            continue
        if change is not None:
            changes[code] = change
    return replace(plan, changes=changes, problems=(*plan.problems, *problems.values()))


def _change(plan: RowPlan, record: Record, code: str, said: str | None, *, erasable: bool) -> Change | None:
    """None: nothing to write. Raises ProblemError for a value that cannot go where the file has it."""
    assert plan.pupil is not None
    column = record.columns.get(code)
    if column is None:
        raise fail("cell.no_column", value=said or "", column=code.upper())
    if plan.pupil.key in record.exempt and code != REMARK.code:
        if said not in (None, EXEMPT):
            raise fail("cell.exempt_pupil", value=said)
        return None
    if said == EXEMPT:
        raise fail("cell.not_exempt", value=plan.pupil.name)
    if said is None and not erasable:
        return None
    new = column.read(said or "")
    cell = record.cells.get((UUID(plan.pupil.key), code))
    return Change(code, cell.text, new, str(cell.version), _since(cell)) if cell else Change(code, "", new, "0")


def _since(cell: Cell) -> str:
    return f"{cell.updated_by.full_name}, {timezone.localtime(cell.updated_at):%H:%M %d/%m/%Y}"


def _notes(part: Part, target: Target) -> tuple[str, ...]:
    entries = [row.entry for row in part.reading.rows]
    remarks = any(isinstance(entry, GradebookEntry) and entry.comment for entry in entries)
    return ("import.remark_of_year",) if remarks and target.term != SECOND else ()


def _locked(target: Target, record: Record) -> tuple[SheetProblem, ...]:
    """Where entry is closed, nothing of the part can be written."""
    locks = locks_of(target.school_class)
    lock = next((found for sheet in record.sheets if (found := lock_on(sheet, sheet.term, locks))), None)
    if lock is None:
        return ()
    at = f"{timezone.localtime(lock.at):%H:%M %d/%m/%Y}"
    problem = Problem("import.locked", value=lock.reason, params={"by": lock.by.full_name, "at": at})
    return (SheetProblem(problem),)
