"""The demonstration never mixes with real schools, and never runs twice on one folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.web.world import World, as_owner

from hocba.kernel.problems import ProblemError
from hocba.web.project.demonstration import lock, ports
from hocba.web.project.demonstration.key_box import KeyBox, client
from hocba.web.project.demonstration.loading.load import is_loaded, load
from hocba.web.schools.api import School


def test_a_database_with_other_schools_is_left_alone(world: World, tmp_path: Path) -> None:
    before = School.objects.count()
    with as_owner(), pytest.raises(ProblemError) as caught:
        load(tmp_path / "keys", now=datetime.now(UTC), verify_url=str, using="default")
    assert caught.value.problem.code == "demo.foreign_database"
    assert School.objects.count() == before
    assert not (tmp_path / "keys").exists()


def test_an_empty_database_is_not_loaded(db: None) -> None:
    assert not is_loaded(using="default")


def test_one_run_per_folder(tmp_path: Path) -> None:
    with lock.sole(tmp_path / "lock"):
        with pytest.raises(ProblemError) as caught, lock.sole(tmp_path / "lock"):
            pass
        assert caught.value.problem.code == "demo.running"
    with lock.sole(tmp_path / "lock"):
        pass


def test_a_lock_file_left_behind_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("not a number, and nobody holds it")
    with lock.sole(tmp_path / "lock"):
        pass


def test_a_wanted_port_is_taken_or_refused() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ProblemError) as caught:
            ports.choose(port)
    assert caught.value.problem.code == "demo.port_taken"
    assert ports.choose(port) == port


def test_without_a_box_no_key_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = KeyBox.of(tmp_path / "keys", tmp_path / "ready")
    for name, value in box.environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ProblemError) as caught:
        client()
    assert caught.value.problem.code == "demo_box.unreachable"


def test_the_token_does_not_show_itself(tmp_path: Path) -> None:
    box = KeyBox.of(tmp_path / "keys", tmp_path / "ready")
    assert box.token not in repr(box)
    assert all(box.token not in word for word in box.arguments)
