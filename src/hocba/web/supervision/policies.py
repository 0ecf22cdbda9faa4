"""Load and authorise."""

from __future__ import annotations

from django.http import Http404

from hocba.web.schools.api import School
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission
from hocba.web.supervision.selectors import schools_of


def supervised_schools(actor: Actor) -> list[School]:
    """Every school below the actor's authority."""
    require(actor, Permission.SUPERVISE)
    return schools_of(actor)


def supervised_school(actor: Actor, *, school_id: int) -> School:
    """One of them; a school of another authority does not exist."""
    found = next((school for school in supervised_schools(actor) if school.pk == school_id), None)
    if found is None:
        raise Http404
    return found
