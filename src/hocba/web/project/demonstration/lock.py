"""One demonstration per data folder. The lock dies with the processes that hold it: nothing stale can stay behind."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hocba.kernel.problems import fail

_PATIENCE = 15.0
"""Seconds for the children of a killed run to end."""


@contextmanager
def sole(path: Path) -> Iterator[int]:
    """The descriptor of the held lock. Raises ProblemError ``demo.running``."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _try(descriptor):
        if _holder_lives(descriptor) or time.monotonic() > deadline:
            raise fail("demo.running")
        time.sleep(0.1)


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder_lives(descriptor: int) -> bool:
    """The run that took it, not merely one of its children."""
    try:
        os.kill(int(os.pread(descriptor, 20, 0) or b"-"), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass  # it lives, as somebody else's
    return True
