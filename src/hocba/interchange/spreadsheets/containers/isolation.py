"""Open a stranger's file in a process of its own, with little memory and little time.

A small file can ask for terabytes (one cell at XFD1048576), and native parsers end their process when they
cannot have them. Here that ends a child, and the caller gets a problem code.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.containers import wire
from hocba.interchange.spreadsheets.grid import Grid
from hocba.kernel.problems import ProblemError, fail

_WORKER = "hocba.interchange.spreadsheets.containers.worker"
_OUT_OF_BOUNDS = {-signal.SIGABRT, -signal.SIGKILL, -signal.SIGXCPU}


def open_grids(data: bytes, *, filename: str) -> list[Grid]:
    """Every sheet of the file; raises ProblemError ``file.unreadable`` or ``file.too_large``."""
    if len(data) > limits.MAX_FILE_BYTES:
        raise fail("file.too_large", reason="bytes", limit=str(limits.MAX_FILE_BYTES))
    answer = json.loads(_ask_child(data, filename))
    if "problem" in answer:
        raise fail(answer["problem"]["code"], **answer["problem"]["params"])
    return wire.load(answer["sheets"])


def _ask_child(data: bytes, filename: str) -> bytes:
    command = [sys.executable, "-I", "-m", _WORKER, filename.replace("\0", "")]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=2 * limits.MAX_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise fail("file.too_large", reason="seconds", limit=str(limits.MAX_SECONDS)) from None
    if child.returncode:
        raise _ended_badly(child.returncode, child.stderr)
    return child.stdout


def _ended_badly(status: int, complaint: bytes) -> ProblemError:
    if status in _OUT_OF_BOUNDS or b"MemoryError" in complaint or b"capacity overflow" in complaint:
        return fail("file.too_large", reason="memory", limit=str(limits.MAX_MEMORY_BYTES))
    return fail("file.unreadable", reason="damaged")
