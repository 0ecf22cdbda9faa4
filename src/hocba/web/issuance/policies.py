"""Load and authorise."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from hocba.issuing.slots import SUBJECT_PREFIX
from hocba.web.issuance import steps
from hocba.web.issuance.models import SigningBatch, Transcript
from hocba.web.issuance.waiting import holders_of
from hocba.web.schools.api import (
    ClassSubject,
    SchoolClass,
    class_to_view,
    classes_visible_to,
    is_homeroom_teacher,
    teaches,
)
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class Task:
    """One slot of one class, for the person who signs it."""

    school_class: SchoolClass
    slot: str

    @property
    def word(self) -> str:
        return steps.word_of(self.slot)

    @property
    def stage(self) -> int:
        return steps.stage_of(self.slot)


def class_to_draft(actor: Actor, *, class_id: UUID) -> SchoolClass:
    """A class whose transcripts the actor may draft: the homeroom teacher's own, any for the school's office."""
    school_class = class_to_view(actor, class_id=class_id)
    if not may_draft(actor, school_class):
        raise PermissionDenied("neither homeroom teacher nor office")
    return school_class


def may_draft(actor: Actor, school_class: SchoolClass) -> bool:
    own = actor.may(Permission.HOMEROOM_SIGN) and is_homeroom_teacher(actor, school_class)
    return own or actor.may(Permission.ISSUANCE_PREPARE)


def task_to_sign(actor: Actor, *, class_id: UUID, step: str) -> Task:
    """A slot that is the actor's to sign: by office, by homeroom, by subject, or by what was frozen."""
    school_class = class_to_view(actor, class_id=class_id)
    slot = steps.slot_of(step)
    if slot is None or (slot.startswith(SUBJECT_PREFIX) and _subject(school_class, slot) is None):
        raise Http404
    require(actor, steps.permission_for(slot))
    if not (_is_own(actor, school_class, slot) or holders_of(school_class, slot).filter(pk=actor.user_id).exists()):
        raise PermissionDenied("somebody else's slot")
    return Task(school_class, slot)


def _is_own(actor: Actor, school_class: SchoolClass, slot: str) -> bool:
    stage = steps.stage_of(slot)
    if stage == steps.HOMEROOM_STAGE:
        return is_homeroom_teacher(actor, school_class)
    if stage == steps.SUBJECT_STAGE:
        subject = _subject(school_class, slot)
        return subject is not None and teaches(actor, subject)
    return True


def _subject(school_class: SchoolClass, slot: str) -> ClassSubject | None:
    return school_class.subjects.filter(subject=steps.subject_of(slot)).first()


def batch_of_mine(actor: Actor, *, batch_id: UUID) -> SigningBatch:
    """A batch that the actor began, while the office still allows it: a seal given back seals nothing more.

    In a scope of its own: its pages run outside the request's transaction.
    """
    with tenancy.scope(actor.scope):
        mine = SigningBatch.objects.filter(signer=actor.user_id).select_related("school_class", "certificate")
        batch = get_object_or_404(mine, pk=batch_id)
    require(actor, steps.permission_for(batch.slot_name))
    return batch


def transcript_to_view(actor: Actor, *, transcript_id: UUID) -> Transcript:
    """A transcript of a class that the actor may see."""
    require(actor, Permission.CLASS_VIEW)
    visible = Transcript.objects.filter(school_class__in=classes_visible_to(actor).order_by().values("pk"))
    return get_object_or_404(visible.select_related("school_class"), pk=transcript_id)


def transcript_to_read(actor: Actor, *, transcript_id: UUID) -> Transcript:
    """The whole document with address and family: for the office and the homeroom teacher, not for every teacher."""
    transcript = transcript_to_view(actor, transcript_id=transcript_id)
    office = actor.may(Permission.SCHOOL_WIDE)
    if not (office or is_homeroom_teacher(actor, transcript.school_class)):
        raise PermissionDenied("only the homeroom teacher and the office read whole transcripts")
    return transcript


def transcript_to_recall(actor: Actor, *, transcript_id: UUID) -> Transcript:
    """For the leadership."""
    transcript = transcript_to_view(actor, transcript_id=transcript_id)
    require(actor, Permission.PRINCIPAL_SIGN)
    return transcript
