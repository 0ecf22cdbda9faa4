"""Pages of the gradebook: what each person sees, how much goes over the line, what is said about gaps."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.gradebook.desk import actor_of, cell, desk, fill_class, homeroom_desk, rows_of
from tests.web.world import World, as_owner, teach

from hocba.web.accounts.api import User
from hocba.web.gradebook.api import cards, class_progress, homeroom_progress, lock_class
from hocba.web.schools.api import ClassSubject
from hocba.web.shared import tenancy
from hocba.web.shared.permissions import Role

ClientOf = Callable[[User], Client]
LARGEST = 15_000
TERM = ("tx1", "tx2", "tx3", "tx4", "gk", "ck")


def page(
    client: Client, world: World, part: str = "hk1", *, subject: ClassSubject | None = None, query: str = ""
) -> str:
    pk = (subject or world.here.maths).pk
    return client.get(reverse("gradebook:subject_sheet", args=[pk, part]) + query).content.decode()


def homeroom_page(client: Client, world: World, part: str = "nam") -> str:
    return client.get(reverse("gradebook:homeroom_sheet", args=[world.here.classes[0].pk, part])).content.decode()


def columns(html: str) -> list[str]:
    return re.findall(r'data-col="(\w+)"', html)


@pytest.mark.parametrize(
    ("code", "kind", "periods", "regular"),
    [("TOAN", "mark", 140, 4), ("KHTN", "mark", 140, 4), ("GDCD", "mark", 35, 2), ("CONG_NGHE", "mark", 52, 3),
     ("GDTC", "comment", 70, 2)],
)  # fmt: skip
def test_columns_follow_the_number_of_regular_assessments(
    world: World, client_of: ClientOf, code: str, kind: str, periods: int, regular: int
) -> None:
    with as_owner():
        other = world.here.classes[1]
        subject = teach(other, code, kind, periods, world.here.teacher)
    found = columns(page(client_of(world.here.teacher), world, subject=subject))
    assert found == [*(f"tx{n}" for n in range(1, regular + 1)), "gk", "ck"]


def test_a_comment_subject_offers_its_two_results(world: World, client_of: ClientOf) -> None:
    with as_owner():
        subject = teach(world.here.classes[0], "GDTC", "comment", 70, world.here.teacher)
    assert 'data-choices="Đ CĐ"' in page(client_of(world.here.teacher), world, subject=subject)


@pytest.mark.parametrize("part", ["hk1", "hk2", "nhan-xet", "he"])
def test_a_full_class_is_small_on_the_line(world: World, client_of: ClientOf, part: str) -> None:
    rows = fill_class(world, 45)
    at = desk(world.here.teacher, world, part)
    marks = {
        "hk1": ["tx1", "tx2", "tx3", "tx4", "gk", "ck"],
        "hk2": ["tx1", "tx2", "tx3", "tx4", "gk", "ck"],
        "he": ["dgl"],
    }
    for column in marks.get(part, []):
        at.save(*[cell(row, column, f"{n * 7 % 11}") for n, row in enumerate(rows)])
    html = page(client_of(world.here.teacher), world, part)
    assert html.count("<tr data-row") == 45
    assert len(gzip.compress(html.encode(), 6)) <= LARGEST


def test_the_average_comes_with_the_answer_and_with_the_page(world: World, client_of: ClientOf) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world)
    marks = {"tx1": "8", "tx2": "7", "tx3": "9", "tx4": "10", "gk": "6,5"}
    _, answer = at.save(*[cell(row, column, value) for column, value in marks.items()])
    assert answer["derived"] == {row: {"hk": ""}}
    _, answer = at.save(cell(row, "ck", "7"))
    assert answer["derived"] == {row: {"hk": "7,6"}}  # (8+7+9+10 + 2×6,5 + 3×7) / 9 = 7,55…
    assert answer["progress"] == "1/3 học sinh đã đủ"
    assert '<td data-derived="hk">7,6</td>' in page(client_of(world.here.teacher), world)


def test_the_second_term_shows_the_year(world: World) -> None:
    row = rows_of(world)[0]
    for part, value in (("hk1", "6"), ("hk2", "9")):
        _, answer = desk(world.here.teacher, world, part).save(*[cell(row, column, value) for column in TERM])
    assert answer["derived"] == {row: {"hk": "9,0", "nam": "8,0"}}


@pytest.mark.parametrize("who", ["principal", "vice_principal", "clerk"])
def test_the_office_reads_and_has_nothing_to_type_in(world: World, client_of: ClientOf, who: str) -> None:
    desk(world.here.teacher, world).one(cell(rows_of(world)[0], "tx1", "7,5"))
    html = page(client_of(getattr(world.here, who)), world)
    assert "<td>7,5</td>" in html
    assert "<input value" not in html


def test_the_homeroom_teacher_reads_a_colleagues_subject(world: World, client_of: ClientOf) -> None:
    html = page(client_of(world.here.teacher), world, subject=world.here.literature)
    assert "<input value" not in html


def test_a_locked_sheet_says_who_when_and_why(world: World, client_of: ClientOf) -> None:
    principal = actor_of(world.here.principal)
    with tenancy.scope(principal.scope):
        lock_class(actor=principal, school_class=world.here.classes[0], reason="Đang lập học bạ <b>")
    html = page(client_of(world.here.teacher), world)
    assert "Đang lập học bạ &lt;b&gt;" in html
    assert world.here.principal.full_name in html
    assert "<input value" not in html


def test_what_is_missing_is_named(world: World, client_of: ClientOf) -> None:
    desk(world.here.teacher, world).save(*[cell(rows_of(world)[0], column, "8") for column in TERM[:4]])
    html = page(client_of(world.here.teacher), world)
    assert "Nguyễn Thị Ánh: GK, CK" in html


def test_the_print_is_a_plain_table(world: World, client_of: ClientOf) -> None:
    html = page(client_of(world.here.teacher), world, query="?in")
    assert "<input value" not in html
    assert "Nguyễn Thị Ánh" in html


def test_a_name_is_text_and_never_markup(world: World, client_of: ClientOf) -> None:
    with as_owner():
        pupil = world.here.pupils[0]
        pupil.full_name = "<script>alert(1)</script>"
        pupil.save()
    assert "<script>alert" not in page(client_of(world.here.teacher), world)


def test_homeroom_totals_follow(world: World, client_of: ClientOf) -> None:
    row, at = rows_of(world)[0], homeroom_desk(world.here.teacher, world)
    cells = {"vang1": "2", "vang2": "0", "rl1": "T", "rl2": "K", "nx": "Ngoan"}
    _, answer = at.save(*[cell(row, column, value) for column, value in cells.items()])
    assert answer["derived"] == {row: {"vang": "2", "rl": "K"}}
    assert answer["progress"] == "1/3 học sinh đã đủ"
    html = homeroom_page(client_of(world.here.teacher), world)
    assert '<td data-derived="rl">K</td>' in html


def test_the_office_does_not_write_the_homeroom_record(world: World, client_of: ClientOf) -> None:
    assert "<input value" not in homeroom_page(client_of(world.here.principal), world)


def test_history_tells_before_after_and_who(world: World, client_of: ClientOf) -> None:
    first, second = rows_of(world)[:2]
    at = desk(world.here.teacher, world)
    at.one(cell(first, "tx1", "7,5"))
    at.one(cell(first, "tx1", "0", 1))
    at.one(cell(second, "tx1", "9"))
    address = reverse("gradebook:subject_history", args=[world.here.maths.pk, "hk1"])
    html = client_of(world.here.principal).get(address).content.decode()
    assert "<td>7,5</td><td>0</td>" in html
    assert world.here.teacher.full_name in html
    narrowed = client_of(world.here.principal).get(f"{address}?hs={second}").content.decode()
    assert "<td>9</td>" in narrowed
    assert "7,5" not in narrowed
    assert client_of(world.here.principal).get(f"{address}?hs=x").status_code == 200


def test_progress_counts_cells_of_present_pupils_only(world: World) -> None:
    rows, at = rows_of(world), desk(world.here.teacher, world)
    at.save(*[cell(row, "tx1", "0") for row in rows], cell(rows[0], "tx2", ""))
    teacher = actor_of(world.here.teacher)
    with tenancy.scope(teacher.scope):
        maths = next(each for each in class_progress(world.here.classes[0]) if each.class_subject == world.here.maths)
        assert (maths.terms[0].filled, maths.terms[0].needed) == (3, 18)
        assert (maths.terms[1].filled, maths.terms[1].missing) == (0, 18)
        assert homeroom_progress(world.here.classes[0]).needed == 15


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("teacher", ["Chủ nhiệm lớp 8A1", "Toán 8A1"]),
        ("colleague", ["Ngữ văn 8A1"]),
        ("principal", ["Tiến độ nhập điểm"]),
    ],
)
def test_each_finds_the_own_work(world: World, who: str, titles: list[str]) -> None:
    actor = actor_of(getattr(world.here, who))
    with tenancy.scope(actor.scope):
        assert [card.title for card in cards(actor)] == titles


def test_an_officer_has_no_work_in_a_gradebook(world: World) -> None:
    officer = actor_of(world.officer)
    assert officer.role is Role.WARD_OFFICER
    with tenancy.scope(officer.scope):
        assert cards(officer) == ()


def test_locking_needs_a_reason_and_unlocking_too(world: World, client_of: ClientOf) -> None:
    client, class_id = client_of(world.here.principal), world.here.classes[0].pk
    address = reverse("gradebook:class_page", args=[class_id])
    assert "cần ghi lí do" in client.post(reverse("gradebook:lock", args=[class_id]), follow=True).content.decode()
    assert "Sổ đang mở" in client.get(address).content.decode()
    locked = client.post(
        reverse("gradebook:lock", args=[class_id]), {"reason": "Hết năm"}, follow=True
    ).content.decode()
    assert "Hết năm" in locked
    opened = client.post(reverse("gradebook:unlock", args=[class_id]), {"reason": "Sửa"}, follow=True).content.decode()
    assert "Sổ đang mở" in opened
