"""Very many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connections, models

_STAGE = "demonstration_stage"


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, using: str) -> None:
    """COPY ``rows`` into the table of ``model``; columns left out get the database's own default.

    By way of a temporary table: COPY itself refuses tables that have row-level security.
    """
    table, names = model._meta.db_table, ", ".join(f'"{column}"' for column in columns)
    with connections[using].cursor() as cursor:
        like_it = f'SELECT {names} FROM "{table}" LIMIT 0'  # noqa: S608 - our own names
        cursor.execute(f"CREATE TEMPORARY TABLE {_STAGE} ON COMMIT DROP AS {like_it}")
        with cursor.copy(f"COPY {_STAGE} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM {_STAGE}')  # noqa: S608 - our own names
        cursor.execute(f"DROP TABLE {_STAGE}")


@contextmanager
def keys_checked_meanwhile(using: str) -> Iterator[None]:
    """PostgreSQL checks the foreign keys of all rows so far, which takes seconds; the body must leave it alone."""
    raw = connections[using].connection
    with ThreadPoolExecutor(1) as helper:
        checking = helper.submit(raw.execute, "SET CONSTRAINTS ALL IMMEDIATE")
        yield
        checking.result()
    raw.execute("SET CONSTRAINTS ALL DEFERRED")
