"""Back to entry: open drafts of a class are put aside, with a reason; what was signed stays as history."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from hocba.kernel.problems import fail
from hocba.web.issuance import source
from hocba.web.issuance.models import Slot, Transcript
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Permission


@transaction.atomic
def discard_drafts(school_class: SchoolClass, *, actor: Actor, reason: str) -> int:
    """How many drafts were put aside.

    Raises ProblemError ``issuance.reason_missing``, ``issuance.nothing_open``, ``issuance.signed_already`` (somebody
    has signed: only the leadership may).
    """
    if not reason.strip():
        raise fail("issuance.reason_missing")
    rows = Transcript.objects.select_for_update(of=("self",)).filter(
        school_class=school_class, state=Transcript.State.OPEN
    )
    opened = [row.pk for row in rows.order_by("pk")]
    if not opened:
        raise fail("issuance.nothing_open")
    signatures = Slot.objects.filter(transcript__in=opened, signed_at__isnull=False).count()
    if signatures and not actor.may(Permission.PRINCIPAL_SIGN):
        raise fail("issuance.signed_already", value=str(signatures))
    Transcript.objects.filter(pk__in=opened).update(state=Transcript.State.DISCARDED, ended_at=timezone.now())
    source.unlock(school_class, actor=actor, reason=reason)
    audit.record(
        actor=actor,
        action="transcripts.discarded",
        target=school_class,
        label=f"Lớp {school_class}",
        before={"drafts": len(opened), "signatures": signatures},
        reason=reason,
    )
    return len(opened)
