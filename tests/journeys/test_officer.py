"""The ward's officer follows every link there is: numbers everywhere, no child's name anywhere."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Visit
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

NOT_FOLLOWED = ("/tai-khoan/logout/", "/mau/")
"""Leaves; shows invented samples of every component, which are no pupils."""
MOST_PAGES = 100


def links(visitor: Visitor) -> set[str]:
    found = visitor.page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    here = [urljoin(visitor.page.url, href) for href in found]
    own = [each for each in map(urlsplit, here) if each.netloc == urlsplit(visitor.page.url).netloc]
    return {each.path + (f"?{each.query}" if each.query else "") for each in own} - set(NOT_FOLLOWED)


def test_no_pupil_is_named_on_any_page_an_officer_can_reach(visit: Visit, site: Site) -> None:
    pupils = {pupil.name for _, school_class in site.ward.each_class() for pupil in school_class.pupils}
    staff = {person.name for school in site.ward.schools for person in school.staff} | {site.ward.officer.name}
    with visit() as officer:
        officer.sign_in(site.user_name(site.ward.officer.code))
        officer.look("work of an officer")
        seen: set[str] = set()
        waiting = links(officer) | {"/"}
        while waiting:
            path = waiting.pop()
            seen.add(path)
            officer.page.goto(path)
            text = officer.page.content()
            assert [name for name in pupils - staff if name in text] == [], path
            waiting |= links(officer) - seen
            assert len(seen) < MOST_PAGES
        assert {"/tien-do/", *(f"/tien-do/{number}/" for number in (1, 2, 3))} <= seen


def test_the_ward_is_shown_in_numbers(visit: Visit, site: Site) -> None:
    with visit() as officer:
        officer.sign_in(site.user_name(site.ward.officer.code))
        officer.section("Tiến độ")
        officer.look("progress of the ward")
        for school in site.ward.schools:
            expect(officer.main).to_contain_text(school.name)
        officer.follow(site.school.name)
        officer.look("progress of a school")
        expect(officer.row("9A1")).to_contain_text("45")


@pytest.mark.parametrize("path", ["/hoc-sinh/", "/so-diem/", "/hoc-ba/", "/lop/", "/nhap-excel/"])
def test_what_belongs_to_schools_is_closed(visit: Visit, site: Site, path: str) -> None:
    with visit() as officer:
        officer.sign_in(site.user_name(site.ward.officer.code))
        answer = officer.page.goto(path)
        assert answer is not None
        assert answer.status in {403, 404}
