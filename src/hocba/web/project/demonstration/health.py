"""Is the site answering yet?"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable

_PATIENCE = 120.0


def wait_until_up(address: str, *, hopeless: Callable[[], bool]) -> bool:
    """Ask until it answers; False when it is hopeless or takes two minutes."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and not hopeless():
        if _answers(f"{address}/suc-khoe/"):
            return True
        time.sleep(0.05)
    return False


def _answers(url: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
