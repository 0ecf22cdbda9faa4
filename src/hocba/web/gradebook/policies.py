"""Load and authorise. Who may see a sheet sees it; who may write in it is asked again when it is saved."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from hocba.web.gradebook.sheets import Sheet, homeroom_sheet, subject_sheet
from hocba.web.schools.api import (
    ClassSubject,
    SchoolClass,
    class_to_view,
    homeroom_class,
    is_homeroom_teacher,
    subject_taught,
    subject_to_view,
    teaches,
)
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission


def subject_sheet_to_view(actor: Actor, *, class_subject_id: UUID, part: str) -> Sheet:
    """For the subject's teacher, the class's homeroom teacher and the school's office."""
    class_subject = subject_to_view(actor, class_subject_id=class_subject_id)
    own = teaches(actor, class_subject) or sees_whole_class(actor, class_subject.school_class)
    if not own:
        raise PermissionDenied("another teacher's subject")
    return _subject_part(class_subject, part)


def subject_sheet_to_write(actor: Actor, *, class_subject_id: UUID, part: str) -> Sheet:
    """Only for a teacher of the subject."""
    class_subject = subject_taught(actor, class_subject_id=class_subject_id)
    return _subject_part(class_subject, part)


def class_overview(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """All sheets of a class at once: for its homeroom teacher and the school's office."""
    school_class = class_to_view(actor, class_id=class_id)
    if not sees_whole_class(actor, school_class):
        raise PermissionDenied("not the homeroom teacher")
    return school_class


def homeroom_sheet_to_view(actor: Actor, *, class_id: UUID, part: str) -> Sheet:
    return _homeroom_part(class_overview(actor, class_id=class_id), part)


def homeroom_sheet_to_write(actor: Actor, *, class_id: UUID, part: str) -> Sheet:
    """Only for the homeroom teacher."""
    return _homeroom_part(homeroom_class(actor, class_id=class_id), part)


def class_to_lock(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """For the school's head and deputies."""
    school_class = class_to_view(actor, class_id=class_id)
    require(actor, Permission.GRADEBOOK_LOCK)
    return school_class


def sees_whole_class(actor: Actor, school_class: SchoolClass) -> bool:
    return actor.may(Permission.SCHOOL_WIDE) or is_homeroom_teacher(actor, school_class)


def may_write(actor: Actor, sheet: Sheet) -> bool:
    """Whether the page offers to write."""
    if sheet.class_subject is None:
        return actor.may(Permission.HOMEROOM_WRITE) and is_homeroom_teacher(actor, sheet.school_class)
    return actor.may(Permission.MARK_ENTER) and teaches(actor, sheet.class_subject)


def _subject_part(class_subject: ClassSubject, part: str) -> Sheet:
    try:
        return subject_sheet(class_subject, part)
    except LookupError:
        raise Http404("no such part") from None


def _homeroom_part(school_class: SchoolClass, part: str) -> Sheet:
    try:
        return homeroom_sheet(school_class, part)
    except LookupError:
        raise Http404("no such part") from None
