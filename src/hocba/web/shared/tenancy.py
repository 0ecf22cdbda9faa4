"""Who may see which rows. PostgreSQL decides, by row-level security; this module tells it who is asking.

The scope is set with ``SET LOCAL`` semantics for one transaction, so pooled connections never carry it over.
Without a scope every tenant table looks empty. The policies themselves are made by ``shared.db.TenantTable``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection, transaction


@dataclass(frozen=True, slots=True)
class Scope:
    """``schools``: full rows of these schools. ``supervised``: counts only. ``lookup``: one public number that a
    stranger holds (from a QR code), for the few tables that open a single row to whoever knows it."""

    user_id: int | None = None
    schools: frozenset[int] = frozenset()
    supervised: frozenset[int] = frozenset()
    lookup: str = ""


NOBODY = Scope()
_current: ContextVar[Scope] = ContextVar("hocba_scope", default=NOBODY)

_SET = """SELECT set_config('hocba.user', %s, true), set_config('hocba.schools', %s, true),
                 set_config('hocba.supervised', %s, true), set_config('hocba.lookup', %s, true)"""


@contextmanager
def scope(wanted: Scope) -> Iterator[None]:
    """One transaction (or savepoint) in which the database shows what ``wanted`` may see; then as before.

    Leaving normally commits, leaving by an exception rolls back, both as ``transaction.atomic`` does.
    """
    before = _current.get()
    token = _current.set(wanted)
    try:
        with transaction.atomic():
            _tell_database(wanted)
            yield
            # a rolled-back transaction forgets the settings by itself, and takes no further statement
            if not connection.needs_rollback:
                _tell_database(before)
    finally:
        _current.reset(token)


def current() -> Scope:
    """The scope in force."""
    return _current.get()


def _tell_database(wanted: Scope) -> None:
    user = "" if wanted.user_id is None else str(wanted.user_id)
    with connection.cursor() as cursor:
        cursor.execute(_SET, [user, _array(wanted.schools), _array(wanted.supervised), wanted.lookup])


def _array(numbers: frozenset[int]) -> str:
    return "{" + ",".join(map(str, sorted(numbers))) + "}"
