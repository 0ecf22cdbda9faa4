"""A child ends when its parent does, even when the parent was killed and could say nothing."""

from __future__ import annotations

import os
import signal
import threading
import time

PATIENCE = 5
"""Seconds for an orderly end."""


def end_with_parent() -> None:
    """Watch standard input, whose other end only the parent holds. For a process that leads its own group."""
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os.killpg(os.getpgrp(), signal.SIGKILL)
