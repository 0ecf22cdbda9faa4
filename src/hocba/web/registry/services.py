"""Writes about pupils."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import ProtectedError

from hocba.web.registry.models import Enrolment, PrivateRecord, Student
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


@transaction.atomic
def reveal(record: PrivateRecord, *, actor: Actor) -> PrivateRecord:
    """Uncover a private record: the look itself is the change, and goes on record without the values."""
    audit.record(
        actor=actor, action="student.private_seen", target=record.student, label=f"Học sinh {record.student.code}"
    )
    return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a pupil's record begins with, as ``Student`` stores it."""

    code: str
    full_name: str
    gender: str
    birth_date: str
    birth_place: str = ""
    ethnicity: str = ""


@transaction.atomic
def admit(
    school_class: SchoolClass, *, particulars: Particulars, personal_id: str = "", joined_on: date, actor: Actor
) -> Enrolment:
    """A pupil whom the school has not known, into a class."""
    student = Student.objects.create(school_id=school_class.school_id, **asdict(particulars))
    PrivateRecord.objects.create(school_id=school_class.school_id, student=student, personal_id=personal_id)
    audit.record(
        actor=actor, action="student.added", target=student, label=f"Học sinh {student.code}", after=asdict(particulars)
    )
    return enrol(student, school_class, joined_on=joined_on, actor=actor)


@transaction.atomic
def enrol(student: Student, school_class: SchoolClass, *, joined_on: date, actor: Actor) -> Enrolment:
    """A pupil of the school into a class."""
    enrolment = Enrolment.objects.create(
        school_id=school_class.school_id, student=student, school_class=school_class,
        year_start=school_class.year_start, joined_on=joined_on,
    )  # fmt: skip
    audit.record(
        actor=actor, action="student.enrolled", target=student, label=f"Học sinh {student.code}, lớp {school_class}",
        after={"school_class": str(school_class.pk)},
    )  # fmt: skip
    return enrolment


@transaction.atomic
def correct(student: Student, *, changes: Mapping[str, str], reason: str, actor: Actor) -> None:
    """Change particulars; ``changes``: field of ``Particulars`` → new value."""
    before = {name: getattr(student, name) for name in changes}
    for name, value in changes.items():
        setattr(student, name, value)
    student.save(update_fields=[*changes, *(["name_key"] if "full_name" in changes else [])])
    audit.record(
        actor=actor, action="student.corrected", target=student, label=f"Học sinh {student.code}",
        before=before, after=dict(changes), reason=reason,
    )  # fmt: skip


@transaction.atomic
def take_back(enrolment: Enrolment, *, with_student: bool, reason: str, actor: Actor) -> bool:
    """Undo an enrolment made by mistake, ``with_student`` also the pupil's record.

    False, and nothing is changed, where marks, transcripts or anything else hang on it.
    """
    student, label = enrolment.student, f"Học sinh {enrolment.student.code}, lớp {enrolment.school_class}"
    try:
        with transaction.atomic():
            audit.record(actor=actor, action="student.enrolment_undone", target=student, label=label, reason=reason)
            enrolment.delete()
            if with_student:
                PrivateRecord.objects.filter(student=student).delete()
                student.delete()
    except ProtectedError:
        return False
    return True
