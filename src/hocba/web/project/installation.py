"""Prepare a database: grants, then migrations, both as the owner role."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connections

from hocba.web.project.roles import grant_to_app

OWNER = "owner"
"""Alias of the owner's connection in ``DATABASES``."""


def migrate(*, verbosity: int = 1) -> None:
    """Bring the schema up to date. Needs ``DATABASE_OWNER_URL`` (the embedded server brings its own)."""
    grant_to_app(connections[OWNER])
    call_command("migrate", database=OWNER, interactive=False, verbosity=verbosity)
