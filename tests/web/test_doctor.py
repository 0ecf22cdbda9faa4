"""The doctor: quiet when all is well, clear when not, and never without a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError, connection
from pytest_django.fixtures import Settings as SettingsWrapper
from tests.web.world import World, as_owner

from hocba.web.project import doctor
from hocba.web.project.doctor import Finding, examine


def found(findings: list[Finding]) -> dict[str | None, str | None]:
    return {message.id: message.hint for finding in findings for message in finding.messages}


@pytest.fixture
def healthy(world: World, settings: SettingsWrapper, tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_text("-")
    settings.HOCBA_TRUST = tmp_path
    settings.HOCBA_KEYS = "truong.khoa.connect"
    settings.HOCBA_DATA = tmp_path


@pytest.mark.usefixtures("healthy")
def test_nothing_to_mend() -> None:
    assert found(examine()) == {}
    assert all(line.startswith("  ✓") for finding in examine() for line in finding.lines())


@pytest.mark.usefixtures("healthy")
def test_each_fault_is_named_with_its_remedy(settings: SettingsWrapper) -> None:
    settings.DEBUG = True
    settings.HOCBA_KEYS = ""
    settings.HOCBA_TRUST = None
    settings.HOCBA_DATA = Path("/khong-co")
    settings.HOCBA_URL = "http://truong.lan"
    named = found(examine())
    assert set(named) == {"hocba.E001", "hocba.W003", "hocba.E006", "hocba.W009", "hocba.W010"}
    assert all(named.values())


@pytest.mark.usefixtures("healthy")
def test_a_bare_table_and_a_missing_migration_are_errors() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE registry_student NO FORCE ROW LEVEL SECURITY")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'registry'")
    findings = examine()
    assert set(found(findings)) == {"hocba.E004", "hocba.E008"}
    assert "registry_student" in "".join(line for finding in findings for line in finding.lines())


@pytest.mark.usefixtures("healthy")
def test_a_role_that_owns_tables_is_an_error() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE hocba_owner")
    assert "hocba.E005" in found(examine())


@pytest.mark.usefixtures("healthy")
def test_a_database_that_is_away_is_said_without_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> list[object]:
        raise OperationalError("connection to postgresql://hocba_app:mat-khau@10.0.0.1 failed")

    monkeypatch.setattr(doctor, "IN_DATABASE", {"Cấu trúc": away})
    lines = "".join(line for finding in examine() for line in finding.lines())
    assert "hocba.E011" in lines
    assert "mat-khau" not in lines
