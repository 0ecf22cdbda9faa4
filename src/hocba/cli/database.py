"""Bring the database up and Django with it, for the commands that need one."""

from __future__ import annotations

import os

from hocba.web.project import environment


def prepare_django() -> None:
    """Start the embedded PostgreSQL unless ``DATABASE_URL`` names a server, then set Django up."""
    if not os.environ.get("DATABASE_URL"):
        _start_embedded()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hocba.web.project.settings")
    import django

    django.setup()


def _start_embedded() -> None:
    from hocba.web.project import embedded

    running = embedded.start(environment.read().data)
    os.environ["DATABASE_URL"] = running.url
    os.environ["DATABASE_OWNER_URL"] = running.owner_url
