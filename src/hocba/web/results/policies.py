"""Load and authorise. Results of a whole class are for its homeroom teacher and the school's office."""

from __future__ import annotations

from uuid import UUID

from django.shortcuts import get_object_or_404

from hocba.web.gradebook.api import class_overview
from hocba.web.registry.api import Enrolment, pupils_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission


def pupil_of_class(actor: Actor, *, class_id: UUID, enrolment_id: UUID) -> Enrolment:
    """A present pupil of a class whose results the actor may see; ``student`` and ``school_class`` are loaded."""
    school_class = class_overview(actor, class_id=class_id)
    return get_object_or_404(pupils_of(school_class).select_related("student", "school_class"), pk=enrolment_id)


def pupil_to_rule(actor: Actor, *, class_id: UUID, enrolment_id: UUID) -> Enrolment:
    """For the school's head and deputies."""
    enrolment = pupil_of_class(actor, class_id=class_id, enrolment_id=enrolment_id)
    require(actor, Permission.RESULT_RULE)
    return enrolment
