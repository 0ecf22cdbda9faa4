"""The demonstration, started the way a person starts it, on a port and a folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hocba.demo.model import School, SchoolClass, Ward
from hocba.demo.user_names import user_names
from hocba.demo.ward import build
from hocba.kernel.ids import StaffCode
from hocba.kernel.subjects import SubjectCode


@dataclass(frozen=True)
class Site:
    """``address`` without a slash at its end. ``data``: what it keeps on disk."""

    address: str
    data: Path

    @property
    def ward(self) -> Ward:
        return build()

    @property
    def school(self) -> School:
        """The one whose classes visitors are shown."""
        return self.ward.schools[0]

    def user_name(self, code: StaffCode) -> str:
        return user_names(self.ward)[code]

    def teacher_of(self, school_class: SchoolClass, subject: str) -> str:
        return self.user_name(self.school.teachers_of(school_class.name)[SubjectCode(subject)])


def environment(data: Path) -> dict[str, str]:
    """Ours without what other tests set for themselves."""
    own = ("HOCBA_", "DATABASE_", "DJANGO_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)} | {"HOCBA_DATA": str(data)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running() -> Iterator[Site]:
    data = Path(tempfile.mkdtemp(prefix="hocba-journey-"))
    data.chmod(0o755)  # the database server may run as another user
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "hocba.cli", "demo", "--port", str(port)],
        env=environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = []
        for line in process.stdout or ():
            said.append(line)
            if "Ctrl-C" in line:
                break
        else:
            raise AssertionError("".join(said))
        yield Site(f"http://127.0.0.1:{port}", data)
    finally:
        process.terminate()
        process.communicate(timeout=60)
        shutil.rmtree(data, ignore_errors=True)
