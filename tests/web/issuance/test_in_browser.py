"""Four clicks in a real Chromium; every page of the way well made on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from tests.web.issuance.conftest import LITERATURE, MATHS, ORDER, Ceremony
from tests.web.real_site import walked
from tests.web.test_patterns import OUTSIDE

from hocba.issuing.slots import HOMEROOM
from hocba.web.accounts.api import User
from hocba.web.shared import blobs

pytestmark = pytest.mark.browser
Site = Callable[[User], Client]


def assert_well_made(page: Page) -> None:
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found] == []
        assert page.evaluate(OUTSIDE) == []


def test_a_teacher_signs_a_class_with_three_clicks_after_signing_in(
    browser: Browser, ceremony: Ceremony, at_desk: Site
) -> None:
    ceremony.draft()
    with walked(browser, at_desk(ceremony.world.here.teacher)) as page:
        page.goto(reverse("work"))
        page.locator("a[href$='ki/mon-TOAN/']").first.click()
        assert_well_made(page)
        page.get_by_role("button", name="Kí 3 học bạ").click()
        page.locator("dialog[open] button[type=submit]").click()
        expect(page.get_by_text("Đã xong")).to_be_visible(timeout=15_000)
        expect(page.locator(".tag--done")).to_have_count(3)
        assert_well_made(page)
    assert ceremony.box.asked == [3]


def test_the_pages_of_a_class_on_its_way_are_well_made(browser: Browser, ceremony: Ceremony, at_desk: Site) -> None:
    ceremony.draft()
    ceremony.sign(MATHS, LITERATURE)
    address = reverse("issuance:sign", args=[ceremony.school_class.pk, "chu-nhiem"])
    with walked(browser, at_desk(ceremony.world.here.teacher)) as page:
        page.goto(address)
        assert_well_made(page)
    ceremony.sign(*ORDER[ORDER.index(HOMEROOM) :])
    with walked(browser, at_desk(ceremony.world.here.principal)) as page:
        page.goto(reverse("issuance:class_page", args=[ceremony.school_class.pk]))
        assert_well_made(page)


def test_a_stranger_drops_a_file_and_reads_the_verdict(
    browser: Browser, ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    monkeypatch.setattr("hocba.web.verification.inquiry.trust", lambda: ceremony.keys.trust)
    ceremony.draft()
    ceremony.sign(*ORDER)
    data = blobs.get(ceremony.transcripts()[0].pdf_sha256)
    with walked(browser, Client()) as page:
        page.goto(reverse("verification:check"))
        file = {"name": "hoc-ba.pdf", "mimeType": "application/pdf", "buffer": data}
        page.set_input_files("input[type=file]", files=[file])  # type: ignore[list-item]
        page.get_by_role("button", name="Kiểm tra").click()
        expect(page.locator(".verdict__word")).to_have_text("HỢP LỆ", timeout=15_000)
        assert_well_made(page)
