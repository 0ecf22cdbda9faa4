"""Writes about who leads a class and who teaches it."""

from __future__ import annotations

from django.db import transaction

from hocba.kernel.problems import fail
from hocba.web.accounts.api import User, holders
from hocba.web.schools.models import ClassSubject, SchoolClass, TeachingAssignment
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Role


@transaction.atomic
def appoint_homeroom_teacher(school_class: SchoolClass, *, teacher: User | None, actor: Actor) -> None:
    """From now on this teacher leads the class; None: nobody does. Raises ProblemError ``assignment.not_staff``."""
    if teacher is not None:
        _require_staff(school_class.school_id, teacher)
    before = school_class.homeroom_teacher
    school_class.homeroom_teacher = teacher
    school_class.save(update_fields=["homeroom_teacher"])
    audit.record(
        actor=actor, action="class.homeroom_changed", target=school_class, label=f"Lớp {school_class}",
        before={"homeroom_teacher": _name(before)}, after={"homeroom_teacher": _name(teacher)},
    )  # fmt: skip


@transaction.atomic
def assign(class_subject: ClassSubject, *, responsible: User, helper: User | None = None, actor: Actor) -> None:
    """Who teaches the subject in the class: ``responsible`` signs, ``helper`` shares the marks.

    Replaces who taught it before. Raises ProblemError ``assignment.not_staff``, ``assignment.already``.
    """
    if helper == responsible:
        raise fail("assignment.already", "helper")
    teachers = [responsible, *([helper] if helper else [])]
    for teacher in teachers:
        _require_staff(class_subject.school_id, teacher)
    before = _names(class_subject)
    class_subject.assignments.all().delete()
    TeachingAssignment.objects.bulk_create(
        TeachingAssignment(
            school_id=class_subject.school_id, class_subject=class_subject, teacher=teacher,
            responsible=teacher == responsible,
        )
        for teacher in teachers
    )  # fmt: skip
    audit.record(
        actor=actor, action="teaching.assigned", target=class_subject,
        label=f"{class_subject.name}, lớp {class_subject.school_class}",
        before={"teachers": before}, after={"teachers": _names(class_subject)},
    )  # fmt: skip


def _require_staff(school_id: int, teacher: User) -> None:
    if not holders(school_id, Role.TEACHER, Role.PRINCIPAL, Role.VICE_PRINCIPAL).filter(pk=teacher.pk).exists():
        raise fail("assignment.not_staff")


def _names(class_subject: ClassSubject) -> list[str]:
    found = class_subject.assignments.select_related("teacher").order_by("-responsible", "teacher__name_key")
    return [assignment.teacher.full_name for assignment in found]


def _name(user: User | None) -> str:
    return "" if user is None else user.full_name
