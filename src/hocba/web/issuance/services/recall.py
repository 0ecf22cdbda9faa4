"""Recalling an issued transcript: its files stay, its state says that it no longer counts."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from hocba.kernel.problems import fail
from hocba.web.issuance.models import Transcript
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


@transaction.atomic
def recall(transcript: Transcript, *, actor: Actor, kind: str, reason: str) -> None:
    """``kind`` is one of ``Transcript.RecallReason`` and public; ``reason`` stays in the school.

    Raises ProblemError ``issuance.reason_missing``, ``issuance.not_issued``.
    """
    if not reason.strip() or kind not in Transcript.RecallReason.values:
        raise fail("issuance.reason_missing")
    current = Transcript.objects.select_for_update(of=("self",)).get(pk=transcript.pk)
    if current.state != Transcript.State.ISSUED:
        raise fail("issuance.not_issued")
    current.state, current.ended_at, current.recall_reason = Transcript.State.RECALLED, timezone.now(), kind
    current.save(update_fields=["state", "ended_at", "recall_reason"])
    audit.record(
        actor=actor,
        action="transcript.recalled",
        target=current,
        label=f"Học bạ {current.public_id}, bản {current.version}",
        before={"state": Transcript.State.ISSUED},
        after={"state": Transcript.State.RECALLED, "kind": kind},
        reason=reason,
    )
