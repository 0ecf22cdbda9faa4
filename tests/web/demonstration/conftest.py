"""One demonstration for all tests here, started the way a person would start it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hocba.web.project import embedded

COMMAND = (sys.executable, "-m", "hocba.cli", "demo")
LOADING = "Lần đầu"


@dataclass(frozen=True)
class Demonstration:
    """``half``: how many schools a first run had left that was killed while it loaded. ``first``: the run after it."""

    data: Path
    half: int
    first: subprocess.CompletedProcess[str]

    @property
    def dsn(self) -> str:
        return f"host={embedded.start(self.data).socket} dbname=hocba"

    def ask(self, query: str, *values: object) -> Any:
        """One value, past row security."""
        with psycopg.connect(f"{self.dsn} user=postgres") as connection:
            found = connection.execute(query, values).fetchone()  # type: ignore[arg-type]
        return found[0] if found else None

    def as_site(self, query: str, **scope: str) -> Any:
        """One value, as the site sees it in a scope (``schools="{1}"``)."""
        with psycopg.connect(f"{self.dsn} user=hocba_app") as connection:
            for name, value in scope.items():
                connection.execute("SELECT set_config(%s, %s, true)", [f"hocba.{name}", value])
            found = connection.execute(query).fetchone()  # type: ignore[arg-type]
        return found[0] if found else None

    def check(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(self.data, "--check", *arguments)

    @contextmanager
    def running(self) -> Iterator[tuple[subprocess.Popen[str], str]]:
        """A demonstration that stays, and its address."""
        process = begin(self.data)
        try:
            yield process, next(line for line in process.stdout or () if "Trang trình diễn" in line).split()[-1]
        finally:
            process.kill()
            process.communicate()


def environment(data: Path) -> dict[str, str]:
    """Ours without what the other web tests set for themselves."""
    own = ("HOCBA_", "DATABASE_", "DJANGO_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)} | {"HOCBA_DATA": str(data)}


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], env=environment(data), capture_output=True, text=True, timeout=120, check=False
    )


def begin(data: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments], env=environment(data), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def schools_in(data: Path) -> int:
    with psycopg.connect(f"host={embedded.start(data).socket} dbname=hocba user=postgres") as connection:
        found = connection.execute("SELECT count(*) FROM schools_school").fetchone()
    assert found is not None
    return int(found[0])


@pytest.fixture(scope="session")
def demonstration() -> Iterator[Demonstration]:
    data = Path(tempfile.mkdtemp(prefix="hocba-demo-"))
    data.chmod(0o755)  # the server may run as another user
    killed = begin(data, "--check")
    assert any(LOADING in line for line in killed.stdout or ())
    time.sleep(2)
    killed.kill()
    killed.communicate()
    half = schools_in(data)
    first = run(data, "--check")
    log = (data / "demo.log").read_text(errors="replace") if (data / "demo.log").exists() else ""
    assert first.returncode == 0, f"{first.stdout}\n{first.stderr}\n{log}"
    yield Demonstration(data, half, first)
    shutil.rmtree(data, ignore_errors=True)
