"""Reads about people and offices."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from hocba.web.accounts.models import Membership, User
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Role

SESSION_KEY = "membership"
"""Session entry that names the office at work."""


def offices_of(user_id: int) -> QuerySet[Membership]:
    """Offices held today, in a stable order."""
    today = timezone.localdate()
    return (
        Membership.objects.filter(user=user_id, started_on__lte=today)
        .filter(Q(ended_on__isnull=True) | Q(ended_on__gte=today))
        .select_related("user", "school", "authority")
        .order_by("started_on", "id")
    )


def actor_for(user_id: int, chosen: str | None) -> Actor | None:
    """The person in the chosen office, or in the first one; None when no office is held."""
    offices = list(offices_of(user_id))
    if not offices:
        return None
    office = next((office for office in offices if str(office.pk) == chosen), offices[0])
    return replace(as_actor(office), has_other_offices=len(offices) > 1)


def as_actor(office: Membership) -> Actor:
    """Who acts, in this office."""
    place = office.school or office.authority
    supervised = office.authority.supervised_schools() if office.authority else ()
    return Actor(
        user_id=office.user_id,
        name=office.user.full_name,
        role=office.office,
        school_id=office.school_id,
        authority_id=office.authority_id,
        place=place.name if place else "",
        school_year=office.school.school_year if office.school else None,
        supervised=frozenset(supervised),
    )


def office_of(user_id: int, membership_id: UUID) -> Membership | None:
    """One office of this person, if held today."""
    return offices_of(user_id).filter(pk=membership_id).first()


def holders(school_id: int, *roles: Role) -> QuerySet[User]:
    """Who holds one of these offices in the school today, in Vietnamese order."""
    today = timezone.localdate()
    held = Q(memberships__ended_on__isnull=True) | Q(memberships__ended_on__gte=today)
    return (
        User.objects.filter(held, memberships__school=school_id, memberships__role__in=roles)
        .distinct()
        .order_by("name_key", "id")
    )
