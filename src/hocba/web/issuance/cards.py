"""What the "my work" page says about transcripts: what this person signs, and what it waits for."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext

from hocba.issuing.slots import SEAL
from hocba.web.issuance import steps
from hocba.web.issuance.progress import ClassProgress, class_progress, shortened, signing_url
from hocba.web.issuance.waiting import SlotCount
from hocba.web.schools.api import classes_visible_to, is_homeroom_teacher, school_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day, deadline_for
from hocba.web.shared.permissions import Permission
from hocba.web.shared.work import Card


def cards(actor: Actor) -> Sequence[Card]:
    """Signing first, then drafting of the own class."""
    if not actor.may(Permission.CLASS_VIEW):
        return ()
    classes = classes_visible_to(actor).filter(year_start=school_of(actor).current_year)
    progress = class_progress(classes)
    signing = [_signing(each, slot) for each in progress for slot in each.own_tasks(actor)]
    drafting = [
        _drafting(each) for each in progress if each.undrafted and is_homeroom_teacher(actor, each.school_class)
    ]
    # what can be done now stands above what waits for others
    return [*sorted(signing, key=lambda card: card.waiting), *drafting]


def _signing(progress: ClassProgress, slot: SlotCount) -> Card:
    names = {"what": steps.what(slot.name), "name": progress.school_class.name}
    waits = progress.waits_for(slot)
    title = gettext("Đóng dấu học bạ lớp %(name)s") if slot.name == SEAL else gettext("Kí %(what)s lớp %(name)s")
    return Card(
        title=title % names,
        text=shortened(waits) if waits else gettext("%(n)d học bạ chờ thầy cô.") % {"n": slot.waiting},
        url=signing_url(progress.school_class.pk, slot.name),
        done=slot.signed,
        total=slot.total,
        deadline=_deadline(progress),
        waiting=bool(waits),
    )


def _drafting(progress: ClassProgress) -> Card:
    return Card(
        title=gettext("Lập học bạ lớp %(name)s") % {"name": progress.school_class.name},
        text=gettext("%(n)d học sinh chưa có học bạ năm học này.") % {"n": progress.undrafted},
        url=reverse("issuance:class_page", kwargs={"class_id": progress.school_class.pk}),
        done=progress.open + progress.issued,
        total=progress.pupils,
        deadline=_deadline(progress),
    )


def _deadline(progress: ClassProgress) -> dict[str, str] | None:
    school_class = progress.school_class
    found = deadline_for("signing", grade=school_class.grade, school_year=school_class.school_year)
    return found.shown(counting_day()) if found else None
