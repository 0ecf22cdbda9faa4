"""Which tables are guarded by row-level security, and which are open to every scope on purpose."""

from __future__ import annotations

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

GLOBAL_TABLES = frozenset(
    {
        "accounts_user",  # needed before anybody is known; numbers of people stand in accounts_staffprofile
        "schools_authority",  # a public directory
        "schools_school",  # a public directory
    }
)
"""Tables of ours without row security. Each needs its reason here."""

_GUARDED = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relrowsecurity AND c.relforcerowsecurity
  AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'scope')
"""


def tables_to_guard() -> frozenset[str]:
    """Every table of our own apps that is not declared global."""
    own = [config for config in apps.get_app_configs() if config.name.startswith("hocba.")]
    tables = {model._meta.db_table for config in own for model in config.get_models(include_auto_created=True)}
    return frozenset(tables) - GLOBAL_TABLES


def unguarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """Tables that should be guarded and are not, in order."""
    with connection.cursor() as cursor:
        cursor.execute(_GUARDED)
        guarded = {row[0] for row in cursor.fetchall()}
    return sorted(tables_to_guard() - guarded)
