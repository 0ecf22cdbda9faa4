"""Rows of a class list beside the pupils on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hocba.interchange.spreadsheets.api import ClassListEntry, PupilRow, SheetProblem
from hocba.kernel.problems import Problem
from hocba.web.exchange.choices import PartChoices
from hocba.web.exchange.matching import Candidate
from hocba.web.exchange.parts import Part
from hocba.web.exchange.plan import Change, PartPlan, RowPlan, State, decided
from hocba.web.exchange.rows import row_plans
from hocba.web.exchange.targets import Target
from hocba.web.registry.api import Enrolment, PrivateRecord, Student
from hocba.web.schools.api import SchoolClass

COLUMNS = {
    "full_name": "Họ và tên",
    "gender": "Giới tính",
    "birth_date": "Ngày sinh",
    "birth_place": "Nơi sinh",
    "ethnicity": "Dân tộc",
}
CODE, CLASS = "code", "school_class"
_NEEDED = ("full_name", "gender", "birth_date")
_DOUBLES = {"id.duplicate", "row.duplicate"}


@dataclass(frozen=True, slots=True)
class Record:
    """Pupils of the school by their keys, and in which class they are this year."""

    students: Mapping[str, Student]
    classes: Mapping[str, SchoolClass]
    candidates: Sequence[Candidate]


def plan_class_list(part: Part, target: Target, choices: PartChoices) -> PartPlan:
    record = _record(target.school_class)
    here = [each for each in record.candidates if record.classes.get(each.key) == target.school_class]
    doubled = _doubled_numbers(part)
    plans = _plans(part, record, here, choices)
    rows = [_with_changes(plan, record, target, doubled) for plan in plans]
    return PartPlan(part, target, columns={CODE: "Mã học sinh", **COLUMNS}, rows=tuple(rows), offered=here)


def _plans(part: Part, record: Record, here: list[Candidate], choices: PartChoices) -> list[RowPlan]:
    """Numbers are looked for in the whole school, names only in the class."""
    numbers = {row.code for row in part.reading.rows} | {row.personal_id for row in part.reading.rows}
    elsewhere = [each for each in record.candidates if {each.code, each.personal_id} & (numbers - {None, ""})]
    wanted = {each.key: each for each in [*here, *elsewhere]}
    return row_plans(part.reading.rows, list(wanted.values()), choices.rows)


def _record(school_class: SchoolClass) -> Record:
    numbers = dict(PrivateRecord.objects.exclude(personal_id="").values_list("student", "personal_id"))
    present = Enrolment.objects.filter(year_start=school_class.year_start, left_on__isnull=True)
    classes = {str(each.student_id): each.school_class for each in present.select_related("school_class")}
    students = {str(student.pk): student for student in Student.objects.order_by("name_key", "code")}
    candidates = [
        Candidate(key, each.code, each.full_name, each.birth_date, numbers.get(each.pk, ""),
                  classes[key].name if key in classes else "")
        for key, each in students.items()
    ]  # fmt: skip
    return Record(students, classes, candidates)


def _doubled_numbers(part: Part) -> Mapping[int | None, SheetProblem]:
    """Row → the number that an earlier row has already."""
    return {found.row: found for found in part.reading.problems if found.problem.code in _DOUBLES}


def _with_changes(plan: RowPlan, record: Record, target: Target, doubled: Mapping[int | None, SheetProblem]) -> RowPlan:
    if plan.state is State.SKIPPED:
        return plan
    if plan.row.row in doubled:  # the problem itself stands with the sheet's
        return replace(plan, state=State.UNDECIDED, pupil=None, likely=(), problems=())
    if plan.state is State.MATCHED:
        return _known(plan, record, target)
    return _new(plan, record) if [each.problem.code for each in plan.problems] == ["row.unmatched"] else plan


def _new(plan: RowPlan, record: Record) -> RowPlan:
    """A pupil whom the school does not know; only with everything that a record begins with."""
    said = _said(plan.row)
    lacking = [COLUMNS[name] for name in _NEEDED if not said.get(name)] + ([] if plan.row.code else ["Mã học sinh"])
    if lacking:
        return _undecided(plan, "pupil.lacks", lacking=", ".join(lacking))
    if any(each.code == plan.row.code for each in record.candidates):
        return _undecided(plan, "pupil.code_taken", code=plan.row.code or "")
    told = {CODE: plan.row.code or "", **said}
    changes = {name: Change(name, "", value, "new") for name, value in told.items() if value}
    return replace(plan, state=State.NEW, changes=changes, problems=())


def _known(plan: RowPlan, record: Record, target: Target) -> RowPlan:
    pupil = plan.pupil
    assert pupil is not None
    there = record.classes.get(pupil.key)
    if there is not None and there != target.school_class:
        return _undecided(plan, "pupil.other_class", school_class=there.name)
    if plan.row.code and plan.row.code != pupil.code:
        return _undecided(plan, "pupil.other_code", code=pupil.code)
    if plan.row.personal_id and pupil.personal_id and plan.row.personal_id != pupil.personal_id:
        return _undecided(plan, "pupil.other_number")
    student = record.students[pupil.key]
    said = {name: value for name, value in _said(plan.row).items() if value}
    known = {name: str(getattr(student, name)) for name in said}
    changes = {name: Change(name, known[name], value, known[name]) for name, value in said.items()}
    if there is None:
        changes[CLASS] = Change(CLASS, "", target.school_class.name, "new")
    return replace(plan, changes=changes)


def _undecided(plan: RowPlan, why: str, **params: str) -> RowPlan:
    problem = Problem(why, value=plan.row.name or "", params=params)
    return decided(replace(plan, problems=(), likely=()), SheetProblem(problem, plan.row.row))


def _said(row: PupilRow) -> dict[str, str]:
    entry = row.entry
    assert isinstance(entry, ClassListEntry)
    told = (row.name, entry.gender, row.birth_date, entry.birth_place, entry.ethnicity)
    return {name: value or "" for name, value in zip(COLUMNS, told, strict=True)}
