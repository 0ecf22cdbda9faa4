"""A real PostgreSQL for the web tests: one embedded server per test process, thrown away at the end.

Tests work as the role ``hocba_app``, exactly as the site does, so that row security is in force in every one of them.
The session's login may also become the owner, which ``as_owner()`` uses to lay out data inside the test's own
transaction.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import django
import psycopg
import pytest

DATA = Path(tempfile.mkdtemp(prefix="hocba-web-"))
DATA.chmod(0o755)  # the server may run as another user
_SOCKET = quote(str(DATA / "postgres"), safe="")

os.environ |= {
    "DJANGO_SETTINGS_MODULE": "hocba.web.project.settings",
    "HOCBA_DATA": str(DATA),
    "HOCBA_SECRET_KEY": "only-for-tests",
    "DATABASE_URL": f"postgresql://hocba_test@{_SOCKET}/hocba",
    "DATABASE_OWNER_URL": f"postgresql://hocba_owner@{_SOCKET}/hocba",
}
django.setup()
# a process started from here (a worker of xdist) lays out its own server before it reads the settings
del os.environ["DJANGO_SETTINGS_MODULE"]

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from tests.web.world import World, build  # noqa: E402

from hocba.web.accounts.api import User  # noqa: E402
from hocba.web.project import embedded, installation  # noqa: E402

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and only here
settings.ALLOWED_HOSTS = ["testserver"]

_TEST_LOGIN = """
CREATE ROLE hocba_test LOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
GRANT hocba_app, hocba_owner TO hocba_test;
ALTER ROLE hocba_test SET role = hocba_app;
"""


@pytest.fixture(scope="session")
def postgres() -> embedded.Embedded:
    """The running server of this test process."""
    return embedded.start(DATA, delete_at_exit=True)


@pytest.fixture(scope="session")
def django_db_setup(
    postgres: embedded.Embedded, django_test_environment: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[None]:
    """Migrate as the owner; replaces pytest-django's own database."""
    with psycopg.connect(postgres.superuser_dsn, autocommit=True) as connection:
        connection.execute(_TEST_LOGIN)
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        installation.migrate(verbosity=0)
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        for connection in django.db.connections.all():
            connection.close()


@pytest.fixture
def world(db: None) -> World:
    """Two schools below one ward, with people in every office."""
    return build()


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A browser in which this person has signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in
