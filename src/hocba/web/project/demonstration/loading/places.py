"""Department, ward, schools, classes of this year and of earlier ones, subjects and who teaches them."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.demo import curriculum, model
from hocba.demo.transcripts import PRINTED_NAMES
from hocba.kernel.codes import Stage
from hocba.kernel.ids import SchoolCode
from hocba.kernel.subjects import SubjectCode
from hocba.web.project.demonstration.loading.ledger import Ledger
from hocba.web.schools.api import Authority, ClassSubject, School, SchoolClass, TeachingAssignment

DEPARTMENT = "Sở Giáo dục và Đào tạo thành phố Hải Phòng (trình diễn)"


def load_schools(ledger: Ledger) -> Authority:
    """The schools and the bodies above them; returns the ward."""
    bodies = Authority.objects.using(ledger.using)
    department = bodies.create(code="TD-SO", name=DEPARTMENT, kind=Authority.Kind.DEPARTMENT)
    ward = bodies.create(code="TD-DOSON", name=f"UBND {ledger.ward.name}", kind=Authority.Kind.WARD, parent=department)
    schools = [_school(ledger, each, ward) for each in ledger.ward.schools]
    School.objects.using(ledger.using).bulk_create(schools)
    ledger.schools.update({SchoolCode(school.code): school for school in schools})
    return ward


def _school(ledger: Ledger, school: model.School, authority: Authority) -> School:
    return School(
        code=school.code,
        name=school.name,
        authority=authority,
        stages=[stage.value for stage in school.stages],
        ward=_capitalised(ledger.ward.name),
        province=_capitalised(ledger.ward.province),
        tax_code=school.tax_code,
        current_year=ledger.year_start,
    )


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def load_classes(ledger: Ledger) -> None:
    """Classes with homeroom teachers, subjects of those that keep a gradebook, and teaching assignments."""
    for school, school_class in ledger.ward.each_class():
        key = (school.code, school_class.name)
        row = SchoolClass(
            school=ledger.schools[school.code],
            year_start=ledger.year_start,
            grade=school_class.grade,
            name=school_class.name,
            homeroom_teacher=ledger.users[school_class.homeroom],
        )
        ledger.classes[key] = row
        ledger.subjects[key] = {SubjectCode(each.subject): each for each in _subjects(row)}
    SchoolClass.objects.using(ledger.using).bulk_create(ledger.classes.values())
    subjects = [subject for found in ledger.subjects.values() for subject in found.values()]
    ClassSubject.objects.using(ledger.using).bulk_create(subjects)
    TeachingAssignment.objects.using(ledger.using).bulk_create(_assignments(ledger))


def _subjects(school_class: SchoolClass) -> Iterator[ClassSubject]:
    if school_class.stage is not Stage.LOWER_SECONDARY:
        return
    for position, plan in enumerate(curriculum.subjects(school_class.grade).values()):
        yield ClassSubject(
            school_id=school_class.school_id,
            school_class=school_class,
            subject=plan.code,
            label=PRINTED_NAMES.get(plan.code, ""),
            kind=plan.kind.value,
            periods=plan.periods,
            position=position,
        )


def _assignments(ledger: Ledger) -> Iterator[TeachingAssignment]:
    for school in ledger.ward.schools:
        for each in school.assignments:
            subject = ledger.subjects[school.code, each.class_name][SubjectCode(each.subject)]
            yield TeachingAssignment(
                school_id=subject.school_id, class_subject=subject, teacher=ledger.users[each.teacher]
            )
