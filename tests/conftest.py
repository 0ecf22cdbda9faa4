"""What all tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def need_tool() -> Callable[[str], str]:
    """Path of a program that others wrote; without it the test that asks for it says so and is left out."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed: `make tools` as root installs it")
        return path

    return find


@pytest.fixture(scope="module")
def browser(need_tool: Callable[[str], str]) -> Iterator[Browser]:
    """The machine's own Chromium, driven by Playwright.

    Playwright keeps an event loop running in this thread for as long as it lives. So it lives for one module only,
    lest ``asyncio.run`` fail in tests that come later, and Django is told that its database is safe here.
    """
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield playwright.chromium.launch(executable_path=need_tool("chromium"), args=arguments)
