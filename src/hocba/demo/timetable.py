"""Who teaches what: every subject in every class by one teacher, with loads that a timetable would bear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from hocba.demo.curriculum import subjects as taught_in
from hocba.demo.model import Assignment
from hocba.kernel.ids import StaffCode
from hocba.kernel.subjects import SubjectCode

TEACHING_WEEKS: Final = 35
WEEKLY_LOAD: Final = 17
"""Periods of one teacher's own subjects; the norm of 19 leaves room for the class that he or she looks after."""

ALL_ROUND: Final = SubjectCode("HDTN_HN")
"""Taught by the homeroom teacher, who so teaches in the own class in any case."""

DEPARTMENTS: Final[tuple[tuple[SubjectCode, ...], ...]] = tuple(
    tuple(SubjectCode(code) for code in codes.split())
    for codes in (
        "NGU_VAN", "TOAN", "NGOAI_NGU_1", "KHTN", "LS_DL", "GDCD GDDP", "CONG_NGHE TIN_HOC", "GDTC", "NGHE_THUAT",
    )
)  # fmt: skip
"""Subjects that one teacher takes together."""

Grades = Mapping[str, int]
"""Grade by class name."""


def teachers_needed(grades: Grades) -> tuple[int, ...]:
    """How many teachers each department has, in the order of ``DEPARTMENTS``."""
    return tuple(max(1, -(-_weekly(subjects, grades) // WEEKLY_LOAD)) for subjects in DEPARTMENTS)


def plan(grades: Grades, teachers: Sequence[StaffCode]) -> tuple[tuple[Assignment, ...], dict[str, StaffCode]]:
    """Assignments and the homeroom teacher by class. ``teachers``: department after department."""
    taught: list[Assignment] = []
    start = 0
    for subjects, count in zip(DEPARTMENTS, teachers_needed(grades), strict=True):
        department = teachers[start : start + count]
        start += count
        for position, class_name in enumerate(grades):
            teacher = department[position * count // len(grades)]
            taught += [Assignment(class_name, subject, teacher) for subject in subjects]
    homeroom = _homeroom(grades, taught)
    taught += [Assignment(class_name, ALL_ROUND, teacher) for class_name, teacher in homeroom.items()]
    return tuple(taught), homeroom


def _weekly(subjects: Sequence[SubjectCode], grades: Grades) -> int:
    yearly = sum(taught_in(grade)[subject].periods for subject in subjects for grade in grades.values())
    return -(-yearly // TEACHING_WEEKS)


def _homeroom(grades: Grades, taught: Sequence[Assignment]) -> dict[str, StaffCode]:
    """Each class gets one of its own teachers, the ones who see it most first; nobody gets two."""
    chosen: dict[str, StaffCode] = {}
    for class_name in grades:
        own = [a.teacher for a in taught if a.class_name == class_name]
        chosen[class_name] = next(teacher for teacher in own if teacher not in chosen.values())
    return chosen
