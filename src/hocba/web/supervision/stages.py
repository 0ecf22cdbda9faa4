"""Where a class stands on its way from marks to issued transcripts, measured against the dates of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from hocba.kernel.school_year import SchoolYear
from hocba.web.shared.deadlines import Deadline, deadline_for, deadlines
from hocba.web.supervision.selectors import ClassProgress


@dataclass(frozen=True, slots=True)
class Standing:
    """A state for ``components/status.html`` with its words."""

    state: str
    text: str


def standing_of(progress: ClassProgress, *, school_year: SchoolYear, today: date) -> Standing:
    """In one word: issued, being signed, ready, or being entered; overdue when the plan's date has passed."""
    if not progress.subjects:
        return Standing("quiet", gettext("chưa theo dõi"))
    if progress.pupils and progress.is_issued:
        return Standing("done", gettext("đã cấp đủ"))
    if _overdue("signing", progress, school_year, today):
        return Standing("problem", gettext("quá hạn kí"))
    if progress.open or progress.issued:
        return Standing("waiting", gettext("đang kí"))
    if progress.entered:
        return Standing("waiting", gettext("đủ điểm, chờ lập"))
    if _overdue("entry", progress, school_year, today):
        return Standing("problem", gettext("quá hạn nhập"))
    return Standing("quiet", gettext("đang nhập"))


def _overdue(step: str, progress: ClassProgress, school_year: SchoolYear, today: date) -> bool:
    deadline = deadline_for(step, grade=progress.grade, school_year=school_year)
    return deadline is not None and deadline.days_left(today) < 0


def countdowns(classes: Sequence[ClassProgress], *, school_year: SchoolYear, today: date) -> list[dict[str, str]]:
    """The dates of the plan, as ``components/deadline.html`` wants them; done where every class they bind is done."""
    return [_countdown(deadline, classes, school_year, today) for deadline in deadlines(school_year)]


def _countdown(
    deadline: Deadline, classes: Sequence[ClassProgress], school_year: SchoolYear, today: date
) -> dict[str, str]:
    bound = [
        each
        for each in classes
        if each.subjects and deadline_for(deadline.step, grade=each.grade, school_year=school_year) == deadline
    ]
    finished = sum(each.entered if deadline.step == "entry" else each.is_issued for each in bound)
    shown = deadline.shown(today)
    if bound and finished == len(bound):
        return {**shown, "left": gettext("đã xong"), "state": "done"}
    numbers = {"done": finished, "total": len(bound)}
    return {**shown, "left": f"{shown['left']} · " + gettext("%(done)d/%(total)d lớp xong") % numbers}
