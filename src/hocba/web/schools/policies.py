"""Load and authorise. A class of which the actor may know nothing does not exist (404); one that may be seen but not
changed is refused (403)."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from hocba.web.schools import selectors
from hocba.web.schools.models import ClassSubject, SchoolClass
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission


def class_to_view(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """A class that the actor may see."""
    require(actor, Permission.CLASS_VIEW)
    return get_object_or_404(selectors.classes_visible_to(actor), pk=class_id)


def homeroom_class(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """The actor's own homeroom class, to write in."""
    school_class = class_to_view(actor, class_id=class_id)
    require(actor, Permission.HOMEROOM_WRITE)
    if not selectors.is_homeroom_teacher(actor, school_class):
        raise PermissionDenied("not the homeroom teacher")
    return school_class


def subject_to_view(actor: Actor, *, class_subject_id: UUID) -> ClassSubject:
    """A subject of a class that the actor may see."""
    require(actor, Permission.CLASS_VIEW)
    visible = ClassSubject.objects.filter(school_class__in=selectors.classes_visible_to(actor).values("pk"))
    return get_object_or_404(visible.select_related("school_class"), pk=class_subject_id)


def subject_taught(actor: Actor, *, class_subject_id: UUID) -> ClassSubject:
    """A subject that the actor teaches, to write marks in."""
    class_subject = subject_to_view(actor, class_subject_id=class_subject_id)
    require(actor, Permission.MARK_ENTER)
    if not selectors.teaches(actor, class_subject):
        raise PermissionDenied("not the teacher of the subject")
    return class_subject


def class_to_staff(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """A class for which the actor names the homeroom teacher."""
    school_class = class_to_view(actor, class_id=class_id)
    require(actor, Permission.TEACHING_ASSIGN)
    return school_class


def subject_to_staff(actor: Actor, *, class_subject_id: UUID) -> ClassSubject:
    """A subject of a class for which the actor names the teachers."""
    class_subject = subject_to_view(actor, class_subject_id=class_subject_id)
    require(actor, Permission.TEACHING_ASSIGN)
    return class_subject
