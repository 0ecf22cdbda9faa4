"""Working on a batch, a few items at a time; each step is a short transaction of its own.

claim → intent (digest and time, committed) → the key signs → store. A process that dies between any two lines leaves
items that are pending, and a claim that runs out; whoever continues signs them anew. A slot is written once, under a
lock, so two workers on one item make one signature.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from hocba.issuing.draft import Draft
from hocba.issuing.sign import finish_slots, prepare_slots
from hocba.kernel.problems import Problem, ProblemError
from hocba.signing.certificates import SigningCertificate
from hocba.signing.ports import HashToSign, Outcome, Progress, SigningRequest, Timestamper
from hocba.signing.xades.signer import PreparedSlot
from hocba.web.issuance.documents import draft_of
from hocba.web.issuance.keys import Keys
from hocba.web.issuance.models import SigningBatch, SigningItem, Slot, Transcript
from hocba.web.issuance.preflight import signing_certificate
from hocba.web.shared import audit, tenancy
from hocba.web.shared.actor import Actor

CLAIM_LASTS = timedelta(seconds=60)
PATIENCE = 20.0
"""Seconds that one step waits for a provider that answers later."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who signs, with what."""

    actor: Actor
    batch: SigningBatch
    keys: Keys

    @property
    def certificate(self) -> SigningCertificate:
        return signing_certificate(self.batch.certificate)


@dataclass(frozen=True, slots=True)
class _Prepared:
    item: SigningItem
    draft: Draft
    slot: PreparedSlot


def claim(desk: Desk, most: int) -> list[SigningItem]:
    """The next free items, ours for ``CLAIM_LASTS``; what another worker holds is stepped over."""
    now = timezone.now()
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - CLAIM_LASTS)
    with tenancy.scope(desk.actor.scope):
        rows = SigningItem.objects.select_for_update(skip_locked=True, of=("self",))
        rows = rows.filter(free, batch=desk.batch, state=SigningItem.State.PENDING)
        items = list(rows.select_related("slot__transcript").order_by("position")[:most])
        SigningItem.objects.filter(pk__in=[item.pk for item in items]).update(claimed_at=now)
    return items


def release(desk: Desk, items: Sequence[SigningItem]) -> None:
    """Give claimed items back, unsigned."""
    with tenancy.scope(desk.actor.scope):
        SigningItem.objects.filter(pk__in=[item.pk for item in items]).update(claimed_at=None)


def sign_slots(desk: Desk, items: Sequence[SigningItem], *, timestamper: Timestamper | None = None) -> None:
    """Fill the slots of claimed items. Raises ProblemError when the provider as a whole does not answer."""
    prepared = _prepare(desk, items)
    outcomes = ask(desk, {str(each.item.pk): each.slot.digest for each in prepared})
    for each in prepared:
        outcome = outcomes.get(str(each.item.pk))
        if outcome is not None:
            _store(desk, each, outcome, timestamper)


def _prepare(desk: Desk, items: Sequence[SigningItem]) -> list[_Prepared]:
    """Digest what each signature will cover, and commit the intent."""
    now = timezone.now()
    found = []
    with tenancy.scope(desk.actor.scope):
        for item in items:
            ready = _prepare_one(desk, item, now)
            if ready is not None:
                intend(item, ready.slot.digest, now)
                found.append(ready)
    return found


def _prepare_one(desk: Desk, item: SigningItem, now: datetime) -> _Prepared | None:
    try:
        require_open(item.slot.transcript)
        if Slot.objects.filter(pk=item.slot_id, signed_at__isnull=False).exists():
            settle(item)
            return None
        draft = draft_of(item.slot.transcript)
        (slot,) = prepare_slots(draft, {item.slot.name: desk.certificate}, at=now)
    except ProblemError as error:
        refuse(item, error.problem)
        return None
    return _Prepared(item, draft, slot)


def require_open(transcript: Transcript) -> None:
    """Raise ProblemError ``issuance.not_open`` for a draft that was put aside meanwhile."""
    if transcript.state != Transcript.State.OPEN:
        raise ProblemError(Problem("issuance.not_open"))


def intend(item: SigningItem, digest: bytes, now: datetime) -> None:
    item.digest, item.signing_time = digest.hex(), now
    item.save(update_fields=["digest", "signing_time"])


def ask(desk: Desk, digests: Mapping[str, bytes]) -> Mapping[str, Outcome]:
    """All hashes in one request; what has not been answered in time is missing from the result."""
    if not digests:
        return {}
    provider = desk.keys.provider
    items = tuple(HashToSign(key, digest) for key, digest in digests.items())
    ticket = provider.begin(SigningRequest(desk.batch.certificate.credential, desk.certificate.algorithm, items))
    deadline = time.monotonic() + PATIENCE
    progress: Progress = provider.collect(ticket)
    while not progress.finished and time.monotonic() < deadline:
        time.sleep(0.5)
        progress = provider.collect(ticket)
    return progress.outcomes


def _store(desk: Desk, prepared: _Prepared, outcome: Outcome, timestamper: Timestamper | None) -> None:
    item = prepared.item
    try:
        if isinstance(outcome, Problem):
            raise ProblemError(outcome)
        filled = finish_slots(prepared.draft, [prepared.slot], [outcome], timestamper=timestamper)
        _keep(desk, item, filled.signature_in(item.slot.name))
    except ProblemError as error:
        with tenancy.scope(desk.actor.scope):
            refuse(item, error.problem)


def _keep(desk: Desk, item: SigningItem, signature: bytes) -> None:
    """Write the signature into its slot, once."""
    with tenancy.scope(desk.actor.scope):
        require_open(Transcript.objects.select_for_update(of=("self",)).get(pk=item.slot.transcript_id))
        slot = Slot.objects.select_for_update(of=("self",)).get(pk=item.slot_id)
        if slot.signed_at is None:
            slot.signature, slot.certificate, slot.signed_at = signature, desk.batch.certificate, timezone.now()
            slot.save(update_fields=["signature", "certificate", "signed_at"])
            audit.record(
                actor=desk.actor,
                action="transcript.signed",
                target=slot,
                label=f"Học bạ {item.slot.transcript.public_id}, {slot.name}",
                after={"certificate": desk.batch.certificate.sha256},
            )
        settle(item)


def settle(item: SigningItem) -> None:
    """Done; a seal is done only when the transcript is issued (``services.seal``)."""
    if item.slot.holder_id is not None:
        finish(item)


def finish(item: SigningItem) -> None:
    item.state, item.reason, item.claimed_at = SigningItem.State.SIGNED, "", None
    item.save(update_fields=["state", "reason", "claimed_at"])


def refuse(item: SigningItem, problem: Problem) -> None:
    """This one item was not signed; the others go on."""
    item.state, item.reason, item.claimed_at = SigningItem.State.REFUSED, problem.code, None
    item.save(update_fields=["state", "reason", "claimed_at"])
