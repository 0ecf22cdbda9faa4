"""The key box as the demonstration starts and finds it. Its keys never enter the site's process."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from hocba.kernel.problems import fail
from hocba.signing.providers.demo_box.client import DemoBoxClient

MODULE = "hocba.signing.providers.demo_box"
_TOKEN, _READY = "HOCBA_DEMO_BOX_TOKEN", "HOCBA_DEMO_BOX_READY"


@dataclass(frozen=True, slots=True)
class KeyBox:
    """``ready``: the file in which the box announces its address."""

    keys: Path
    ready: Path
    token: str = field(repr=False)

    @classmethod
    def of(cls, keys: Path, ready: Path) -> Self:
        """With a token that nobody can guess; an announcement of an earlier run is removed."""
        ready.unlink(missing_ok=True)
        return cls(keys, ready, secrets.token_urlsafe(32))

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("--demonstration", "--keys", str(self.keys), "--ready", str(self.ready), "--follow-stdin")

    @property
    def environment(self) -> dict[str, str]:
        """For the box and for the site, and for nobody else."""
        return {_TOKEN: self.token, _READY: str(self.ready)}


def client() -> DemoBoxClient:
    """By the environment of the site's process. Raises ProblemError ``demo_box.unreachable`` before the box is up."""
    ready = Path(os.environ.get(_READY, ""))
    if not ready.is_file():
        raise fail("demo_box.unreachable")
    return DemoBoxClient(ready.read_text("ascii"), os.environ.get(_TOKEN, ""))
