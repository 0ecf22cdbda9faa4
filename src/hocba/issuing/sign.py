"""Filling the slots of a draft: prepare, let the keys sign wherever they live, finish. Item by item, in any batches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from hocba.issuing.draft import Draft
from hocba.issuing.holders import holder_problems
from hocba.kernel.problems import ProblemError, fail
from hocba.signing.certificates import SigningCertificate, may_sign_documents
from hocba.signing.ports import Timestamper
from hocba.signing.xades.signer import PreparedSlot, SlotJob, finish, prepare


def prepare_slots(
    draft: Draft, certificates: Mapping[str, SigningCertificate], *, at: datetime
) -> tuple[PreparedSlot, ...]:
    """One waiting signature per slot name in ``certificates``, in that order. ``at``: aware, the claimed signing time.

    Raises ProblemError before any key is asked: ``slot.unknown``, ``slot.filled``, ``slot.order`` (a layer below is not
    complete), ``signer.kind``, ``signer.wrong``, ``issuer.demonstration_mismatch``, ``certificate.expired``,
    ``certificate.not_yet_valid``, ``certificate.usage``; path: the slot's name.
    """
    ready = draft.open_slots()
    for slot, certificate in certificates.items():
        _check_order(draft, slot, ready)
        check_holder(draft, slot, certificate, at=at)
    jobs = (
        SlotJob(policy.slot.id, tuple(target.id for target in policy.covers), certificates[policy.name])
        for policy in map(draft.slot, certificates)
    )
    return tuple(prepare(draft.xml, jobs, at=at, elements=draft.elements))


def finish_slots(
    draft: Draft,
    prepared: Sequence[PreparedSlot],
    values: Sequence[bytes],
    *,
    timestamper: Timestamper | None = None,
    check_values: bool = True,
) -> Draft:
    """The draft with these slots filled; give ``timestamper`` for the seal. ``check_values``: as in ``xades.signer``.

    Raises ProblemError ``signature.value``, ``slot.filled``, ``document.changed``; then nothing has been filled.
    """
    return draft.with_xml(finish(draft.xml, prepared, values, timestamper=timestamper, check_values=check_values))


def check_holder(draft: Draft, slot: str, certificate: SigningCertificate, *, at: datetime) -> None:
    """Raise the first reason why this certificate must not fill this slot."""
    for problem in holder_problems(draft.transcript, slot, certificate.der):
        raise ProblemError(problem)
    parsed = certificate.parsed
    if at < parsed.not_valid_before_utc:
        raise fail("certificate.not_yet_valid", slot, certificate.name, time=parsed.not_valid_before_utc.isoformat())
    if at > parsed.not_valid_after_utc:
        raise fail("certificate.expired", slot, certificate.name, time=parsed.not_valid_after_utc.isoformat())
    if not may_sign_documents(certificate.der):
        raise fail("certificate.usage", slot, certificate.name)


def _check_order(draft: Draft, slot: str, ready: tuple[str, ...]) -> None:
    if slot not in ready:
        raise fail("slot.filled" if draft.is_filled(slot) else "slot.order", path=slot)
