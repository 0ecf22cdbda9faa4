"""Killed at any line, or two at once: nothing is lost, nothing is signed or numbered twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connections
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web.gradebook.test_race import at_once, committed
from tests.web.issuance.conftest import LITERATURE, MATHS, Ceremony, lay_out
from tests.web.world import World

from hocba.issuing.api import verify_bytes
from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL
from hocba.signing.demo_pki.store import save
from hocba.web.issuance.models import RegisterEntry, SigningBatch, Slot, Transcript
from hocba.web.issuance.services.begin import retry
from hocba.web.shared import blobs, tenancy

__all__ = ["committed"]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def real(committed: World, settings: Settings, complete_year: None) -> Ceremony:
    """A ceremony whose rows are really committed."""
    settings.HOCBA_DEMO = True
    ceremony = lay_out(committed)
    ceremony.draft()
    return ceremony


def kill(ceremony: Ceremony, batch: SigningBatch, keys: Path, point: str, visit: int) -> None:
    database = connections["default"].settings_dict
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HOCBA_DEMO": "1",
        "DATABASE_URL": f"postgresql://{database['USER']}@{quote(database['HOST'], safe='')}/{database['NAME']}",
    }
    user = str(ceremony.signer(batch.slot_name).user_id)
    command = [sys.executable, "-m", "tests.web.issuance.killed", str(keys), str(batch.pk), user, point, str(visit)]
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert ended.returncode == -9, ended.stderr.decode()


def signed(ceremony: Ceremony, slot: str) -> int:
    with tenancy.scope(ceremony.signer(slot).scope):
        return Slot.objects.filter(name=slot, signed_at__isnull=False).count()


def take_up(ceremony: Ceremony, batch: SigningBatch) -> None:
    with tenancy.scope(ceremony.signer(batch.slot_name).scope):
        retry(batch)


def test_killed_while_signing(real: Ceremony, tmp_path: Path) -> None:
    save(real.pki, real.box.holders, tmp_path)
    batch = real.begin(MATHS)
    for point, visit, kept in (
        ("claimed", 1, 0),
        ("intended", 1, 0),
        ("key has signed", 1, 0),
        ("before storing", 2, 1),
        ("while storing", 2, 2),
    ):
        kill(real, batch, tmp_path, point, visit)
        assert signed(real, MATHS) == kept, point
        if point == "claimed":
            # the dead worker's claim holds for a minute: nobody asks the key twice at once
            assert real.step(batch).signed == 0
        take_up(real, batch)
    assert real.step(batch).signed == 3
    assert real.box.asked == [1]


def test_killed_while_sealing_and_issuing(real: Ceremony, tmp_path: Path) -> None:
    save(real.pki, real.box.holders, tmp_path)
    real.sign(MATHS, LITERATURE, HOMEROOM, PRINCIPAL)
    batch = real.begin(SEAL)
    for point, visit, numbers in (("before rendering", 1, 0), ("before verifying", 4, 1), ("while issuing", 2, 2)):
        kill(real, batch, tmp_path, point, visit)
        with tenancy.scope(real.signer(SEAL).scope):
            assert RegisterEntry.objects.count() == numbers, point
        take_up(real, batch)
    assert real.step(batch).signed == 3
    transcripts = real.transcripts()
    assert [each.state for each in transcripts] == [Transcript.State.ISSUED] * 3
    for each in transcripts:
        data = blobs.get(each.pdf_sha256)
        assert verify_bytes(data, filename="", trust=real.keys.trust, at=timezone.now()).word == "valid"
    with tenancy.scope(real.signer(SEAL).scope):
        assert sorted(RegisterEntry.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_two_machines_on_one_batch_share_the_work(real: Ceremony) -> None:
    batch = real.begin(MATHS)
    at_once(*[lambda: real.step(batch, most=2)] * 2)
    assert signed(real, MATHS) == 3
    assert sum(real.box.asked) == 3


def test_two_windows_with_a_batch_each_make_each_signature_once(real: Ceremony) -> None:
    first, second = real.begin(MATHS), real.begin(MATHS)
    at_once(lambda: real.step(first), lambda: real.step(second))
    assert real.step(first).signed == real.step(second).signed == 3
    real.sign(LITERATURE, HOMEROOM, PRINCIPAL, SEAL)


def test_two_clerks_who_seal_at_once_issue_each_transcript_once(real: Ceremony) -> None:
    real.sign(MATHS, LITERATURE, HOMEROOM, PRINCIPAL)
    first, second = real.begin(SEAL), real.begin(SEAL)
    at_once(lambda: real.step(first), lambda: real.step(second))
    real.step(first)
    assert real.step(second).finished
    with tenancy.scope(real.signer(SEAL).scope):
        assert sorted(RegisterEntry.objects.values_list("number", flat=True)) == [1, 2, 3]
