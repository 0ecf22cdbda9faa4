"""A homeroom teacher keeps the class's record, sees what follows from it, and draws up the transcripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Visit
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

CLASS = "8A2"
"""The smallest class with everything in place and no transcripts yet."""


def enter(visitor: Visitor, row: int, column: str, value: str) -> None:
    """By the code of the column, so that its place may change."""
    page = visitor.page
    codes = page.locator("thead th[data-col]").evaluate_all("all => all.map(th => th.dataset.col)")
    box = page.locator(f"tbody tr:nth-child({row}) td:nth-of-type({codes.index(column) + 1}) input")
    box.fill(value)
    box.press("Enter")


def is_saved(visitor: Visitor) -> None:
    expect(visitor.page.locator("[data-state=waiting], [data-state=saving]")).to_have_count(0)
    expect(visitor.page.locator("[data-grid-status]")).to_contain_text("đã lưu")


def to_the_class(visitor: Visitor, site: Site) -> None:
    visitor.sign_in(site.user_name(site.school.school_class(CLASS).homeroom))
    visitor.section("Sổ điểm")
    visitor.look("gradebooks of a teacher")


def test_absences_conduct_and_a_remark_reach_the_results(visit: Visit, site: Site) -> None:
    with visit() as teacher:
        to_the_class(teacher, site)
        teacher.click(teacher.main.get_by_role("link", name=f"Sổ chủ nhiệm {CLASS}"))
        for column, value in (("vang1", "20"), ("vang2", "26"), ("rl1", "K"), ("rl2", "K"), ("nx", "Chăm ngoan.")):
            enter(teacher, 1, column, value)
        is_saved(teacher)
        teacher.look("homeroom record")
        teacher.page.reload()
        expect(teacher.page.locator("tbody tr").first.locator("input[value='Chăm ngoan.']")).to_have_count(1)
        teacher.follow("Kết quả lớp")
        teacher.look("results of a class")
        pupil = teacher.main.locator("tbody tr").first
        expect(pupil).to_contain_text("Không được lên lớp")  # more than 45 sessions missed
        teacher.click(pupil.get_by_role("link"))
        teacher.look("why")
        expect(teacher.main).to_contain_text("46")
        expect(teacher.main).to_contain_text("Điều 12")


def test_transcripts_are_drawn_up_and_the_gradebook_closes(visit: Visit, site: Site) -> None:
    size = len(site.school.school_class(CLASS).pupils)
    with visit() as teacher:
        teacher.sign_in(site.user_name(site.school.school_class(CLASS).homeroom))
        teacher.section("Học bạ")
        teacher.follow(CLASS, exact=True)
        teacher.look("class before its transcripts")
        teacher.follow(f"Lập {size} học bạ")
        assert teacher.clicks <= 4
        expect(teacher.main.locator("tbody tr")).to_have_count(size)
        teacher.look("class with new transcripts")
        teacher.section("Sổ điểm")
        teacher.click(teacher.main.get_by_role("link", name=f"Sổ chủ nhiệm {CLASS}"))
        expect(teacher.main).to_contain_text("khoá")
        expect(teacher.main.locator("table input")).to_have_count(0)
        teacher.look("closed homeroom record")
