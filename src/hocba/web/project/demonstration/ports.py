"""Where the site listens."""

from __future__ import annotations

import socket

from hocba.kernel.problems import fail

HOST = "127.0.0.1"
FIRST = 8000
_MANY = 100


def choose(wanted: int | None) -> int:
    """``wanted``, or the first free port from 8000. Raises ProblemError ``demo.port_taken``."""
    if wanted is not None:
        if not _is_free(wanted):
            raise fail("demo.port_taken", value=str(wanted))
        return wanted
    for port in range(FIRST, FIRST + _MANY):
        if _is_free(port):
            return port
    raise fail("demo.port_taken", value=f"{FIRST}-{FIRST + _MANY - 1}")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # as the server itself does: a connection that has just ended is no obstacle
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
