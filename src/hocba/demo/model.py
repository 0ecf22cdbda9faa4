"""The invented ward: what the generator makes and what the demonstration loads.

Nobody here exists. Values are as schools keep them: marks are ``Tenths``, results of comment subjects ``Đ``/``CĐ``,
None is a cell not yet filled in.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hocba.kernel.codes import AssessmentKind, CommentResult, Level, Stage
from hocba.kernel.ids import PersonalId, SchoolCode, StaffCode, StudentCode
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode

Cell: TypeAlias = Tenths | CommentResult | None
"""One assessment: a mark, ``Đ``/``CĐ``, or None while nothing is entered."""


class Position(enum.StrEnum):
    TEACHER = "teacher"
    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    CLERK = "clerk"
    WARD_OFFICER = "ward_officer"


class Showcase(enum.StrEnum):
    """How far the year's end has come in a class that visitors are shown."""

    ISSUED = "issued"
    READY_TO_SIGN = "ready_to_sign"
    IN_ENTRY = "in_entry"
    WITH_FAULTS = "with_faults"


@dataclass(frozen=True, slots=True)
class Staff:
    code: StaffCode
    name: str
    gender: str
    personal_id: PersonalId
    position: Position
    title: str
    """As it stands under a signature: ``Giáo viên``, ``Hiệu trưởng`` …"""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One teacher, one subject, one class."""

    class_name: str
    subject: SubjectCode
    teacher: StaffCode


@dataclass(frozen=True, slots=True)
class Guardian:
    name: str = ""
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class TermMarks:
    regular: tuple[Cell, ...]
    midterm: Cell
    final: Cell


@dataclass(frozen=True, slots=True)
class SubjectMarks:
    code: SubjectCode
    kind: AssessmentKind
    terms: tuple[TermMarks, TermMarks]
    remark: str


@dataclass(frozen=True, slots=True)
class PupilYear:
    """What the gradebook and the homeroom teacher hold on one pupil for the school year."""

    subjects: tuple[SubjectMarks, ...]
    conduct: tuple[Level | None, Level | None]
    absences: int
    """Sessions missed in the year, excused or not."""
    remark: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    school_year: SchoolYear
    class_name: str
    school_name: str


@dataclass(frozen=True, slots=True)
class Pupil:
    """``birth_date`` is ISO and may be partial; ``personal_id`` is None where the population database has no number."""

    code: StudentCode
    personal_id: PersonalId | None
    name: str
    gender: str
    birth_date: str
    birth_place: str
    nationality: str
    ethnicity: str
    residence: str
    policy_group: str
    register_number: str
    father: Guardian
    mother: Guardian
    guardian: Guardian
    history: tuple[HistoryRow, ...] = ()
    year: PupilYear | None = None
    """None where this version keeps no gradebook (primary and upper secondary)."""


@dataclass(frozen=True, slots=True)
class SchoolClass:
    name: str
    grade: int
    homeroom: StaffCode
    pupils: tuple[Pupil, ...]
    showcase: Showcase | None = None

    @property
    def stage(self) -> Stage:
        return Stage.of_grade(self.grade)


@dataclass(frozen=True, slots=True)
class School:
    code: SchoolCode
    slug: str
    """Short ASCII name for user names and file names."""
    name: str
    tax_code: str
    """Names the holder of the seal certificate (``MST:…``)."""
    address: str
    stages: tuple[Stage, ...]
    staff: tuple[Staff, ...]
    classes: tuple[SchoolClass, ...]
    assignments: tuple[Assignment, ...]

    def school_class(self, name: str) -> SchoolClass:
        return next(c for c in self.classes if c.name == name)

    def member(self, code: StaffCode) -> Staff:
        return next(s for s in self.staff if s.code == code)

    def holder(self, position: Position) -> Staff:
        """The one person in a position that exists once."""
        return next(s for s in self.staff if s.position is position)

    def teachers_of(self, class_name: str) -> dict[SubjectCode, StaffCode]:
        return {a.subject: a.teacher for a in self.assignments if a.class_name == class_name}


@dataclass(frozen=True, slots=True)
class Ward:
    name: str
    province: str
    school_year: SchoolYear
    officer: Staff
    schools: tuple[School, ...]

    def showcase(self, kind: Showcase) -> tuple[School, SchoolClass]:
        return next((s, c) for s, c in self.each_class() if c.showcase is kind)

    def each_class(self) -> Iterator[tuple[School, SchoolClass]]:
        return ((school, each) for school in self.schools for each in school.classes)
