"""By when: the dates of the ward's plan, and how near they are."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings as SettingsWrapper

from hocba.kernel.school_year import SchoolYear
from hocba.web.shared.deadlines import counting_day, deadline_for, deadlines

YEAR = SchoolYear(2025)


@pytest.mark.parametrize(
    ("step", "grade", "day"),
    [
        ("entry", 6, date(2026, 5, 20)),
        ("entry", 9, date(2026, 5, 20)),
        ("signing", 9, date(2026, 5, 21)),
        ("signing", 8, date(2026, 5, 31)),
    ],
)
def test_the_most_particular_date_binds(step: str, grade: int, day: date) -> None:
    found = deadline_for(step, grade=grade, school_year=YEAR)
    assert found is not None
    assert found.day == day
    assert "Đồ Sơn" in found.source


def test_a_year_before_the_plan_has_no_deadlines() -> None:
    assert deadlines(SchoolYear(2024)) == ()
    assert deadline_for("entry", grade=6, school_year=SchoolYear(2024)) is None


def test_an_unknown_step_has_none() -> None:
    assert deadline_for("burning", grade=6, school_year=YEAR) is None


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2026, 5, 12), "calm", "còn 8 ngày"),
        (date(2026, 5, 13), "soon", "còn 7 ngày"),
        (date(2026, 5, 20), "soon", "hết hôm nay"),
        (date(2026, 5, 21), "late", "đã quá 1 ngày"),
    ],
)
def test_a_deadline_comes_nearer(today: date, state: str, left: str) -> None:
    shown = deadlines(YEAR)[0].shown(today)
    assert (shown["state"], shown["left"], shown["date"]) == (state, left, "20/05/2026")


def test_days_are_counted_from_today_unless_a_demonstration_assumes_another(settings: SettingsWrapper) -> None:
    settings.HOCBA_TODAY = None
    assert counting_day() == timezone.localdate()
    settings.HOCBA_TODAY = date(2026, 5, 18)
    assert counting_day() == date(2026, 5, 18)
