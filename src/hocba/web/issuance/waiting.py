"""Which slots wait for whom, and for what they wait. The order of the layers is decided here, on the server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hocba.issuing.slots import SEAL
from hocba.web.accounts.api import User
from hocba.web.issuance.models import Slot, Transcript
from hocba.web.schools.api import SchoolClass

_DONE = Q(signed_at__isnull=False)


def ready_slots(school_class: SchoolClass, slot: str, *, holder_id: int | None) -> QuerySet[Slot]:
    """Slots of this name that may be signed now by this person (``None``: the seal), in Vietnamese order of pupils.

    A sealed XML whose PDF is not finished still waits.
    """
    below = Slot.objects.filter(transcript=OuterRef("transcript"), stage__lt=OuterRef("stage")).exclude(_DONE)
    rows = _open_slots(school_class).filter(name=slot, holder=holder_id)
    rows = rows if slot == SEAL else rows.exclude(_DONE)
    return _in_order(rows.filter(~Exists(below)))


def all_slots(school_class: SchoolClass, slot: str) -> QuerySet[Slot]:
    """Every slot of this name in the open transcripts of a class."""
    return _in_order(_open_slots(school_class).filter(name=slot))


def _open_slots(school_class: SchoolClass) -> QuerySet[Slot]:
    return Slot.objects.filter(transcript__school_class=school_class, transcript__state=Transcript.State.OPEN)


def _in_order(slots: QuerySet[Slot]) -> QuerySet[Slot]:
    return slots.select_related("transcript", "holder").order_by(
        "transcript__enrolment__student__name_key", "transcript__enrolment__student__code"
    )


def digest_of(slots: Iterable[Slot]) -> str:
    """One hash over all that is about to be signed: what the signer saw is what is signed, or nothing."""
    lines = (f"{slot.name} {slot.transcript.draft_sha256}" for slot in slots)
    return sha256("\n".join(lines).encode()).hexdigest()


def short_code(digest: str) -> str:
    """The first six hexadecimal digits in two groups, to be compared by eye: ``A3F 91C``."""
    return f"{digest[:3]} {digest[3:6]}".upper()


@dataclass(frozen=True, slots=True)
class SlotCount:
    """How far one slot has come over the open transcripts of a class."""

    class_id: object
    name: str
    stage: int
    holder_id: int | None
    holder_name: str
    total: int
    signed: int

    @property
    def waiting(self) -> int:
        return self.total - self.signed


def slot_counts(classes: Iterable[SchoolClass]) -> dict[object, list[SlotCount]]:
    """By class, in the order of signing."""
    rows = (
        Slot.objects.filter(transcript__school_class__in=[each.pk for each in classes])
        .filter(transcript__state=Transcript.State.OPEN)
        .values_list("transcript__school_class", "name", "stage", "holder", "holder__full_name")
        .annotate(total=Count("id"), signed=Count("id", filter=_DONE))
        .order_by("stage", "position")
        .values_list("transcript__school_class", "name", "stage", "holder", "holder__full_name", "total", "signed")
    )
    found: dict[object, list[SlotCount]] = defaultdict(list)
    for class_id, name, stage, holder, holder_name, total, signed in rows:
        found[class_id].append(SlotCount(class_id, name, stage, holder, holder_name or "", total, signed))
    return found


def blockers(counts: Iterable[SlotCount], slot_stage: int) -> list[SlotCount]:
    """What must be signed before this layer, and is not."""
    return [each for each in counts if each.stage < slot_stage and each.waiting]


def holders_of(school_class: SchoolClass, slot: str) -> QuerySet[User]:
    """Who holds this slot in the open transcripts of the class."""
    return User.objects.filter(pk__in=_open_slots(school_class).filter(name=slot).values("holder"))
