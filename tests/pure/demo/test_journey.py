"""`hocba demo --out DIR`: everything is there, verifies, and a second run loses nothing."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hocba.cli.main import main
from hocba.demo import journey
from hocba.demo.journey import Done, Progress
from hocba.issuing.api import verify_bytes
from hocba.kernel.problems import ProblemError
from hocba.signing.trust.store import TrustStore

NOW = datetime(2026, 5, 19, 8, 30, tzinfo=UTC)
FILES = ["9A2-01.pdf", "9A2-01.xml", "9A2-02.pdf", "9A2-02.xml"]


def walk(directory: Path, students: int = 2) -> tuple[Done, list[Progress]]:
    told: list[Progress] = []
    return journey.run(directory, students=students, tell=told.append, clock=lambda: NOW), told


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("journey") / "out"
    walk(directory)
    return directory


@pytest.fixture
def own_copy(out: Path, tmp_path: Path) -> Path:
    """The same folder, to be spoilt."""
    return shutil.copytree(out, tmp_path / "copy")


def contents(directory: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in directory.iterdir() if p.suffix in {".xml", ".pdf"}}


def test_files_and_trust_anchors_are_left(out: Path) -> None:
    assert sorted(contents(out)) == FILES
    assert (out / "trust" / "root.pem").read_bytes().startswith(b"-----BEGIN CERTIFICATE-----")


def test_keys_are_for_their_owner_alone(out: Path) -> None:
    assert (out / ".hocba-demo").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_valid_against_the_anchors_left_beside_it(out: Path, name: str) -> None:
    verdict = verify_bytes((out / name).read_bytes(), filename=name, trust=TrustStore.load(out / "trust"), at=NOW)
    assert verdict.as_json()["verdict"] == "valid"


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_is_not_valid(out: Path, name: str) -> None:
    data = bytearray((out / name).read_bytes())
    data[len(data) // 2] ^= 1
    verdict = verify_bytes(bytes(data), filename=name, trust=TrustStore.load(out / "trust"), at=NOW)
    assert verdict.as_json()["verdict"] in {"altered", "unreadable"}


def test_second_run_keeps_everything(out: Path) -> None:
    before = contents(out)
    done, told = walk(out)
    assert (done.kept, done.signatures) == (2, 0)
    assert all(step.kept for step in told)
    assert contents(out) == before


def test_a_stopped_run_goes_on_with_the_same_anchors(own_copy: Path) -> None:
    root = (own_copy / "trust" / "root.pem").read_bytes()
    done, told = walk(own_copy, students=3)
    assert [step.kept for step in told] == [True, True, False]
    assert done.signatures == 16
    assert (own_copy / "trust" / "root.pem").read_bytes() == root


def test_a_missing_half_is_made_again(own_copy: Path) -> None:
    (own_copy / "9A2-01.pdf").unlink()
    done, _ = walk(own_copy)
    assert (done.students, done.kept) == (2, 1)
    assert sorted(contents(own_copy)) == FILES


def test_an_edited_file_is_not_overwritten(own_copy: Path) -> None:
    (own_copy / "9A2-01.xml").write_bytes(b"mine")
    with pytest.raises(ProblemError):
        walk(own_copy)
    assert (own_copy / "9A2-01.xml").read_bytes() == b"mine"


def test_command_tells_what_it_did_and_how_to_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--out", str(tmp_path / "out"), "--students", "1"]) == 0
    told = capsys.readouterr().out
    assert "1/1" in told
    assert "hocba verify" in told
    assert "không có giá trị pháp lý" in told


def test_command_refuses_a_foreign_folder_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert "đã có tệp khác" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "-3", "ba"])
def test_command_refuses_a_senseless_number(tmp_path: Path, number: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--out", str(tmp_path), "--students", number])
    assert stopped.value.code == 2
