"""Django's ``DATABASES``: ``default`` works as ``hocba_app``, ``owner`` migrates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from hocba.web.project.environment import Environment


def databases(environment: Environment) -> dict[str, Any]:
    """Connections by alias. Importing the settings starts nothing: the ``hocba`` command starts the embedded server
    and hands its addresses on in ``DATABASE_URL`` and ``DATABASE_OWNER_URL``."""
    url = environment.database_url or _embedded(environment.data, "hocba_app")
    found = {"default": _connection(url, atomic=True)}
    if environment.owner_url:
        found["owner"] = _connection(environment.owner_url, atomic=False)
    return found


def _connection(url: str, *, atomic: bool) -> dict[str, Any]:
    settings: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    return {**settings, "ATOMIC_REQUESTS": atomic}


def _embedded(data: Path, role: str) -> str:
    socket = str(data / "postgres").replace("/", "%2F")
    return f"postgresql://{role}@{socket}/hocba"
