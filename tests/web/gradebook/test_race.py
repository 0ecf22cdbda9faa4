"""Two real connections at once, in a copy of the database that both can commit to."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection, connections
from psycopg import sql
from tests.web.gradebook.desk import actor_of, rows_of
from tests.web.world import World, build

from hocba.kernel.problems import ProblemError
from hocba.web.gradebook.api import CellAnswer, Edit, lock_class, save, subject_sheet
from hocba.web.project import embedded
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor

COPY = "hocba_race"


@pytest.fixture
def committed(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, postgres: embedded.Embedded
) -> Iterator[World]:
    """The small world, committed in a database of its own."""
    settings = connections["default"].settings_dict
    name = settings["NAME"]
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()
        send_away(postgres, name)
        administer(postgres, "CREATE DATABASE {} TEMPLATE {}", COPY, name)
        settings["NAME"] = COPY
        try:
            yield build()
        finally:
            connections.close_all()
            settings["NAME"] = name
            administer(postgres, "DROP DATABASE {} WITH (FORCE)", COPY)


def send_away(postgres: embedded.Embedded, name: str) -> None:
    """A database is copied only when nobody is in it; a browser's test may have left a connection behind."""
    with psycopg.connect(postgres.superuser_dsn, autocommit=True) as superuser:
        superuser.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def administer(postgres: embedded.Embedded, statement: str, *names: str) -> None:
    with psycopg.connect(postgres.superuser_dsn, autocommit=True) as superuser:
        superuser.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """Run each in a thread with its own connection; the results, exceptions included."""

    def run(task: Callable[[], object]) -> object:
        try:
            return task()
        except ProblemError as error:
            return error.problem.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def writing(world: World, actor: Actor, row: str, value: str, start: threading.Barrier) -> Callable[[], object]:
    def task() -> CellAnswer:
        edit = Edit(uuid.UUID(row), "ck", value, 0)
        with tenancy.scope(actor.scope):
            start.wait(5)
            return save(subject_sheet(world.here.maths, "hk1"), edits=[edit], batch=uuid.uuid4(), actor=actor)[0]

    return task


def test_of_two_who_write_one_cell_one_is_told(committed: World) -> None:
    row, start = rows_of(committed)[0], threading.Barrier(2)
    actors = [actor_of(user) for user in (committed.here.teacher, committed.here.colleague)]
    tasks = [writing(committed, actor, row, str(7 + n), start) for n, actor in enumerate(actors)]
    answers = sorted(at_once(*tasks), key=lambda answer: str(answer.status))  # type: ignore[attr-defined]
    lost, won = answers
    assert (lost.status, won.status) == ("conflict", "saved")  # type: ignore[attr-defined]
    assert (lost.value, lost.version) == (won.value, 1)  # type: ignore[attr-defined]


def test_the_same_batch_twice_at_once_is_written_once(committed: World) -> None:
    row, start, batch = rows_of(committed)[0], threading.Barrier(2), uuid.uuid4()
    actor = actor_of(committed.here.teacher)

    def task() -> CellAnswer:
        with tenancy.scope(actor.scope):
            start.wait(5)
            edit = Edit(uuid.UUID(row), "ck", "8", 0)
            return save(subject_sheet(committed.here.maths, "hk1"), edits=[edit], batch=batch, actor=actor)[0]

    first, second = at_once(task, task)
    assert first == second
    assert first.version == 1  # type: ignore[attr-defined]


def test_nothing_slips_past_a_lock_that_is_being_set(committed: World) -> None:
    row, locked = rows_of(committed)[0], threading.Event()
    principal, teacher = actor_of(committed.here.principal), actor_of(committed.here.teacher)

    def lock() -> None:
        with tenancy.scope(principal.scope):
            lock_class(actor=principal, school_class=committed.here.classes[0], reason="Lập học bạ")
            locked.set()
            time.sleep(0.3)  # not yet committed: who writes now must wait to learn of it

    def write() -> object:
        locked.wait(5)
        return writing(committed, teacher, row, "8", threading.Barrier(1))()

    assert at_once(lock, write)[1] == "entry.locked"
