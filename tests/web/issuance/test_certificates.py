"""Whose certificate it is and whether it is valid, before a key is asked."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from tests.web.issuance.conftest import MATHS, Ceremony
from tests.web.world import as_owner

from hocba.issuing.slots import SEAL
from hocba.kernel.problems import ProblemError
from hocba.signing.ports import Credential
from hocba.web.issuance.models import SignerCertificate
from hocba.web.issuance.preflight import Preflight, preflight
from hocba.web.issuance.services.certificates import register_certificates
from hocba.web.shared import tenancy


def checked(ceremony: Ceremony, slot: str = MATHS, *, now: datetime | None = None) -> Preflight:
    actor = ceremony.signer(slot)
    with tenancy.scope(actor.scope):
        return preflight(actor, slot, now=now or timezone.now())


def replace_certificate(ceremony: Ceremony, *, start: datetime, days: int, identity: str = "CCCD:000000000001") -> None:
    """The teacher's, by a new one."""
    name = ceremony.world.here.teacher.username
    made = ceremony.pki.issue(identity=identity, name="Giáo viên", start=start, days=days)
    ceremony.box.holders[name] = made
    with as_owner():
        SignerCertificate.objects.filter(user=ceremony.world.here.teacher).delete()
        register_certificates(ceremony.world.here.school, [Credential(name, made.certificate)])


@pytest.mark.parametrize("slot", [MATHS, SEAL])
def test_a_good_certificate_is_ready(ceremony: Ceremony, slot: str) -> None:
    found = checked(ceremony, slot)
    assert (found.problem, found.warning) == (None, None)


def test_an_expired_certificate_stops_the_batch_before_any_key(ceremony: Ceremony) -> None:
    ceremony.draft()
    replace_certificate(ceremony, start=timezone.now() - timedelta(days=100), days=99)
    with pytest.raises(ProblemError) as caught:
        ceremony.begin(MATHS)
    assert caught.value.problem.code == "certificate.expired"
    assert ceremony.box.asked == []


def test_a_certificate_of_the_future_is_not_valid_yet(ceremony: Ceremony) -> None:
    replace_certificate(ceremony, start=timezone.now() + timedelta(days=2), days=99)
    problem = checked(ceremony).problem
    assert problem is not None
    assert problem.code == "certificate.not_yet_valid"


@pytest.mark.parametrize(("days", "warned"), [(61, False), (59, True), (1, True)])
def test_sixty_days_before_its_end_it_warns(ceremony: Ceremony, days: int, warned: bool) -> None:
    replace_certificate(ceremony, start=timezone.now() - timedelta(minutes=1), days=days)
    found = checked(ceremony)
    assert found.problem is None
    assert (found.warning is not None) is warned


def test_without_a_certificate_it_says_so(ceremony: Ceremony) -> None:
    with as_owner():
        SignerCertificate.objects.filter(user=ceremony.world.here.teacher).delete()
    problem = checked(ceremony).problem
    assert problem is not None
    assert problem.code == "certificate.none"


def test_a_certificate_of_somebody_else_is_not_used(ceremony: Ceremony) -> None:
    with as_owner():
        rows = SignerCertificate.objects.filter(user=ceremony.world.here.teacher)
        rows.update(der=ceremony.box.holders["seal"].certificate.der)
    problem = checked(ceremony).problem
    assert problem is not None
    assert problem.code == "certificate.other_person"


def test_a_certificate_that_expires_between_confirmation_and_key_signs_nothing(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    ceremony.draft()
    batch = ceremony.begin(MATHS)
    later = timezone.now() + timedelta(days=3000)
    monkeypatch.setattr("hocba.web.issuance.services.sign.timezone.now", lambda: later)
    assert ceremony.step(batch).refused == 3
    assert ceremony.box.asked == []


def test_certificates_of_strangers_are_not_registered(ceremony: Ceremony) -> None:
    stranger = ceremony.pki.person(identity="CCCD:999999999999", name="Người lạ")
    with as_owner():
        assert register_certificates(ceremony.world.here.school, [Credential("x", stranger.certificate)]) == 0


def test_the_same_certificate_is_registered_once(ceremony: Ceremony) -> None:
    with as_owner():
        assert register_certificates(ceremony.world.here.school, ceremony.box.credentials()) == 0
