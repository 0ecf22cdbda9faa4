"""By when: the dates that a plan sets for a school year. Dated data with a source, not code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from hocba.kernel.school_year import SchoolYear

SOON = 7
"""Days before a deadline from which the page presses."""

_FOLDER = Path(__file__).parent / "calendars"


@dataclass(frozen=True, slots=True)
class Deadline:
    """``step``: ``entry`` (data entered) or ``signing`` (signed). ``grades`` empty means all."""

    step: str
    label: str
    day: date
    grades: tuple[int, ...]
    source: str

    def days_left(self, today: date) -> int:
        """Negative once the day has passed."""
        return (self.day - today).days

    def concerns(self, grade: int) -> bool:
        return not self.grades or grade in self.grades

    def shown(self, today: date) -> dict[str, str]:
        """As ``components/deadline.html`` wants it."""
        left = self.days_left(today)
        state = "late" if left < 0 else "soon" if left <= SOON else "calm"
        return {"label": gettext(self.label), "date": f"{self.day:%d/%m/%Y}", "left": _left(left), "state": state}


def _left(days: int) -> str:
    if days < 0:
        return gettext("đã quá %(days)d ngày") % {"days": -days}
    return gettext("còn %(days)d ngày") % {"days": days} if days else gettext("hết hôm nay")


def counting_day() -> date:
    """From which days are counted: today, or the day that a demonstration assumes (its school year is long over)."""
    assumed: date | None = settings.HOCBA_TODAY
    return assumed or timezone.localdate()


def deadlines(school_year: SchoolYear, *, calendar: str = "do-son") -> tuple[Deadline, ...]:
    """The deadlines of a school year in order; none where the plan is silent about that year."""
    return tuple(sorted(_read(calendar, school_year.start), key=lambda deadline: deadline.day))


def deadline_for(step: str, *, grade: int, school_year: SchoolYear, calendar: str = "do-son") -> Deadline | None:
    """The date that binds a class: the most particular rule wins."""
    fitting = [d for d in deadlines(school_year, calendar=calendar) if d.step == step and d.concerns(grade)]
    return max(fitting, key=lambda deadline: bool(deadline.grades), default=None)


@lru_cache
def _read(calendar: str, start: int) -> tuple[Deadline, ...]:
    rules = json.loads((_FOLDER / f"{calendar}.json").read_text(encoding="utf-8"))
    return tuple(_deadline(rule, start) for rule in rules if rule["from_school_year"] <= start)


def _deadline(rule: dict[str, object], start: int) -> Deadline:
    month, day = map(int, str(rule["before"]).split("-"))
    grades = rule["grades"]
    assert isinstance(grades, list)
    return Deadline(
        step=str(rule["step"]),
        label=str(rule["label"]),
        day=date(start + 1, month, day),
        grades=tuple(int(grade) for grade in grades),
        source=str(rule["source"]),
    )
