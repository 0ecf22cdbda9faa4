"""An app of the web enters another by its door, ``api``, and by nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import hocba.web

ROOT = Path(hocba.web.__file__).parent
OPEN = frozenset({"shared"})
"""Every module of these may be imported: they are the ground the apps stand on."""
TOP = frozenset({"project"})
"""Knows every app, also its addresses and its rooms."""


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaks_in(app: str, file: Path) -> Iterator[str]:
    for name in imported(file):
        parts = name.split(".")
        if parts[:2] != ["hocba", "web"] or len(parts) < 4:
            continue
        if parts[2] not in OPEN | {app} and parts[3] != "api":
            yield f"{file.relative_to(ROOT)}: {name}"


def test_apps_enter_each_other_by_the_door() -> None:
    apps = [path for path in ROOT.iterdir() if (path / "apps.py").is_file() and path.name not in TOP]
    assert len(apps) >= 10
    found = [line for app in apps for file in app.rglob("*.py") for line in breaks_in(app.name, file)]
    assert found == []


def test_a_way_round_the_door_is_noticed() -> None:
    file = ROOT / "registry" / "views.py"
    assert list(breaks_in("gradebook", file)) != []
