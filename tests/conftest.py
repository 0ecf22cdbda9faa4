"""What all tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def need_tool() -> Callable[[str], str]:
    """Path of a program that others wrote; without it the test that asks for it says so and is left out."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed: `make tools` as root installs it")
        return path

    return find
