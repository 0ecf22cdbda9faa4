"""What the "my work" page says to an officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext

from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day
from hocba.web.shared.permissions import Permission
from hocba.web.shared.work import Card
from hocba.web.supervision.selectors import SchoolProgress, progress_of, schools_of
from hocba.web.supervision.stages import standing_of


def cards(actor: Actor) -> Sequence[Card]:
    """The whole ward first, then the schools."""
    if not actor.may(Permission.SUPERVISE):
        return ()
    return list(_cards(progress_of(schools_of(actor))))


def _cards(progress: list[SchoolProgress]) -> Iterator[Card]:
    numbers = {"schools": len(progress), "pupils": sum(each.pupils for each in progress)}
    yield Card(
        title=gettext("Tiến độ học bạ của phường"),
        text=gettext("%(schools)d trường, %(pupils)d học sinh. Số học bạ đã cấp:") % numbers,
        url=reverse("supervision:overview"),
        done=sum(each.issued for each in progress),
        total=sum(each.pupils for each in progress),
        watched=True,
    )
    for each in progress:
        yield _school_card(each)


def _school_card(progress: SchoolProgress) -> Card:
    return Card(
        title=progress.school.name,
        text=_sentence(progress),
        url=reverse("supervision:school_page", args=[progress.school.pk]),
        done=progress.issued,
        total=progress.pupils,
        watched=True,
    )


def _sentence(progress: SchoolProgress) -> str:
    today, school_year = counting_day(), progress.school.school_year
    standings = [standing_of(each, school_year=school_year, today=today) for each in progress.classes]
    late = sum(each.state == "problem" for each in standings)
    if late:
        return gettext("%(late)d lớp quá hạn; còn thiếu %(missing)d ô điểm.") % {
            "late": late,
            "missing": progress.entry.missing,
        }
    return gettext("Không lớp nào quá hạn; còn thiếu %(missing)d ô điểm.") % {"missing": progress.entry.missing}
