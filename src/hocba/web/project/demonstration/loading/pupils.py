"""Pupils, their covered particulars, and where they study and have studied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hocba.demo.model import HistoryRow, Pupil, School, SchoolClass
from hocba.kernel.ids import StudentCode
from hocba.web.project.demonstration.loading.ledger import Ledger
from hocba.web.registry.api import Enrolment, PrivateRecord, Student
from hocba.web.schools.api import SchoolClass as ClassRow

PastKey = tuple[str, int, str]
"""School code, year in which the school year started, class name."""


def load_pupils(ledger: Ledger) -> None:
    """Pupils of every class, present enrolments, and those of earlier years in the same school."""
    past: dict[PastKey, ClassRow] = {}
    enrolments: list[Enrolment] = []
    particulars: list[PrivateRecord] = []
    for school, school_class in ledger.ward.each_class():
        present = ledger.enrolments[school.code, school_class.name] = []
        for pupil in with_own_codes(school_class):
            student = _student(ledger, school, pupil)
            particulars.append(_particulars(student, pupil))
            present.append(_present(ledger, school, school_class, student))
            enrolments += _earlier(ledger, school, pupil, student, past)
        enrolments += present
    ClassRow.objects.using(ledger.using).bulk_create(past.values())
    Student.objects.using(ledger.using).bulk_create([record.student for record in particulars])
    PrivateRecord.objects.using(ledger.using).bulk_create(particulars)
    Enrolment.objects.using(ledger.using).bulk_create(enrolments)


def with_own_codes(school_class: SchoolClass) -> Iterator[Pupil]:
    """The database knows a number once; who comes second with it waits under a temporary one."""
    seen: set[str] = set()
    for position, pupil in enumerate(school_class.pupils, start=1):
        taken = pupil.code in seen
        seen.add(pupil.code)
        yield replace(pupil, code=StudentCode(temporary_code(school_class.name, position))) if taken else pupil


def temporary_code(class_name: str, position: int) -> str:
    """``TAM-7A2-08``: shows at a glance that the real number is still to come."""
    return f"TAM-{class_name}-{position:02d}"


def _student(ledger: Ledger, school: School, pupil: Pupil) -> Student:
    return Student(
        school=ledger.schools[school.code],
        code=pupil.code,
        full_name=pupil.name,
        gender=pupil.gender,
        birth_date=pupil.birth_date,
        birth_place=pupil.birth_place[:1].upper() + pupil.birth_place[1:],
        ethnicity=pupil.ethnicity,
        policy_group=pupil.policy_group,
        register_number=pupil.register_number,
    )


def _particulars(student: Student, pupil: Pupil) -> PrivateRecord:
    return PrivateRecord(
        school_id=student.school_id,
        student=student,
        personal_id=pupil.personal_id or "",
        residence=pupil.residence,
        father_name=pupil.father.name,
        father_occupation=pupil.father.occupation,
        mother_name=pupil.mother.name,
        mother_occupation=pupil.mother.occupation,
        guardian_name=pupil.guardian.name,
        guardian_occupation=pupil.guardian.occupation,
    )


def _present(ledger: Ledger, school: School, school_class: SchoolClass, student: Student) -> Enrolment:
    return Enrolment(
        school_id=student.school_id,
        student=student,
        school_class=ledger.classes[school.code, school_class.name],
        year_start=ledger.year_start,
        joined_on=ledger.first_day,
    )


def _earlier(
    ledger: Ledger, school: School, pupil: Pupil, student: Student, past: dict[PastKey, ClassRow]
) -> Iterator[Enrolment]:
    for row in pupil.history:
        if row.school_name == school.name and row.school_year != ledger.ward.school_year:
            yield Enrolment(
                school_id=student.school_id,
                student=student,
                school_class=_past_class(ledger, school, row, past),
                year_start=row.school_year.start,
                joined_on=date(row.school_year.start, 9, 5),
                left_on=date(row.school_year.start + 1, 5, 31),
            )


def _past_class(ledger: Ledger, school: School, row: HistoryRow, past: dict[PastKey, ClassRow]) -> ClassRow:
    key = (school.code, row.school_year.start, row.class_name)
    if key not in past:
        grade = int(row.class_name.partition("A")[0])
        past[key] = ClassRow(
            school=ledger.schools[school.code], year_start=row.school_year.start, grade=grade, name=row.class_name
        )
    return past[key]
