"""Every component, looked at by a real browser: reachable for everyone, calm on a phone, small on the line."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string
from playwright.sync_api import Browser
from tests.web.pattern_site import PatternSite, opened

from hocba.web.shared.patterns import sample_grid

pytestmark = pytest.mark.browser
SHARED = Path(__file__).parents[2] / "src/hocba/web/shared"
OUTSIDE = """[...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-wrap, .nav, .tabs'))
  .map(e => e.className || e.tagName)"""


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_to_mend(browser: Browser, width: int) -> None:
    with opened(browser, PatternSite(), width) as page:
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found] == []


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_only_tables_scroll_sideways(browser: Browser, width: int) -> None:
    with opened(browser, PatternSite(), width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OUTSIDE) == []


def test_figures_stand_under_each_other(browser: Browser) -> None:
    with opened(browser, PatternSite()) as page:
        measure = """text => { const s = document.createElement('span'); s.className = 'num'; s.textContent = text;
          document.body.append(s); const w = s.getBoundingClientRect().width; s.remove(); return w; }"""
        page.evaluate("document.fonts.ready")
        assert page.evaluate(measure, "1111") == pytest.approx(page.evaluate(measure, "4444"), abs=0.01)


def test_a_dialog_opens_holds_the_focus_and_closes(browser: Browser) -> None:
    with opened(browser, PatternSite()) as page:
        page.click("[data-dialog]")
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
        page.click("[data-dialog-close]")
        assert not page.locator("dialog[open]").count()


def test_problems_are_linked_to_their_fields(browser: Browser) -> None:
    with opened(browser, PatternSite()) as page:
        assert page.evaluate("document.activeElement.className") == "error-summary"
        page.click(".error-summary a >> nth=1")
        assert page.evaluate("document.activeElement.name") == "day"
        assert "id_day_error" in (page.locator("#id_day").get_attribute("aria-describedby") or "")


def test_a_dropped_file_is_named_before_it_is_sent(browser: Browser) -> None:
    with opened(browser, PatternSite()) as page:
        page.set_input_files(
            "[data-drop-zone] input", {"name": "hb.xml", "mimeType": "text/xml", "buffer": b"x" * 5000}
        )
        assert page.inner_text(".dropzone__files") == "hb.xml · 5 kB"


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_error_pages_say_what_was_kept_and_need_no_context(template: str) -> None:
    html = render_to_string(template)
    assert "<h1>" in html
    assert re.search(r"ghi|thay đổi|địa chỉ", html)


def test_no_template_carries_inline_script_or_style() -> None:
    for template in SHARED.parent.rglob("templates/**/*.html"):
        text = template.read_text()
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", text), template.name


def test_a_class_sheet_of_45_by_14_stays_within_15_kb_compressed() -> None:
    columns = [{"code": f"c{n}", "label": f"TX{n}", "long": f"Đánh giá thường xuyên {n}"} for n in range(14)]
    rows = [
        {
            "id": f"0198c0de-{n * 7919:08x}",
            "code": f"25{n * 104729:08}",
            "name": f"Nguyễn Thị Minh {n}",
            "cells": [{"value": f"{(n * c) % 10},{(n + c) % 10}", "version": (n * c) % 9} for c in range(14)],
            "derived": [{"code": "average", "value": f"{n % 10},{n % 7}"}],
        }
        for n in range(45)
    ]
    html = render_to_string("components/grade_grid.html", {"grid": sample_grid() | {"columns": columns, "rows": rows}})
    assert html.count("<input") == 630
    assert len(gzip.compress(html.encode())) < 15_000


def test_shared_assets_stay_small_on_a_weak_line() -> None:
    static = SHARED / "static/hocba"
    code = sum(
        len(gzip.compress((static / name).read_bytes())) for name in ("app.css", "app.js", "htmx.js", "icons.svg")
    )
    assert code < 30_000
    latin_and_vietnamese = [*static.glob("fonts/*-latin-[46]*"), *static.glob("fonts/*vietnamese-[46]*")]
    assert len(latin_and_vietnamese) == 4
    assert sum(font.stat().st_size for font in latin_and_vietnamese) < 75_000
