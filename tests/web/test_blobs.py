"""Issued files: the same bytes once, and never other bytes under an old name."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings as SettingsWrapper

from hocba.kernel.problems import ProblemError
from hocba.web.shared import blobs
from hocba.wording.api import messages

CONTENT = "<hoc-ba>Nguyễn Thị Ánh</hoc-ba>".encode()


@pytest.fixture(autouse=True)
def store(settings: SettingsWrapper, tmp_path: Path) -> Path:
    file_system = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = {
        **settings.STORAGES, "default": {"BACKEND": file_system, "OPTIONS": {"location": tmp_path}}
    }  # fmt: skip
    return tmp_path


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_is_named_by_its_hash_and_comes_back() -> None:
    digest = blobs.put(CONTENT)
    assert digest == sha256(CONTENT).hexdigest()
    assert blobs.get(digest) == CONTENT


def test_the_same_bytes_are_kept_once(store: Path) -> None:
    assert blobs.put(CONTENT) == blobs.put(CONTENT)
    assert len(files(store)) == 1


@pytest.mark.parametrize("altered", [b"", CONTENT[:-1], CONTENT + b" ", bytes([CONTENT[0] ^ 1]) + CONTENT[1:]])
def test_an_altered_file_is_refused(store: Path, altered: bytes) -> None:
    digest = blobs.put(CONTENT)
    files(store)[0].write_bytes(altered)
    with pytest.raises(ProblemError) as refusal:
        blobs.get(digest)
    assert refusal.value.problem.code == "blob.altered"


def test_a_missing_file_is_said_to_be_missing() -> None:
    with pytest.raises(ProblemError) as refusal:
        blobs.get("0" * 64)
    assert refusal.value.problem.code == "blob.missing"


def test_both_problems_have_a_sentence() -> None:
    assert {"blob.missing", "blob.altered"} <= messages().keys()
