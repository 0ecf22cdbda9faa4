"""What the regulations conclude from a gradebook: computed when read, with its reasons and its gaps."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.gradebook.desk import actor_of, rows_of
from tests.web.world import World, as_owner, teach

from hocba.kernel.codes import CommentResult, Decision, Honour, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.problems import ProblemError
from hocba.regulations.api import curriculum
from hocba.web.accounts.api import User
from hocba.web.gradebook.api import (
    HOMEROOM,
    Exemption,
    HomeroomEntry,
    Mark,
    SubjectRemark,
    mark_columns,
)
from hocba.web.registry.api import Enrolment
from hocba.web.results.api import ClassResults, class_results, frozen_inputs
from hocba.web.schools.api import ClassSubject, SchoolClass
from hocba.web.shared import tenancy

ClientOf = Callable[[User], Client]
HOMEROOM_VALUES = {"vang1": "3", "vang2": "4", "rl1": "T", "rl2": "T", "nx": "Chăm ngoan"}


def whole_curriculum(world: World) -> list[ClassSubject]:
    """Every subject that the grade must have, taught in 8A1."""
    school_class = world.here.classes[0]
    present = {each.subject for each in ClassSubject.objects.filter(school_class=school_class)}
    for code, plan in curriculum(school_class.stage, school_class.grade).items():
        if code not in present and not plan.elective:
            teach(school_class, code, plan.kind, plan.periods, world.here.teacher)
    return list(ClassSubject.objects.filter(school_class=school_class).select_related("school_class"))


def enter(world: World, row: str, mark: int, *, except_for: dict[str, int] | None = None) -> None:
    """Fill one pupil's whole year: ``mark`` in tenths everywhere, Đ in comment subjects."""
    common = {"school": world.here.school, "enrolment_id": uuid.UUID(row), "updated_by": world.here.teacher}
    marks, remarks = [], []
    for subject in whole_curriculum(world):
        tenths = (except_for or {}).get(subject.subject, mark)
        value = {"tenths": tenths} if subject.kind == "mark" else {"result": CommentResult.PASS.value}
        remarks.append(SubjectRemark(class_subject=subject, column="nx", value="Khá", **common))
        marks += [
            Mark(class_subject=subject, term=term, column=column.code, **value, **common)
            for term in (1, 2)
            for column in mark_columns(subject, term)
        ]
    Mark.objects.bulk_create(marks)
    SubjectRemark.objects.bulk_create(remarks)
    HomeroomEntry.objects.bulk_create(
        HomeroomEntry(column=column.code, value=HOMEROOM_VALUES[column.code], **common) for column in HOMEROOM
    )


@pytest.fixture
def entered(world: World) -> World:
    """Three pupils: all nines; eights with a gap in mathematics; nothing at all."""
    first, second, _ = rows_of(world)
    with as_owner():
        enter(world, first, 92)
        enter(world, second, 80)
        Mark.objects.filter(enrolment=second, class_subject=world.here.maths, term=2, column="ck").delete()
    return world


def judged(world: World) -> ClassResults:
    with tenancy.scope(actor_of(world.here.teacher).scope):
        return class_results(world.here.classes[0])


def test_a_complete_year_has_its_result(entered: World) -> None:
    best = judged(entered).pupils[0]
    assert best.missing == ()
    assert best.outcome.year.averages["TOAN"] == Tenths(92)  # type: ignore[index]
    assert (best.outcome.year.verdict.level, best.outcome.conduct) == (Level.GOOD, Level.GOOD)
    assert (best.outcome.decision, best.outcome.honour) == (Decision.PROMOTED, Honour.EXCELLENT)


def test_a_gap_is_named_and_nothing_is_guessed(entered: World) -> None:
    second = judged(entered).pupils[1]
    assert [(each.code, each.params) for each in second.missing] == [
        ("missing.mark", {"subject": "Toán", "term": "II", "columns": "CK"})
    ]
    assert second.outcome.year.averages["TOAN"] is None  # type: ignore[index]
    assert second.outcome.year.verdict.level is None
    assert second.outcome.decision is Decision.UNDETERMINED


def test_a_zero_is_counted_where_a_blank_is_not(entered: World) -> None:
    second = rows_of(entered)[1]
    with as_owner():
        Mark.objects.create(
            school=entered.here.school, enrolment_id=second, class_subject=entered.here.maths, term=2, column="ck",
            tenths=0, updated_by=entered.here.teacher,
        )  # fmt: skip
    pupil = judged(entered).pupils[1]
    assert pupil.missing == ()
    # (4×8 + 2×8 + 3×0) / 9 = 5,33 → 5,3; (8,0 + 2×5,3) / 3 = 6,2
    assert pupil.outcome.terms[1].averages["TOAN"] == Tenths(53)  # type: ignore[index]
    assert pupil.outcome.year.averages["TOAN"] == Tenths(62)  # type: ignore[index]


def test_nothing_derived_is_stored(entered: World) -> None:
    before = judged(entered).pupils[0].outcome.year.verdict.level
    row = rows_of(entered)[0]
    with as_owner():
        Mark.objects.filter(enrolment=row, class_subject=entered.here.maths).update(tenths=60)
    after = judged(entered).pupils[0].outcome.year.verdict.level
    assert (before, after) == (Level.GOOD, Level.FAIR)


def test_an_exempt_subject_is_neither_missing_nor_counted(entered: World) -> None:
    second = rows_of(entered)[1]
    with as_owner():
        Mark.objects.filter(enrolment=second, class_subject=entered.here.maths).delete()
        for term in (1, 2):
            Exemption.objects.create(
                school=entered.here.school, enrolment_id=second, class_subject=entered.here.maths, term=term,
                reason="Khuyết tật", granted_by=entered.here.principal,
            )  # fmt: skip
    pupil = judged(entered).pupils[1]
    assert pupil.missing == ()
    assert pupil.outcome.year.averages["TOAN"] == "M"  # type: ignore[index]
    assert pupil.outcome.year.verdict.level is Level.GOOD


def test_results_of_another_kind_of_assessment_say_nothing(entered: World) -> None:
    row = rows_of(entered)[0]
    with as_owner():
        Mark.objects.filter(enrolment=row, class_subject=entered.here.maths).update(tenths=None, result="Đ")
    assert judged(entered).pupils[0].outcome.year.averages["TOAN"] is None  # type: ignore[index]


def test_after_a_summer_the_decision_follows_the_new_result(entered: World) -> None:
    third = rows_of(entered)[2]
    with as_owner():
        enter(entered, third, 80, except_for={"TOAN": 30, "NGU_VAN": 30})
    assert judged(entered).pupils[2].outcome.decision is Decision.REASSESS
    with as_owner():
        for subject in (entered.here.maths, entered.here.literature):
            Mark.objects.create(
                school=entered.here.school, enrolment_id=third, class_subject=subject, term=3, column="dgl", tenths=50,
                updated_by=entered.here.teacher,
            )  # fmt: skip
    pupil = judged(entered).pupils[2]
    assert pupil.outcome.decision is Decision.PROMOTED
    assert pupil.outcome.after_summer is not None


def test_inputs_for_issuance_carry_what_the_form_prints(entered: World) -> None:
    with tenancy.scope(actor_of(entered.here.teacher).scope):
        first, second, third = frozen_inputs(entered.here.classes[0])
    maths = next(each for each in first.subjects if each.code == "TOAN")
    assert (maths.term1, maths.term2, maths.year, maths.remark) == (Tenths(92), Tenths(92), Tenths(92), "Khá")
    assert first.summary.absences == 7
    assert first.summary.awards == "Học sinh Xuất sắc năm học 2025-2026"
    assert (first.summary.remark, first.summary.completion) == ("Chăm ngoan", "")
    assert (first.missing, first.ruleset) == ((), "tt22-2021")
    assert [each.code for each in second.missing] == ["missing.mark"]
    assert len(third.missing) > 20
    assert [each.enrolment.student.full_name for each in (first, second, third)] == [
        pupil.full_name for pupil in entered.here.pupils
    ]


def test_a_year_that_no_rule_set_judges_is_refused(entered: World) -> None:
    with as_owner():
        SchoolClass.objects.filter(pk=entered.here.classes[0].pk).update(year_start=2030)
        school_class = SchoolClass.objects.get(pk=entered.here.classes[0].pk)
    with pytest.raises(ProblemError), tenancy.scope(actor_of(entered.here.teacher).scope):
        class_results(school_class)


def test_the_queries_do_not_grow_with_the_class(entered: World, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    actor = actor_of(entered.here.teacher)
    with tenancy.scope(actor.scope), django_assert_max_num_queries(10):
        class_results(entered.here.classes[0])


def class_page(client: Client, world: World) -> str:
    return client.get(reverse("results:class_page", args=[world.here.classes[0].pk])).content.decode()


def test_the_class_page_shows_results_in_class_order_without_rank(entered: World, client_of: ClientOf) -> None:
    html = class_page(client_of(entered.here.teacher), entered)
    places = [html.index(f'<th scope="row">{pupil.full_name}') for pupil in entered.here.pupils]
    assert places == sorted(places)
    assert "Được lên lớp" in html
    assert "Học sinh Xuất sắc" in html


def test_the_class_page_says_what_is_missing_and_for_how_many(entered: World, client_of: ClientOf) -> None:
    html = class_page(client_of(entered.here.principal), entered)
    assert "Môn Toán, học kì II còn thiếu: CK (1 em)" in html


def test_the_pupil_page_gives_the_reason_and_its_place_in_the_law(entered: World, client_of: ClientOf) -> None:
    address = reverse("results:pupil_page", args=[entered.here.classes[0].pk, rows_of(entered)[0]])
    html = client_of(entered.here.teacher).get(address).content.decode()
    assert "Điều 9 Thông tư 22/2021/TT-BGDĐT" in html
    assert "Toán" in html


def test_the_pupil_page_begins_with_the_result_and_leads_to_the_next_pupil(entered: World, client_of: ClientOf) -> None:
    school_class, (first, second, *_) = entered.here.classes[0], rows_of(entered)
    pages = [reverse("results:pupil_page", args=[school_class.pk, each]) for each in (first, second)]
    html = client_of(entered.here.teacher).get(pages[0]).content.decode()
    assert html.index("Được lên lớp</dd>") < html.index("Điều 9 Thông tư")
    assert f'href="{pages[1]}" rel="next"' in html
    assert 'rel="prev"' not in html
    assert f'href="{pages[0]}" rel="prev"' in client_of(entered.here.teacher).get(pages[1]).content.decode()


def test_a_pupil_of_another_class_is_not_found_below_this_one(entered: World, client_of: ClientOf) -> None:
    stranger = rows_of(entered, class_number=1)[0]
    address = reverse("results:pupil_page", args=[entered.here.classes[0].pk, stranger])
    assert client_of(entered.here.teacher).get(address).status_code == 404


def test_pages_of_an_unjudged_year_say_so(entered: World, client_of: ClientOf) -> None:
    with as_owner():
        SchoolClass.objects.filter(pk=entered.here.classes[0].pk).update(year_start=2030)
    assert "chưa tính gì" in class_page(client_of(entered.here.principal), entered)
    address = reverse("results:pupil_page", args=[entered.here.classes[0].pk, rows_of(entered)[0]])
    assert "chưa tính gì" in client_of(entered.here.principal).get(address).content.decode()


def test_who_left_is_not_judged(entered: World) -> None:
    row = rows_of(entered)[0]
    with as_owner():
        Enrolment.objects.filter(pk=row).update(left_on="2026-01-05")
    assert len(judged(entered).pupils) == 2
