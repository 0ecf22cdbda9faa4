"""Starting a batch: what the signer saw becomes the list of what will be signed."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hocba.issuing.slots import SEAL
from hocba.kernel.problems import fail
from hocba.web.issuance.models import SigningBatch, SigningItem
from hocba.web.issuance.preflight import preflight
from hocba.web.issuance.waiting import digest_of, ready_slots
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


@transaction.atomic
def begin(school_class: SchoolClass, slot: str, *, actor: Actor, seen: str, ticket: UUID) -> SigningBatch:
    """The batch of ``ticket``; begun once, however often it is asked for. No key is touched.

    ``seen``: the digest of the page (``waiting.digest_of``). Raises ProblemError ``issuance.nothing_to_sign``,
    ``issuance.changed`` (the page is out of date), or as ``preflight`` says.
    """
    known = SigningBatch.objects.filter(ticket=ticket, signer=actor.user_id).first()
    if known is not None:
        return known
    slots = list(ready_slots(school_class, slot, holder_id=None if slot == SEAL else actor.user_id))
    if not slots:
        raise fail("issuance.nothing_to_sign")
    if digest_of(slots) != seen:
        raise fail("issuance.changed")
    certificate = preflight(actor, slot, now=timezone.now()).ready
    batch, made = SigningBatch.objects.get_or_create(
        school_id=actor.school,
        ticket=ticket,
        defaults={
            "school_class": school_class,
            "slot_name": slot,
            "signer_id": actor.user_id,
            "certificate": certificate,
            "seen_sha256": seen,
        },
    )
    if made:
        SigningItem.objects.bulk_create(
            SigningItem(school_id=actor.school, batch=batch, slot=each, position=position)
            for position, each in enumerate(slots)
        )
        audit.record(
            actor=actor,
            action="batch.confirmed",
            target=batch,
            label=f"Lớp {school_class}, {slot}",
            after={"items": len(slots), "seen": seen},
        )
    return batch


@transaction.atomic
def retry(batch: SigningBatch) -> None:
    """Take up again what did not succeed: refused items once more, and items whose worker died."""
    unfinished = batch.items.exclude(state=SigningItem.State.SIGNED)
    unfinished.update(state=SigningItem.State.PENDING, reason="", claimed_at=None)
