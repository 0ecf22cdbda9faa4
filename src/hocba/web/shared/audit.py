"""The audit trail: every service writes its entry in the transaction of the change itself."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Model

from hocba.web.shared.actor import Actor
from hocba.web.shared.models import AuditEntry

Facts = Mapping[str, object]
"""Field → value, JSON-able. Never an ID number, a key or a PIN: write ``"•••"`` for a sensitive value."""


def record(
    *,
    actor: Actor,
    action: str,
    target: Model,
    label: str,
    before: Facts | None = None,
    after: Facts | None = None,
    reason: str = "",
) -> None:
    """Append one entry. ``action`` is dotted: ``mark.changed``; ``label`` names the object for people."""
    AuditEntry.objects.bulk_create(
        [entry(actor=actor, action=action, target=target, label=label, before=before, after=after, reason=reason)]
    )


def entry(
    *,
    actor: Actor,
    action: str,
    target: Model,
    label: str,
    before: Facts | None = None,
    after: Facts | None = None,
    reason: str = "",
) -> AuditEntry:
    """An entry not yet written, for services that write many at once with ``bulk_create``."""
    return AuditEntry(
        school_id=actor.school_id,
        actor_id=actor.user_id,
        actor_name=actor.name,
        actor_role=actor.role,
        action=action,
        object_kind=target._meta.label,
        object_id=str(target.pk),
        object_label=label[:200],
        before=before,
        after=after,
        reason=reason,
    )
