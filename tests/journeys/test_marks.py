"""A teacher of a class of 45 enters marks: by hand, from Excel, beside a colleague, without a network."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, Request, expect
from tests.journeys.conftest import Visit
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

CLASS = "8A3"
"""45 pupils, all marks entered, not yet drafted."""
LONGEST_PAGE = 15_000


class Sheet:
    """Mathematics of the second term on one screen."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.saves: list[Request] = []
        self.page.on("request", lambda request: self.saves.append(request) if request.method == "POST" else None)

    @property
    def page(self) -> Page:
        return self.visitor.page

    @property
    def status(self) -> Locator:
        return self.page.locator("[data-grid-status]")

    def cell(self, row: int, column: int) -> Locator:
        return self.page.locator(f"tbody tr:nth-child({row}) td:nth-of-type({column}) input")

    def average(self, row: int) -> str:
        return self.page.locator(f"tbody tr:nth-child({row}) [data-derived=hk]").inner_text()

    def is_saved(self) -> None:
        expect(self.page.locator("[data-state=waiting], [data-state=saving]")).to_have_count(0)
        expect(self.status).to_contain_text("đã lưu")


@contextmanager
def at_the_sheet(visit: Visit, site: Site) -> Iterator[Sheet]:
    with visit() as visitor:
        visitor.sign_in(site.teacher_of(site.school.school_class(CLASS), "TOAN"))
        visitor.section("Sổ điểm")
        line = visitor.main.locator("tr", has_text=CLASS).filter(has_text="Toán")
        sheet = Sheet(visitor)
        visitor.click(line.get_by_role("link").last)
        expect(visitor.main.get_by_role("heading", level=1)).to_contain_text(CLASS)
        yield sheet


def test_marks_are_entered_without_a_mouse(visit: Visit, site: Site) -> None:
    with at_the_sheet(visit, site) as sheet:
        keyboard = sheet.page.keyboard
        sheet.cell(1, 1).focus()
        keyboard.type("7,5")
        keyboard.press("Enter")
        expect(sheet.cell(2, 1)).to_be_focused()
        keyboard.type("85")
        keyboard.press("Enter")
        expect(sheet.page.locator(".grid-ask")).to_contain_text("8,5")
        keyboard.press("Enter")
        expect(sheet.cell(2, 1)).to_have_value("8,5")
        expect(sheet.cell(3, 1)).to_be_focused()
        sheet.is_saved()
        before = sheet.average(1)
        keyboard.press("ArrowUp")
        keyboard.press("ArrowUp")
        for _ in range(4):
            keyboard.press("ArrowRight")
        keyboard.type("0")
        keyboard.press("ArrowDown")
        sheet.is_saved()
        assert sheet.average(1) != before
        sheet.visitor.look("sheet")
        sheet.page.reload()
        expect(sheet.cell(1, 1)).to_have_value("7,5")
        expect(sheet.cell(2, 1)).to_have_value("8,5")
        expect(sheet.cell(1, 5)).to_have_value("0")


def test_a_column_from_excel_is_one_request(visit: Visit, site: Site) -> None:
    column = [f"{4 + row % 6},{row % 10}" for row in range(45)]
    with at_the_sheet(visit, site) as sheet:
        sheet.visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
        sheet.page.evaluate("text => navigator.clipboard.writeText(text)", "\r\n".join(column) + "\r\n")
        before = [sheet.average(row) for row in range(1, 46)]
        sheet.cell(1, 2).focus()
        sheet.page.keyboard.press("Control+V")
        sheet.is_saved()
        expect(sheet.page.locator("td[data-state=saved]")).to_have_count(45)
        assert len(sheet.saves) == 1
        assert [sheet.average(row) for row in range(1, 46)] != before
        sheet.page.reload()
        assert [sheet.cell(row, 2).input_value() for row in range(1, 46)] == [
            mark.removesuffix(",0") for mark in column
        ]


def test_of_two_windows_the_second_is_shown_what_the_first_wrote(visit: Visit, site: Site) -> None:
    with at_the_sheet(visit, site) as first, at_the_sheet(visit, site) as second:
        first.cell(3, 1).fill("9")
        first.cell(3, 1).press("Enter")
        first.is_saved()
        second.cell(3, 1).fill("4")
        second.cell(3, 1).press("Enter")
        conflict = second.page.locator("[data-grid-conflicts]")
        expect(conflict).to_contain_text("Đã lưu: 9")
        expect(conflict).to_contain_text("Của tôi: 4")
        second.visitor.look("sheet with a conflict")
        first.page.reload()
        expect(first.cell(3, 1)).to_have_value("9")
        conflict.get_by_role("button", name="Lấy bản đã lưu").click()
        expect(second.cell(3, 1)).to_have_value("9")


def test_without_a_network_marks_are_kept_and_sent_later(visit: Visit, site: Site) -> None:
    with at_the_sheet(visit, site) as sheet:
        sheet.visitor.context.set_offline(True)
        sheet.cell(4, 1).fill("6,5")
        sheet.cell(4, 1).press("Enter")
        expect(sheet.status).to_contain_text("Mất kết nối: 1 ô đang được giữ trên máy này")
        sheet.visitor.context.set_offline(False)
        sheet.is_saved()
        sheet.page.reload()
        expect(sheet.cell(4, 1)).to_have_value("6,5")


def test_a_page_closed_between_keystroke_and_save_loses_nothing(visit: Visit, site: Site) -> None:
    with at_the_sheet(visit, site) as sheet:
        address = sheet.page.url
        sheet.visitor.context.set_offline(True)
        sheet.cell(5, 1).focus()
        sheet.page.keyboard.type("3,5")  # the cell is not even left
        sheet.page.close(run_before_unload=False)
        sheet.visitor.context.set_offline(False)
        sheet.visitor.page = sheet.visitor.context.new_page()
        sheet.visitor.watch(sheet.page)
        sheet.page.goto(address)
        sheet.is_saved()
        sheet.page.reload()
        expect(sheet.cell(5, 1)).to_have_value("3,5")


def test_the_sheet_of_45_is_small_on_the_line(visit: Visit, site: Site) -> None:
    with at_the_sheet(visit, site) as sheet:
        expect(sheet.page.locator("tbody tr[data-row]")).to_have_count(45)
        assert len(gzip.compress(sheet.page.request.get(sheet.page.url).body())) <= LONGEST_PAGE
