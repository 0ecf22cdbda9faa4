"""What the operator decides, read from the environment once. Nothing here touches disk or network."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})


@dataclass(frozen=True, slots=True)
class Environment:
    """``HOCBA_*`` and ``DATABASE_*`` variables with safe defaults.

    ``database_url``: the application's connection; empty means the embedded server below ``data``.
    ``owner_url``: the connection that migrates; needed by ``hocba init`` only.
    ``keys``: dotted name of the function that connects to the keys (``issuance.keys``); empty: nothing can be signed.
    ``trust``: folder with the anchors that the verification page believes.
    ``today``: in a demonstration, the day from which deadlines are counted; signatures and records keep the real time.
    ``url``: the public address printed in QR codes, e.g. ``https://hocba.example.vn``.
    """

    data: Path
    demo: bool
    debug: bool
    secret_key: str
    database_url: str
    owner_url: str
    url: str
    hosts: tuple[str, ...]
    keys: str = ""
    trust: Path | None = None
    today: date | None = None

    @property
    def https(self) -> bool:
        return self.url.startswith("https://")


def read(values: Mapping[str, str] = os.environ) -> Environment:
    """The environment as the settings need it."""
    return Environment(
        data=Path(values.get("HOCBA_DATA", "var")).expanduser().resolve(),
        demo=_is_true(values.get("HOCBA_DEMO", "")),
        debug=_is_true(values.get("HOCBA_DEBUG", "")),
        secret_key=values.get("HOCBA_SECRET_KEY", ""),
        database_url=values.get("DATABASE_URL", ""),
        owner_url=values.get("DATABASE_OWNER_URL", ""),
        url=values.get("HOCBA_URL", "http://127.0.0.1:8000").rstrip("/"),
        hosts=tuple(host for host in values.get("HOCBA_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host),
        keys=values.get("HOCBA_KEYS", ""),
        trust=Path(values["HOCBA_TRUST"]).expanduser().resolve() if values.get("HOCBA_TRUST") else None,
        today=date.fromisoformat(values["HOCBA_TODAY"]) if values.get("HOCBA_TODAY") else None,
    )


def _is_true(text: str) -> bool:
    return text.strip().lower() in TRUE_WORDS
