"""The real pages in a real browser without a server: the site answers within the test's own transaction."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from pathlib import Path
from typing import cast

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page, Route

HOST = "http://school.test"


def _static(route: Route, path: str) -> None:
    found = finders.find(path.removeprefix("/static/"))
    assert isinstance(found, str), path
    route.fulfill(path=Path(found), content_type=mimetypes.guess_type(found)[0] or "font/woff2")


def _ask(client: Client, method: str, path: str, body: bytes, headers: dict[str, str]) -> HttpResponse:
    # a browser does not let us answer the second half of a redirect: it is followed here
    htmx = {"HX-Request": "true"} if "hx-request" in headers else {}
    if method == "POST":
        kind = headers.get("content-type", "")
        response = client.post(path, body, content_type=kind, follow=True, headers=htmx)
    else:
        response = client.get(path, follow=True)
    return cast(HttpResponse, response)


def _answering(client: Client) -> Callable[[Route], None]:
    """The site's answer, made in the context of the test: the database connection of the test belongs to it."""
    context = copy_context()

    def answer(route: Route) -> None:
        request, path = route.request, route.request.url.removeprefix(HOST)
        if path.startswith("/static/"):
            return _static(route, path)
        body = request.post_data_buffer or b""
        response = context.run(_ask, client, request.method, path, body, request.headers)
        headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
        route.fulfill(status=response.status_code, headers=headers, body=response.content)
        return None

    return answer


@contextmanager
def walked(browser: Browser, client: Client, width: int = 1280) -> Iterator[Page]:
    """A page that has not gone anywhere yet; an error in a script or a breach of the policy fails the test."""
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", base_url=HOST)
    context.route(f"{HOST}/**", _answering(client))
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    yield page
    context.close()
    assert faults == []
