"""Load and authorise."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from hocba.web.accounts.models import Membership
from hocba.web.accounts.selectors import office_of
from hocba.web.shared.actor import Actor


def own_office(actor: Actor, *, membership_id: UUID) -> Membership:
    """An office of the actor's own; anybody else's does not exist."""
    office = office_of(actor.user_id, membership_id)
    if office is None:
        raise Http404
    return office
