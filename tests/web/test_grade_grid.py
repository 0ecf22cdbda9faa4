"""The grade grid under a teacher's fingers, in a real browser, against servers friendly and hostile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.web.pattern_site import HOST, PatternSite, opened, saved

pytestmark = pytest.mark.browser
PASTE = """([selector, text]) => {
  const data = new DataTransfer(); data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector(selector).dispatchEvent(event);
}"""


@pytest.fixture
def site() -> PatternSite:
    return PatternSite()


@pytest.fixture
def page(browser: Browser, site: PatternSite) -> Iterator[Page]:
    with opened(browser, site) as page:
        yield page


def cell(page: Page, row: int, column: int) -> Locator:
    """Input of pupil ``row`` (1…) in ``column`` (0…)."""
    return page.locator(f"tr[data-row=r{row}] td").nth(column).locator("input")


def paste(page: Page, row: int, column: int, text: str) -> None:
    cell(page, row, column).focus()
    page.evaluate(PASTE, [f"tr[data-row=r{row}] td:nth-of-type({column + 1}) input", text])


def status(page: Page) -> Locator:
    return page.locator("[data-grid-status]")


def sent(site: PatternSite) -> list[list[tuple[str, str, str]]]:
    return [[(c["row"], c["col"], c["value"]) for c in batch["cells"]] for batch in site.batches]


def conflicting(batch: dict[str, Any]) -> dict[str, Any]:
    cells = [
        {**c, "status": "conflict", "value": "6", "version": 5, "by": "Vũ Thu Hà", "at": "10:32"}
        if c["version"] < 5
        else {**c, "status": "saved", "version": 6}
        for c in batch["cells"]
    ]
    return {"cells": cells}


def test_typing_replaces_enter_goes_on_and_the_average_follows(page: Page, site: PatternSite) -> None:
    cell(page, 1, 0).click()
    page.keyboard.type("6,5")
    page.keyboard.press("Enter")
    expect(cell(page, 2, 0)).to_be_focused()
    expect(status(page)).to_have_text("Mọi thay đổi đã lưu.")
    expect(page.locator("tr[data-row=r1] [data-derived=average]")).to_have_text("9,9")
    expect(page.locator("[data-grid-progress]")).to_have_text("29/36 điểm")
    assert sent(site) == [[("r1", "tx1", "6.5")]]
    assert page.locator("tr[data-row=r1] td").first.get_attribute("data-state") == "saved"


def test_85_asks_and_a_second_enter_accepts(page: Page, site: PatternSite) -> None:
    cell(page, 1, 0).click()
    page.keyboard.type("85")
    page.keyboard.press("Enter")
    expect(page.locator(".grid-ask")).to_be_visible()
    expect(cell(page, 1, 0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(page, 1, 0)).to_have_value("8,5")
    expect(cell(page, 2, 0)).to_be_focused()
    expect(status(page)).to_have_text("Mọi thay đổi đã lưu.")
    assert sent(site) == [[("r1", "tx1", "8.5")]]


def test_85_left_unanswered_is_never_sent(page: Page, site: PatternSite) -> None:
    cell(page, 1, 0).click()
    page.keyboard.type("85")
    page.keyboard.press("Tab")
    expect(status(page)).to_contain_text("1 ô cần thầy cô xem lại")
    page.wait_for_timeout(800)
    assert site.batches == []
    assert cell(page, 1, 0).get_attribute("aria-invalid") == "true"


def test_escape_restores_and_sends_nothing(page: Page, site: PatternSite) -> None:
    cell(page, 1, 0).click()
    page.keyboard.type("3")
    page.keyboard.press("Escape")
    expect(cell(page, 1, 0)).to_have_value("8")
    page.wait_for_timeout(800)
    assert site.batches == []


def test_a_zero_is_a_mark_and_clearing_is_a_change(page: Page, site: PatternSite) -> None:
    cell(page, 1, 0).click()
    page.keyboard.type("0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Delete")
    page.keyboard.press("ArrowDown")
    expect(status(page)).to_have_text("Mọi thay đổi đã lưu.")
    assert [cells for batch in sent(site) for cells in batch] == [("r1", "tx1", "0"), ("r2", "tx1", "")]


def test_arrows_step_over_locked_cells(page: Page) -> None:
    cell(page, 6, 2).click()
    page.keyboard.press("ArrowLeft")
    expect(cell(page, 6, 2)).to_be_focused()
    page.keyboard.press("End")
    expect(cell(page, 6, 6)).to_be_focused()
    page.keyboard.press("Home")
    expect(cell(page, 6, 2)).to_be_focused()


def test_a_pasted_column_is_one_request_and_one_undo(page: Page, site: PatternSite) -> None:
    paste(page, 1, 2, "5\r\n6\r\n7\r\n8\r\n4\r\n10\r\n")
    expect(status(page)).to_contain_text("Đã dán 6 ô. Mọi thay đổi đã lưu.")
    assert [len(batch) for batch in sent(site)] == [6]
    page.keyboard.press("Control+z")
    expect(cell(page, 6, 2)).to_have_value("")
    expect(status(page)).to_contain_text("Đã hoàn tác 6 ô. Mọi thay đổi đã lưu.")
    assert [len(batch) for batch in sent(site)] == [6, 6]


def test_a_block_with_names_finds_its_rows(page: Page, site: PatternSite) -> None:
    paste(page, 1, 2, "Đặng Minh Châu\t4\nNguyễn Thị Ánh\t3")
    expect(status(page)).to_contain_text("ghép theo họ tên. Mọi thay đổi đã lưu.")
    assert sent(site) == [[("r3", "tx3", "4"), ("r1", "tx3", "3")]]


@pytest.mark.parametrize(("answer", "count"), [("Không dán", 0), ("Dán 2 ô khớp", 2)])
def test_a_pupil_who_is_not_in_the_class_is_shown_before_anything_is_applied(
    page: Page, site: PatternSite, answer: str, count: int
) -> None:
    paste(page, 1, 2, "2500000001\t4\n2599999999\t5\n2500000003\t6")
    expect(page.locator("dialog[open] li")).to_contain_text("2599999999")
    assert site.batches == []
    page.get_by_role("button", name=answer).click()
    page.wait_for_timeout(800)
    assert sum(len(batch) for batch in sent(site)) == count


def test_a_conflict_shows_both_values_and_mine_is_written_only_when_i_say_so(page: Page, site: PatternSite) -> None:
    site.save = conflicting
    cell(page, 1, 0).click()
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    panel = page.locator("[data-grid-conflicts]")
    expect(panel).to_contain_text("Của tôi: 9 · Đã lưu: 6 (Vũ Thu Hà, 10:32)")
    page.get_by_role("button", name="Giữ của tôi").click()
    expect(status(page)).to_contain_text("Mọi thay đổi đã lưu.")
    expect(panel).to_be_hidden()
    assert [batch["cells"][0]["version"] for batch in site.batches] == [1, 5]


def test_a_conflict_may_end_with_theirs(page: Page, site: PatternSite) -> None:
    site.save = conflicting
    cell(page, 1, 0).click()
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lấy bản đã lưu").click()
    expect(cell(page, 1, 0)).to_have_value("6")
    expect(status(page)).to_contain_text("Mọi thay đổi đã lưu.")
    assert len(site.batches) == 1


def test_a_lost_connection_keeps_what_was_typed_over_a_reload_and_replays_the_same_batch(
    page: Page, site: PatternSite
) -> None:
    site.save = lambda batch: None
    page.on("dialog", lambda dialog: dialog.accept())
    cell(page, 1, 0).click()
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Mất kết nối: 1 ô")
    site.save = saved
    page.goto(f"{HOST}/mau/")
    expect(cell(page, 1, 0)).to_have_value("4")
    expect(status(page)).to_contain_text("Đã khôi phục 1 ô")
    expect(status(page)).to_contain_text("Mọi thay đổi đã lưu.")
    assert len({batch["batch"] for batch in site.batches}) == 1
    assert page.evaluate("localStorage.length") == 0


def test_leaving_with_unsaved_marks_warns(page: Page, site: PatternSite) -> None:
    site.save = lambda batch: None
    warnings: list[str] = []
    page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.accept()))
    cell(page, 1, 0).click()
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    page.close(run_before_unload=True)
    page.context.new_page().wait_for_timeout(500)
    assert warnings == ["beforeunload"]


def test_what_was_typed_is_kept_when_the_browser_goes_away_before_the_cell_is_left(
    page: Page, site: PatternSite
) -> None:
    site.save = lambda batch: None
    cell(page, 2, 0).click()
    page.keyboard.type("7,25")
    page.keyboard.press("Backspace")
    assert '"value":"7.2"' in page.evaluate("localStorage.getItem('hocba:grid:mau')")


def test_a_refusal_is_shown_in_the_servers_words(page: Page, site: PatternSite) -> None:
    site.save = lambda batch: 403
    cell(page, 1, 0).click()
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    expect(page.locator("tr[data-row=r1] td").first).to_have_attribute("data-state", "problem")
    assert cell(page, 1, 0).get_attribute("title") == "Sổ điểm đã khoá."
    expect(cell(page, 1, 0)).to_have_value("4")


def test_every_cell_has_a_name(page: Page) -> None:
    assert cell(page, 2, 4).get_attribute("aria-label") == "Trần Văn Bình, Đánh giá giữa kì"
