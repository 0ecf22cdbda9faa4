"""A page in a real browser without a server: every request of its made-up host is answered from here."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, Route

from hocba.web.shared.headers import CONTENT_SECURITY_POLICY
from hocba.web.shared.patterns import patterns

HOST = "http://pattern.test"
Save = Callable[[dict[str, Any]], dict[str, Any] | int | None]
"""Answers a batch: a reply, an HTTP status, or None for a lost connection."""


def saved(batch: dict[str, Any]) -> dict[str, Any]:
    """The friendly server: everything is saved, the average follows."""
    cells = [{**cell, "status": "saved", "version": cell["version"] + 1} for cell in batch["cells"]]
    rows = {cell["row"] for cell in batch["cells"]}
    return {"cells": cells, "derived": {row: {"average": "9,9"} for row in rows}, "progress": "29/36 điểm"}


class PatternSite:
    """``html``: the page, the pattern page unless told; ``batches``: every batch that reached ``save``, in order."""

    def __init__(self, save: Save = saved, html: bytes | None = None) -> None:
        self.save = save
        self.batches: list[dict[str, Any]] = []
        self.html = patterns(RequestFactory().get("/mau/")).content if html is None else html

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if path == "/mau/":
            headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8", headers=headers)
        elif path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            assert isinstance(found, str), path
            route.fulfill(path=Path(found), content_type=mimetypes.guess_type(found)[0] or "font/woff2")
        else:
            self.take(route)

    def take(self, route: Route) -> None:
        batch = json.loads(route.request.post_data or "{}")
        self.batches.append(batch)
        reply = self.save(batch)
        if reply is None:
            route.abort()
        elif isinstance(reply, int):
            route.fulfill(status=reply, json={"message": "Sổ điểm đã khoá."})
        else:
            route.fulfill(json=reply)


@contextmanager
def opened(browser: Browser, site: PatternSite, width: int = 1280) -> Iterator[Page]:
    """The page at a width in pixels; an error in a script or a breach of the policy fails the test."""
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.route(f"{HOST}/**", site.answer)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    page.goto(f"{HOST}/mau/")
    yield page
    context.close()
    assert faults == []
