"""Prepare → sign elsewhere → finish, bytes to bytes. Slots that do not cover each other are prepared side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hocba.kernel.problems import fail
from hocba.signing.algorithms import digest_of, is_signature
from hocba.signing.certificates import SigningCertificate, public_key
from hocba.signing.ports import Timestamper
from hocba.signing.xades.canonical import Elements
from hocba.signing.xades.form import SignatureForm, render, to_be_signed, to_be_stamped


@dataclass(frozen=True, slots=True)
class SlotJob:
    """Sign ``covers`` (Ids) into the empty element ``slot`` (Id) with this certificate."""

    slot: str
    covers: tuple[str, ...]
    certificate: SigningCertificate


@dataclass(frozen=True, slots=True)
class PreparedSlot:
    """Waits for a signature over ``to_be_signed``; holds no key.

    ``source``: the document that was digested, while it is still at hand, and ``place`` in it; None after a pause, and
    then the document is digested again before the signature is put in.
    """

    slot: str
    form: SignatureForm
    to_be_signed: bytes
    source: bytes | None = field(default=None, repr=False, compare=False)
    place: int = field(default=-1, compare=False)

    @property
    def digest(self) -> bytes:
        """SHA-256 of ``to_be_signed``: what a provider receives."""
        return digest_of(self.to_be_signed)


def prepare(
    document: bytes, jobs: Iterable[SlotJob], *, at: datetime, elements: Elements | None = None
) -> list[PreparedSlot]:
    """Digest what each job covers. ``document`` is canonical (``canonical.assert_canonical``); ``at`` is aware.
    ``elements``: those of ``document``, if at hand.

    Raises ProblemError ``slot.filled``, ``xml.id_missing``, ``xml.id_duplicate``.
    """
    elements = elements or Elements(document)
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return [_prepare(elements, job, moment) for job in jobs]


def _prepare(elements: Elements, job: SlotJob, moment: str) -> PreparedSlot:
    place = _empty_slot(elements, job.slot)
    form = SignatureForm(
        id=f"{job.slot}-sig",
        references=_digests(elements, job.covers),
        algorithm=job.certificate.algorithm,
        certificates=job.certificate.chain,
        signing_time=moment,
    )
    return PreparedSlot(job.slot, form, to_be_signed(form), elements.document, place)


def _empty_slot(elements: Elements, slot: str) -> int:
    """Where the signature goes."""
    place = elements.find(slot)
    if not place.empty:
        raise fail("slot.filled", path=slot)
    return place.inner


def _digests(elements: Elements, covers: tuple[str, ...]) -> tuple[tuple[str, bytes], ...]:
    return tuple((target, elements.digest(target)) for target in covers)


def finish(
    document: bytes,
    prepared: Sequence[PreparedSlot],
    values: Sequence[bytes],
    *,
    timestamper: Timestamper | None = None,
    check_values: bool = True,
) -> bytes:
    """Put each signature in its slot; with ``timestamper`` as B-T.

    ``check_values=False`` leaves out the check of each value against its certificate: for keys in this very process,
    where the whole document is verified anyway before it goes on.

    Raises ProblemError ``signature.value`` (not by this certificate over this text), ``slot.filled``,
    ``document.changed`` (what is covered differs from what was prepared).
    """
    elements: Elements | None = None
    places = []
    for item, value in zip(prepared, values, strict=True):
        if document is item.source:
            place = item.place
        else:
            elements = elements or Elements(document)
            place = _check_again(elements, item)
        if check_values and not is_signature(public_key(item.form.certificates[0]), value, item.digest):
            raise fail("signature.value", path=item.slot)
        places.append((place, render(_complete(item.form.signed(value), timestamper), info=item.to_be_signed)))
    return _insert(document, places)


def _check_again(elements: Elements, item: PreparedSlot) -> int:
    """Where the signature goes in a document that may have changed since."""
    place = _empty_slot(elements, item.slot)
    covered = tuple(target for target, _ in item.form.references)
    if _digests(elements, covered) != item.form.references:
        raise fail("document.changed", path=item.slot)
    return place


def _complete(form: SignatureForm, timestamper: Timestamper | None) -> SignatureForm:
    return form if timestamper is None else form.stamped(timestamper.stamp(digest_of(to_be_stamped(form))))


def _insert(document: bytes, places: list[tuple[int, bytes]]) -> bytes:
    parts, position = [], 0
    for place, content in sorted(places):
        parts += [document[position:place], content]
        position = place
    return b"".join([*parts, document[position:]])
