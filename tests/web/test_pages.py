"""Every page that shows something: axe finds nothing, and only tables scroll sideways, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser
from tests.web.pattern_site import PatternSite, opened
from tests.web.test_patterns import OUTSIDE
from tests.web.test_routes import ROUTES, VISITORS
from tests.web.world import World

from hocba.web.accounts.api import User

pytestmark = pytest.mark.browser
# who looks: the first of these whom the table of routes lets in
EYES = ("principal", "teacher", "officer", "clerk")


def looked_at(name: str) -> str | None:
    route = ROUTES[name]
    if route.method != "get":
        return None
    return next((visitor for visitor in EYES if route.expected()[visitor] == 200), None)


def assert_well_made(browser: Browser, response: HttpResponse) -> None:
    with opened(browser, PatternSite(html=response.content), width=390) as page:
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found] == []
        assert page.evaluate(OUTSIDE) == []
        page.set_viewport_size({"width": 1280, "height": 900})
        assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("name", sorted(name for name in ROUTES if looked_at(name)))
def test_page_is_well_made(browser: Browser, world: World, client_of: Callable[[User], Client], name: str) -> None:
    user = VISITORS[looked_at(name) or ""](world)
    assert user is not None
    response = client_of(user).get(reverse(name, kwargs=dict(ROUTES[name].arguments(world))))
    if response.headers["Content-Type"].startswith("text/html"):
        assert_well_made(browser, response)


@pytest.mark.parametrize("name", ["account_login", "mfa_index", "account_change_password", "account_logout"])
def test_account_page_is_well_made(
    browser: Browser, world: World, client_of: Callable[[User], Client], name: str
) -> None:
    client = Client() if name == "account_login" else client_of(world.here.teacher)
    response = client.get(reverse(name))
    if response.status_code == 302:  # asks for the password again before it shows anything about safety
        response = client.get(response.headers["Location"])
    assert response.status_code == 200
    assert_well_made(browser, response)


def test_sign_in_speaks_vietnamese(world: World) -> None:
    client = Client(headers={"accept-language": "en"})
    assert "Tên đăng nhập hoặc thư điện tử" in client.get(reverse("account_login")).content.decode()
    refused = client.post(reverse("account_login"), {"login": "ai.do", "password": "sai"}).content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in refused


def test_unknown_address_is_well_made(browser: Browser, world: World) -> None:
    assert_well_made(browser, Client().get("/khong-co/"))
