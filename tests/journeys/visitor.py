"""Somebody in front of a browser. Every page that is looked at is measured: axe, and no sideways scrolling."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page
from tests.web.test_patterns import OUTSIDE

from hocba.demo.user_names import PASSWORD

DESK, PHONE = 1280, 390
PICTURES = Path(tempfile.gettempdir()) / "hocba-journeys"
"""Where a failed walk leaves what its visitors saw last."""

_looked_at: set[str] = set()


@dataclass
class Visitor:
    """``faults``: errors of scripts and breaches of the content policy. ``clicks``: since sign-in."""

    page: Page
    clicks: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda line: self.faults.append(line.text) if "Security Policy" in line.text else None)

    def sign_in(self, user_name: str) -> None:
        self.page.goto("/")
        self.page.fill("input[name=login]", user_name)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.press("input[name=password]", "Enter")
        self.page.get_by_role("heading", name="Việc của tôi", level=1).wait_for()
        self.clicks = 0

    def click(self, target: Locator) -> None:
        """A click of the hand, counted."""
        self.clicks += 1
        target.click()
        self.page.wait_for_load_state()

    def follow(self, text: str, *, exact: bool = False) -> None:
        """The first link or button of the page's body with these words."""
        link, button = (self.main.get_by_role(role, name=text, exact=exact) for role in ("link", "button"))
        self.click(link.or_(button).first)

    def row(self, text: str) -> Locator:
        """The first line of a table that holds the words."""
        return self.main.locator("tr", has_text=text).first

    def section(self, name: str) -> None:
        """By the main navigation."""
        self.click(self.page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first)

    def look(self, name: str) -> None:
        """Measure the kind of page called ``name``, once for all walks."""
        if name in _looked_at:
            return
        _looked_at.add(name)
        found = [fault for width in (PHONE, DESK) for fault in self._ill_made(width)]
        assert not found, f"{name}: {found}"

    def _ill_made(self, width: int) -> Iterator[object]:
        self.page.set_viewport_size({"width": width, "height": 900})
        for rule in Axe().run(self.page).response["violations"]:
            yield width, rule["id"], rule["nodes"][0]["target"]
        if self.page.evaluate("document.documentElement.scrollWidth") > width:
            yield width, "scrolls sideways"
        for outside in self.page.evaluate(OUTSIDE):
            yield width, "outside", outside


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Visitor]:
    """A browser of its own: no cookies, nothing remembered."""
    context = browser.new_context(
        base_url=address, viewport={"width": DESK, "height": 900}, reduced_motion="reduce", locale="vi-VN"
    )
    context.set_default_timeout(15_000)
    visitor = Visitor(context.new_page())
    visitor.watch(visitor.page)
    try:
        yield visitor
    except BaseException:
        _take_pictures(context)
        raise
    finally:
        context.close()
    assert visitor.faults == []


def _take_pictures(context: BrowserContext) -> None:
    PICTURES.mkdir(exist_ok=True)
    for number, page in enumerate(context.pages):
        name = f"{datetime.now(UTC):%H%M%S%f}-{number}.png"
        with suppress(Error):
            page.screenshot(path=PICTURES / name, full_page=True, timeout=5000)
