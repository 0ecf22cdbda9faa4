"""Every address × every visitor: who may enter. An address that nobody declared fails."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.route import VISITORS, Route
from tests.web.world import World

from hocba.web.accounts.api import User
from hocba.web.shared.guards import public

FOLDER = Path(__file__).parent / "routes"
# allauth declares and tests its own pages; static files are public; patterns exist in demonstrations only
FOREIGN = ("account_", "mfa_")


def declared() -> dict[str, Route]:
    found: dict[str, Route] = {}
    for file in sorted(FOLDER.glob("[a-z]*.py")):
        found |= importlib.import_module(f"tests.web.routes.{file.stem}").ROUTES
    return found


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name}", entry


OURS = {name: pattern for name, pattern in patterns(get_resolver()) if not name.startswith(FOREIGN)}
ROUTES = declared()


def test_every_address_is_declared_and_every_declaration_has_an_address() -> None:
    assert set(OURS) == set(ROUTES)


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_view_carries_a_guard(name: str) -> None:
    assert hasattr(OURS[name].callback, "guard")


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("name", sorted(ROUTES))
def test_who_may_enter(world: World, client_of: Callable[[User], Client], name: str, visitor: str) -> None:
    route = ROUTES[name]
    user = VISITORS[visitor](world)
    client = Client() if user is None else client_of(user)
    address = reverse(name, kwargs=dict(route.arguments(world)))
    assert getattr(client, route.method)(address, route.data).status_code == route.expected()[visitor]


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_a_person_without_an_office_enters_nothing_but_public_pages(
    world: World, client_of: Callable[[User], Client], name: str
) -> None:
    route = ROUTES[name]
    address = reverse(name, kwargs=dict(route.arguments(world)))
    status = getattr(client_of(world.homeless), route.method)(address, route.data).status_code
    assert status == (route.stranger if OURS[name].callback.guard is public else 403)


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_another_method_is_refused(world: World, client_of: Callable[[User], Client], name: str) -> None:
    route = ROUTES[name]
    address = reverse(name, kwargs=dict(route.arguments(world)))
    assert client_of(world.here.principal).delete(address).status_code == (200 if route.stranger == 200 else 405)
