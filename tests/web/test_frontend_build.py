"""The built scripts and styles are committed; they must be the ones that the sources give."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_built_files_belong_to_the_sources() -> None:
    frontend = ROOT / "frontend"
    digest = hashlib.sha256()
    for folder in ("src", "styles"):
        paths = sorted(
            path.relative_to(frontend).as_posix() for path in (frontend / folder).rglob("*") if path.is_file()
        )
        for path in paths:
            digest.update(f"{path}\n".encode() + (frontend / path).read_bytes())
    built = json.loads((ROOT / "src/hocba/web/shared/static/hocba/build.json").read_text())
    assert built["sources"] == digest.hexdigest(), "run `npm ci && npm run build` in frontend/"


def test_the_lock_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "frontend/package-lock.json").read_text()
