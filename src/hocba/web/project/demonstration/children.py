"""Processes that the demonstration starts: each leads its own group, writes to one log and ends with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

PATIENCE = 8
"""Seconds that a child gets to end by itself."""


@dataclass(slots=True)
class Children:
    """``log``: where they write. ``lock``: descriptor that they hold too, so that it is free only when all are gone."""

    log: IO[bytes]
    lock: int
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        """``python -m module arguments``; Ctrl-C reaches this process only, which stops the children in order."""
        self.running.append(
            subprocess.Popen(  # noqa: S603 - our own modules
                [sys.executable, "-m", module, *arguments],
                stdin=subprocess.PIPE,
                stdout=self.log,
                stderr=self.log,
                env={**os.environ, **(environment or {})},
                pass_fds=(self.lock,),
                start_new_session=True,
            )
        )

    @property
    def fallen(self) -> bool:
        """Whether one has ended by itself."""
        return any(child.poll() is not None for child in self.running)

    def stop(self) -> None:
        """The latest first; whoever does not listen is killed with all of its own."""
        while self.running:
            child = self.running.pop()
            child.terminate()
            with suppress(subprocess.TimeoutExpired):
                child.wait(PATIENCE)
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def open_log(path: Path) -> IO[bytes]:
    """Fresh for every start; for its owner only."""
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab", buffering=0)
