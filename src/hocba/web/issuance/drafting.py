"""From a pupil's year to the frozen record: snapshot of school, people and results at this moment."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from hocba.kernel.codes import Stage
from hocba.kernel.ids import SchoolCode, SignerIdentity, StaffCode, StudentCode
from hocba.kernel.problems import fail
from hocba.kernel.subjects import SubjectCode
from hocba.transcript import model as record
from hocba.web.accounts.api import StaffProfile, User, holders
from hocba.web.registry.api import PrivateRecord, Student, history_of
from hocba.web.results.api import SubjectInput, TranscriptInput
from hocba.web.schools.api import School, SchoolClass, subjects_of
from hocba.web.shared.permissions import Role

FORMS = {Stage.LOWER_SECONDARY: "thcs-tt22-2021"}
PRINCIPAL_TITLE = "Hiệu trưởng"


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who signs the transcripts of a class. ``teachers``: by subject code."""

    school: School
    school_class: SchoolClass
    teachers: Mapping[str, StaffProfile]
    homeroom: StaffProfile
    principal: StaffProfile


def staffing_of(school_class: SchoolClass) -> Staffing:
    """Raises ProblemError ``issuance.no_form``, ``issuance.no_homeroom``, ``issuance.no_principal``,
    ``issuance.no_teacher`` (value: subject), ``issuance.no_identity`` (value: name), ``issuance.no_seal``."""
    school = School.objects.get(pk=school_class.school_id)
    if school_class.stage not in FORMS:
        raise fail("issuance.no_form")
    if not school.tax_code:
        raise fail("issuance.no_seal")
    principal = holders(school.pk, Role.PRINCIPAL).first()
    if principal is None:
        raise fail("issuance.no_principal")
    if school_class.homeroom_teacher is None:
        raise fail("issuance.no_homeroom")
    teachers = _teachers(school_class)
    profiles = _profiles([*teachers.values(), principal, school_class.homeroom_teacher])
    return Staffing(
        school,
        school_class,
        {code: profiles[teacher.pk] for code, teacher in teachers.items()},
        profiles[school_class.homeroom_teacher.pk],
        profiles[principal.pk],
    )


def _teachers(school_class: SchoolClass) -> dict[str, User]:
    found = {}
    for subject in subjects_of(school_class):
        responsible = next((each.teacher for each in subject.assignments.all() if each.responsible), None)
        if responsible is None:
            raise fail("issuance.no_teacher", value=subject.name)
        found[subject.subject] = responsible
    return found


def _profiles(people: list[User]) -> dict[int, StaffProfile]:
    found = StaffProfile.objects.select_related("user").in_bulk([person.pk for person in people])
    for person in people:
        if person.pk not in found or not found[person.pk].identity:
            raise fail("issuance.no_identity", value=person.full_name)
    return found


def new_record(
    year: TranscriptInput, staff: Staffing, *, public_id: str, version: int, supersedes: str, today: date
) -> record.Transcript:
    """The record of one pupil under a fresh salt. ``today``: the day it is frozen."""
    salt = secrets.token_bytes(record.SALT_BYTES)
    school, school_class = staff.school, staff.school_class
    return record.Transcript(
        id=public_id,
        version=version,
        salt=salt,
        form=FORMS[school_class.stage],
        ruleset=year.ruleset,
        school=_school(school, salt),
        school_year=school_class.school_year,
        grade=school_class.grade,
        class_name=school_class.name,
        student=_student(year.enrolment.student),
        history=_history(year.enrolment.student, school, school_class),
        subjects=tuple(_subject(each, staff, salt) for each in year.subjects),
        summary=year.summary,
        homeroom=_signatory(staff.homeroom, salt),
        principal=_signatory(staff.principal, salt, title=PRINCIPAL_TITLE),
        place=school.ward.removeprefix("Phường ").removeprefix("Xã "),
        issued_on=today,
        supersedes=supersedes,
        demonstration=settings.HOCBA_DEMO,
    )


def _school(school: School, salt: bytes) -> record.School:
    seal = record.identity_digest(salt, SignerIdentity(f"MST:{school.tax_code}"))
    return record.School(SchoolCode(school.code), school.name, school.ward, school.province, seal)


def _signatory(profile: StaffProfile, salt: bytes, *, title: str = "") -> record.Signatory:
    digest = record.identity_digest(salt, SignerIdentity(profile.identity))
    return record.Signatory(StaffCode(profile.staff_code), profile.user.full_name, digest, title)


def _subject(subject: SubjectInput, staff: Staffing, salt: bytes) -> record.SubjectResult:
    if subject.code not in staff.teachers:
        raise fail("issuance.no_teacher", value=subject.name)
    return record.SubjectResult(
        code=SubjectCode(subject.code),
        name=subject.name,
        kind=subject.kind,
        term1=subject.term1,
        term2=subject.term2,
        year=subject.year,
        reassessed=subject.reassessed,
        remark=subject.remark,
        teacher=_signatory(staff.teachers[subject.code], salt),
    )


def _student(student: Student) -> record.Student:
    private = PrivateRecord.objects.filter(student=student).first() or PrivateRecord()
    return record.Student(
        code=StudentCode(student.code),
        name=student.full_name,
        gender=student.gender,
        birth_date=student.birth_date,
        birth_place=student.birth_place,
        ethnicity=student.ethnicity,
        policy_group=student.policy_group,
        residence=private.residence,
        father=record.Parent(private.father_name, private.father_occupation),
        mother=record.Parent(private.mother_name, private.mother_occupation),
        guardian=record.Parent(private.guardian_name, private.guardian_occupation),
        register_number=student.register_number,
    )


def _history(student: Student, school: School, school_class: SchoolClass) -> tuple[record.StudyHistoryRow, ...]:
    past = history_of(student).filter(year_start__lte=school_class.year_start).order_by("year_start", "joined_on")
    return tuple(record.StudyHistoryRow(e.school_class.school_year, e.school_class.name, school.name) for e in past)
