"""Writes about pupils."""

from __future__ import annotations

from django.db import transaction

from hocba.web.registry.models import PrivateRecord
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


@transaction.atomic
def reveal(record: PrivateRecord, *, actor: Actor) -> PrivateRecord:
    """Uncover a private record: the look itself is the change, and goes on record without the values."""
    audit.record(
        actor=actor, action="student.private_seen", target=record.student, label=f"Học sinh {record.student.code}"
    )
    return record
