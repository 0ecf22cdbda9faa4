"""Trust anchors and lists of revoked certificates, where everybody may read them."""

from __future__ import annotations

import time
from pathlib import Path

from hocba.kernel.clock import system_clock
from hocba.signing.demo_pki.store import load, publish_trust

_DAY = 24 * 60 * 60.0


class Anchors:
    """Published at once and then daily: a list of revoked certificates is good for seven days only."""

    def __init__(self, keys: Path, directory: Path) -> None:
        self._keys, self._directory = keys, directory
        self._due = 0.0

    def keep_fresh(self) -> None:
        if time.monotonic() >= self._due:
            pki, _ = load(self._keys)
            publish_trust(pki, self._directory, at=system_clock())
            self._due = time.monotonic() + _DAY
