"""The rooms below the web stand without Django and without a database driver."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import hocba

PURE_ROOMS = ["kernel", "regulations", "transcript", "signing", "ledger", "interchange", "issuing", "wording", "demo"]
WEB = {"web", "cli"}

_IMPORT_ALL = """
import importlib, pkgutil, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "psycopg", "procrastinate"}:
            raise ImportError(f"{name} is blocked below the web")

sys.meta_path.insert(0, Blocked())
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + ".", onerror=lambda name: None):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def import_everything(room: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _IMPORT_ALL, room]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_needs_neither_django_nor_a_database(room: str) -> None:
    done = import_everything(f"hocba.{room}")
    assert done.returncode == 0, done.stderr


def test_the_block_would_notice() -> None:
    assert "is blocked below the web" in import_everything("django").stderr


def test_every_room_is_pure_or_known_to_be_above() -> None:
    assert {module.name for module in pkgutil.iter_modules(hocba.__path__)} == {*PURE_ROOMS, *WEB}
