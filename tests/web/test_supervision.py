"""The ward sees numbers, never a child."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.web.world import World, as_owner

from hocba.kernel.school_year import SchoolYear
from hocba.web.accounts.api import User
from hocba.web.gradebook.api import Mark, Progress
from hocba.web.registry.api import Enrolment
from hocba.web.schools.api import Authority, School, SchoolClass
from hocba.web.shared import tenancy
from hocba.web.supervision.counts import subject_counts
from hocba.web.supervision.selectors import ClassProgress, SchoolProgress, progress_of
from hocba.web.supervision.stages import countdowns, standing_of

YEAR = SchoolYear(2025)


def supervising(*schools: School) -> tenancy.Scope:
    return tenancy.Scope(user_id=1, supervised=frozenset(school.pk for school in schools))


def enter_one_mark(world: World) -> None:
    with as_owner():
        enrolment = Enrolment.objects.get(student=world.here.pupils[0])
        Mark.objects.create(
            school=world.here.school, enrolment=enrolment, class_subject=world.here.maths, term=1, column="gk",
            tenths=0, updated_by=world.here.teacher,
        )  # fmt: skip


def progress_here(world: World) -> SchoolProgress:
    with tenancy.scope(supervising(world.here.school)):
        return progress_of([world.here.school])[0]


def test_a_mark_of_zero_counts_and_a_blanked_one_does_not(world: World) -> None:
    before = progress_here(world).entry
    enter_one_mark(world)
    assert progress_here(world).entry == Progress(before.filled + 1, before.needed)
    with as_owner():
        Mark.objects.update(tenths=None)
    assert progress_here(world).entry == before


def test_each_pupil_and_subject_is_counted_once(world: World) -> None:
    enter_one_mark(world)
    found = progress_here(world)
    assert [(each.name, each.pupils, len(each.subjects)) for each in found.classes] == [("8A1", 3, 2), ("9A1", 1, 0)]
    assert found.pupils == 4


def test_a_pupil_who_left_counts_no_more(world: World) -> None:
    enter_one_mark(world)
    with as_owner():
        Enrolment.objects.filter(student=world.here.pupils[0]).update(left_on=date(2026, 1, 5))
    found = progress_here(world)
    assert (found.classes[0].pupils, found.entry.filled) == (2, 0)


def test_only_supervised_schools_are_counted(world: World) -> None:
    with tenancy.scope(supervising(world.there.school)):
        there = {each.class_id for each in subject_counts(year_start=2025)}
    assert there == {world.there.classes[0].pk}
    with tenancy.scope(tenancy.Scope(user_id=world.here.principal.pk)):
        assert subject_counts(year_start=2025) == []


def test_the_counting_function_cannot_be_led_astray(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosecdef, proconfig FROM pg_proc WHERE proname = 'hocba_entry_counts'")
        assert cursor.fetchone() == (True, ["search_path=public, pg_temp"])


@pytest.mark.parametrize("page", ["supervision:overview", "supervision:school_page", "work"])
def test_no_page_of_the_ward_names_a_child(world: World, client_of: Callable[[User], Client], page: str) -> None:
    arguments = [world.here.school.pk] if page == "supervision:school_page" else []
    text = client_of(world.officer).get(reverse(page, args=arguments)).content.decode()
    assert world.here.school.name in text
    for pupil in world.here.pupils:
        assert pupil.full_name not in text
        assert pupil.code not in text


def test_a_school_of_another_ward_does_not_exist(world: World, client_of: Callable[[User], Client]) -> None:
    with as_owner():
        other = Authority.objects.create(code="X", name="UBND phường khác", kind=Authority.Kind.WARD)
        School.objects.filter(pk=world.there.school.pk).update(authority=other)
    client = client_of(world.officer)
    assert client.get(reverse("supervision:school_page", args=[world.there.school.pk])).status_code == 404
    assert world.there.school.name not in client.get(reverse("supervision:overview")).content.decode()


def a_class(
    *, grade: int = 8, filled: int = 0, being_signed: int = 0, issued: int = 0, subjects: bool = True
) -> ClassProgress:
    marks = (Progress(filled, 10),) if subjects else ()
    return ClassProgress(
        class_id=YEAR, name="8A1", grade=grade, pupils=2, subjects=marks, open=being_signed, issued=issued
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("progress", "today", "state"),
    [
        (a_class(), date(2026, 5, 19), "quiet"),
        (a_class(), date(2026, 5, 21), "problem"),
        (a_class(filled=10), date(2026, 5, 21), "waiting"),
        (a_class(filled=10, being_signed=2), date(2026, 5, 31), "waiting"),
        (a_class(filled=10, being_signed=2), date(2026, 6, 1), "problem"),
        (a_class(filled=10, being_signed=2, grade=9), date(2026, 5, 22), "problem"),
        (a_class(filled=10, issued=1, being_signed=1), date(2026, 5, 25), "waiting"),
        (a_class(filled=10, issued=2), date(2026, 6, 1), "done"),
        (a_class(subjects=False), date(2026, 6, 1), "quiet"),
    ],
)
def test_a_class_stands_where_its_numbers_and_the_date_put_it(progress: ClassProgress, today: date, state: str) -> None:
    assert standing_of(progress, school_year=YEAR, today=today).state == state


def test_countdowns_bind_grade_nine_earlier_and_end_when_all_is_done() -> None:
    classes = [a_class(filled=10, issued=2, grade=9), a_class(filled=10)]
    entry, nine, rest = countdowns(classes, school_year=YEAR, today=date(2026, 5, 25))
    assert (entry["state"], nine["state"]) == ("done", "done")
    assert (rest["state"], rest["left"]) == ("soon", "còn 6 ngày · 0/1 lớp xong")


def test_a_class_that_is_not_followed_has_no_bar(world: World, client_of: Callable[[User], Client]) -> None:
    with as_owner():
        SchoolClass.objects.create(school=world.here.school, name="5A9", grade=5, year_start=2025)
    page = client_of(world.officer).get(reverse("supervision:school_page", args=[world.here.school.pk]))
    assert "5A9" in page.content.decode()
    assert all(row["label"] != "5A9" for chart in page.context["charts"] for row in chart["rows"])
