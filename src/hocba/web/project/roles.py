"""The two database roles and what the working one may do."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

OWNER_ROLE = "hocba_owner"
"""Owns every table, migrates, loads demonstrations. Never serves a request."""

APP_ROLE = "hocba_app"
"""Serves requests. Owns nothing, so that it can neither drop a policy nor step round one."""

_GRANTS = (
    f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}",
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP_ROLE}",
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {APP_ROLE}",
)


def grant_to_app(owner: BaseDatabaseWrapper) -> None:
    """Everything that ``owner`` creates from now on is usable by the application. Call before migrating."""
    with owner.cursor() as cursor:
        for statement in _GRANTS:
            cursor.execute(statement)
