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


@pytest.fixture(scope="session")
def browser(need_tool: Callable[[str], str]) -> Iterator[Browser]:
    """The machine's own Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=need_tool("chromium"), args=arguments)
