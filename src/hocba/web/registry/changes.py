"""Writes that a clerk makes on a pupil's page: the covered record, and moving to another class."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from hocba.kernel.problems import fail
from hocba.web.registry.models import Enrolment, PrivateRecord, Student
from hocba.web.registry.services import enrol
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor

COVERED = "•••"


@transaction.atomic
def correct_private(record: PrivateRecord, *, changes: Mapping[str, str], reason: str, actor: Actor) -> None:
    """Change covered fields; the trail names the fields, never the values."""
    for name, value in changes.items():
        setattr(record, name, value)
    record.save(update_fields=list(changes))
    covered = dict.fromkeys(changes, COVERED)
    audit.record(
        actor=actor, action="student.private_corrected", target=record.student,
        label=f"Học sinh {record.student.code}", before=covered, after=covered, reason=reason,
    )  # fmt: skip


@transaction.atomic
def move(student: Student, *, to: SchoolClass, on: date, reason: str, actor: Actor) -> Enrolment:
    """Leave the class of that year on ``on`` and join another the same day; marks stay with the old enrolment.

    Raises ProblemError ``enrolment.none``, ``enrolment.same_class``, ``enrolment.before_joining``.
    """
    current = _current(student, to.year_start)
    if current.school_class_id == to.pk:
        raise fail("enrolment.same_class", "school_class")
    if on < current.joined_on:
        raise fail("enrolment.before_joining", "on", joined=f"{current.joined_on:%d/%m/%Y}")
    current.left_on = on
    current.save(update_fields=["left_on"])
    audit.record(
        actor=actor, action="student.left_class", target=student,
        label=f"Học sinh {student.code}, lớp {current.school_class}",
        after={"left_on": on.isoformat()}, reason=reason,
    )  # fmt: skip
    return enrol(student, to, joined_on=on, actor=actor)


def _current(student: Student, year_start: int) -> Enrolment:
    present = student.enrolments.select_for_update().filter(year_start=year_start, left_on__isnull=True)
    found = present.select_related("school_class").first()
    if found is None:
        raise fail("enrolment.none")
    return found
