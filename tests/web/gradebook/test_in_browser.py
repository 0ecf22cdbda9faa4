"""A teacher types, pastes, meets a colleague's value: real pages, real Chromium, the real database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from tests.web.gradebook.desk import cell, desk, fill_class, homeroom_desk, rows_of, stored
from tests.web.real_site import walked
from tests.web.test_patterns import OUTSIDE
from tests.web.world import World

from hocba.web.accounts.api import User

pytestmark = pytest.mark.browser
ClientOf = Callable[[User], Client]

PASTE = """([selector, text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
  document.querySelector(selector).dispatchEvent(paste);
}"""


def sheet(world: World, part: str = "hk1") -> str:
    return reverse("gradebook:subject_sheet", args=[world.here.maths.pk, part])


def saved(page: Page) -> None:
    expect(page.locator("[data-grid-status]")).to_contain_text("đã lưu", timeout=10_000)
    expect(page.locator("td[data-state=waiting], td[data-state=saving]")).to_have_count(0)


def test_what_is_typed_is_saved_and_the_average_follows(browser: Browser, world: World, client_of: ClientOf) -> None:
    row = rows_of(world)[0]
    with walked(browser, client_of(world.here.teacher)) as page:
        page.goto(sheet(world))
        page.locator("tbody tr:first-child input").first.click()
        for mark in ("8", "7", "9", "10", "6,5", "7"):
            page.keyboard.type(mark)
            page.keyboard.press("Tab")
        expect(page.locator("tbody tr:first-child [data-derived=hk]")).to_have_text("7,6")
        saved(page)
        page.reload()
        expect(page.locator("tbody tr:first-child input").nth(4)).to_have_value("6,5")
    mark = stored(row, "gk")
    assert mark is not None
    assert mark.tenths == 65


def test_a_column_from_excel_goes_down_in_one_go(browser: Browser, world: World, client_of: ClientOf) -> None:
    rows = fill_class(world, 45)
    with walked(browser, client_of(world.here.teacher)) as page:
        batches: list[str] = []
        page.on("request", lambda request: batches.append(request.url) if request.method == "POST" else None)
        page.goto(sheet(world))
        page.locator("tbody tr:first-child input").first.focus()
        page.evaluate(PASTE, ["tbody input", "\n".join(f"{n % 11},5".replace("10,5", "10") for n in range(45))])
        saved(page)
        expect(page.locator("td[data-state=saved]")).to_have_count(45)
        assert len(batches) == 1
    zero = stored(rows[0], "tx1")
    assert zero is not None
    assert zero.tenths == 5


def test_a_colleagues_value_is_shown_beside_mine(browser: Browser, world: World, client_of: ClientOf) -> None:
    row = rows_of(world)[0]
    with walked(browser, client_of(world.here.teacher)) as page:
        page.goto(sheet(world))
        desk(world.here.teacher, world).one(cell(row, "tx1", "6"))  # in another window
        page.locator("tbody tr:first-child input").first.fill("9")
        page.keyboard.press("Enter")
        expect(page.locator("[data-grid-conflicts]")).to_contain_text(world.here.teacher.full_name)
        mark = stored(row, "tx1")
        assert mark is not None
        assert mark.tenths == 60


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("part", ["hk1", "nhan-xet"])
def test_a_full_sheet_is_well_made(browser: Browser, world: World, client_of: ClientOf, width: int, part: str) -> None:
    rows = fill_class(world, 45)
    desk(world.here.teacher, world).save(*[cell(row, "tx1", "7,5") for row in rows])
    well_made(browser, client_of(world.here.teacher), sheet(world, part), width)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_homeroom_record_is_well_made(browser: Browser, world: World, client_of: ClientOf, width: int) -> None:
    homeroom_desk(world.here.teacher, world).save(*[cell(row, "rl1", "T") for row in rows_of(world)])
    address = reverse("gradebook:homeroom_sheet", args=[world.here.classes[0].pk, "nam"])
    well_made(browser, client_of(world.here.teacher), address, width)


def well_made(browser: Browser, client: Client, address: str, width: int) -> None:
    with walked(browser, client, width) as page:
        page.goto(address)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found] == []
        assert page.evaluate(OUTSIDE) == []
