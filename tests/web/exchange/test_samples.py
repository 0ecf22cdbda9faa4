"""Workbooks to try the import with: in a demonstration, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import Http404
from pytest_django.fixtures import Settings as SettingsWrapper
from tests.web.world import World, as_owner

from hocba.web.accounts.selectors import actor_for
from hocba.web.exchange.samples import sample_workbook, samples


@pytest.fixture
def folder(tmp_path: Path, settings: SettingsWrapper) -> Path:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "so-diem.xlsx").write_bytes(b"PK")
    (tmp_path / "secret.key").write_bytes(b"key")
    settings.HOCBA_DATA, settings.HOCBA_DEMO = tmp_path, True
    return tmp_path


def test_a_demonstration_offers_its_workbooks(folder: Path) -> None:
    assert samples() == {"so-diem.xlsx": folder / "demo" / "so-diem.xlsx"}


def test_outside_a_demonstration_there_are_none(folder: Path, settings: SettingsWrapper) -> None:
    settings.HOCBA_DEMO = False
    assert samples() == {}


@pytest.mark.parametrize("name", ["../secret.key", "secret.key", "khac.xlsx", ""])
def test_nothing_else_can_be_had(world: World, folder: Path, name: str) -> None:
    with as_owner():
        actor = actor_for(world.here.teacher.pk, None)
    assert actor is not None
    with pytest.raises(Http404):
        sample_workbook(actor, name=name)
