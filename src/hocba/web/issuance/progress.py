"""How far the transcripts of classes have come, for lists and cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext

from hocba.issuing.slots import SEAL
from hocba.web.issuance import steps
from hocba.web.issuance.models import Transcript
from hocba.web.issuance.waiting import SlotCount, blockers, slot_counts
from hocba.web.schools.api import SchoolClass
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Permission

BLOCKERS_SHOWN = 3
"""People waited for whom a page names at once; the rest are counted or unfold."""

_STATE = Transcript.State


@dataclass(frozen=True, slots=True)
class ClassProgress:
    """``slots``: in the order of signing, over the open transcripts."""

    school_class: SchoolClass
    pupils: int
    open: int
    issued: int
    recalled: int
    slots: Sequence[SlotCount]

    @property
    def undrafted(self) -> int:
        return max(self.pupils - self.open - self.issued, 0)

    @property
    def state(self) -> tuple[str, str]:
        """As ``components/status.html`` wants it: state and words."""
        if self.pupils and self.issued == self.pupils:
            return "seal", gettext("đã cấp đủ")
        waiting = next((each for each in self.slots if each.waiting), None)
        if waiting is not None:
            return "waiting", str(steps.STAGE_NAMES[waiting.stage])
        if self.open:
            return "waiting", gettext("Đóng dấu, phát hành")
        return "quiet", gettext("chưa lập") if not self.issued else gettext("cấp một phần")

    def task(self, slot: str) -> SlotCount | None:
        return next((each for each in self.slots if each.name == slot), None)

    def own_tasks(self, actor: Actor) -> list[SlotCount]:
        """What waits for this person, whether or not it is their turn."""
        return [each for each in self.slots if each.waiting and _is_mine(each, actor)]

    def waits_for(self, slot: SlotCount) -> list[str]:
        """``Còn chờ Nguyễn Thị Lan kí môn Toán (42)``."""
        return [
            gettext("Còn chờ %(who)s kí %(what)s (%(count)d)")
            % {"who": each.holder_name, "what": steps.what(each.name), "count": each.waiting}
            for each in blockers(self.slots, slot.stage)
        ]


def shortened(waits: Sequence[str]) -> str:
    """The first few of ``waits_for`` in a line, the others as a number."""
    more = len(waits) - BLOCKERS_SHOWN
    others = [gettext("và %(n)d thầy cô nữa") % {"n": more}] if more > 0 else []
    return "; ".join([*waits[:BLOCKERS_SHOWN], *others])


def _is_mine(slot: SlotCount, actor: Actor) -> bool:
    return actor.may(Permission.SEAL) if slot.name == SEAL else slot.holder_id == actor.user_id


def class_progress(classes: Iterable[SchoolClass]) -> list[ClassProgress]:
    """In the order of ``classes``; three queries however many they are."""
    listed = list(classes)
    keys = [each.pk for each in listed]
    counts = slot_counts(listed)
    states = _states(keys)
    pupils = _pupils(keys)
    return [
        ClassProgress(
            each,
            pupils.get(each.pk, 0),
            states.get((each.pk, _STATE.OPEN), 0),
            states.get((each.pk, _STATE.ISSUED), 0),
            states.get((each.pk, _STATE.RECALLED), 0),
            counts.get(each.pk, []),
        )
        for each in listed
    ]


def _states(keys: list[UUID]) -> dict[tuple[UUID, str], int]:
    rows = Transcript.objects.filter(school_class__in=keys).values_list("school_class", "state")
    return {(key, state): count for key, state, count in rows.annotate(count=Count("id")).order_by()}


def _pupils(keys: list[UUID]) -> dict[UUID, int]:
    present = Count("enrolments", filter=Q(enrolments__left_on__isnull=True))
    return dict(SchoolClass.objects.filter(pk__in=keys).annotate(present=present).values_list("pk", "present"))


def signing_url(school_class_id: object, slot: str) -> str:
    return reverse("issuance:sign", kwargs={"class_id": school_class_id, "step": steps.word_of(slot)})
