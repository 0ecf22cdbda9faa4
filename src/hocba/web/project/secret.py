"""The secret that signs sessions: from the environment, else a file that ``hocba init`` writes once."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FILE = "secret.key"


def read(data: Path) -> str:
    """The stored secret; a fresh one for this process only where none is stored (a system check then warns)."""
    stored = data / FILE
    return stored.read_text().strip() if stored.is_file() else secrets.token_urlsafe(48)


def ensure(data: Path) -> None:
    """Write a secret readable by its owner only, unless there is one."""
    data.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(data / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as stream:
        stream.write(secrets.token_urlsafe(48))
