"""One demonstration for all journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

import pytest
from playwright.sync_api import Browser
from tests.journeys.site import Site, running
from tests.journeys.visitor import Visitor, visiting

Visit = Callable[[], AbstractContextManager[Visitor]]


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with running() as started:
        yield started


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Site) -> Visit:
    """Opens a browser of its own, for one more person."""
    return partial(visiting, browser, site.address)
