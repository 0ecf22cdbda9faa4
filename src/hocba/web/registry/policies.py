"""Load and authorise."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from hocba.web.registry.models import PrivateRecord, Student
from hocba.web.registry.selectors import students_visible_to
from hocba.web.schools.api import SchoolClass, class_to_view
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission


def student_to_view(actor: Actor, *, student_id: UUID) -> Student:
    """A pupil of a class that the actor may see."""
    require(actor, Permission.CLASS_VIEW)
    return get_object_or_404(students_visible_to(actor), pk=student_id)


def private_record(actor: Actor, *, student_id: UUID) -> PrivateRecord:
    """The covered record: for the school's office and for the pupil's own homeroom teacher."""
    student = student_to_view(actor, student_id=student_id)
    require(actor, Permission.STUDENT_REVEAL)
    if not may_reveal(actor, student):
        raise PermissionDenied("not the homeroom teacher")
    return get_object_or_404(PrivateRecord.objects.select_related("student"), student=student)


def may_reveal(actor: Actor, student: Student) -> bool:
    """Whether the page offers to uncover the record."""
    if actor.may(Permission.SCHOOL_WIDE):
        return actor.may(Permission.STUDENT_REVEAL)
    present = student.enrolments.filter(left_on__isnull=True)
    return present.filter(school_class__homeroom_teacher=actor.user_id).exists()


def student_to_edit(actor: Actor, *, student_id: UUID) -> Student:
    """A pupil whose record the actor may change."""
    student = student_to_view(actor, student_id=student_id)
    require(actor, Permission.STUDENT_EDIT)
    return student


def private_record_to_edit(actor: Actor, *, student_id: UUID) -> PrivateRecord:
    """The covered record, to change it."""
    record = private_record(actor, student_id=student_id)
    require(actor, Permission.STUDENT_EDIT)
    return record


def class_to_admit_to(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """A class into which the actor may write pupils."""
    school_class = class_to_view(actor, class_id=class_id)
    require(actor, Permission.STUDENT_EDIT)
    return school_class
