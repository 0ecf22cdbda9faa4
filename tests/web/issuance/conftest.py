"""A class on its way to being issued: invented people with demonstration keys, results without a gradebook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web.issuance.box import Box
from tests.web.issuance.year import class_years
from tests.web.world import World, as_owner

from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL
from hocba.signing.demo_pki.authority import DemoPki
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.signing.trust.store import TrustStore
from hocba.web.accounts.api import StaffProfile, User
from hocba.web.accounts.selectors import actor_for
from hocba.web.issuance import source
from hocba.web.issuance.keys import Keys
from hocba.web.issuance.models import SigningBatch, Transcript
from hocba.web.issuance.services.begin import begin
from hocba.web.issuance.services.certificates import register_certificates
from hocba.web.issuance.services.draft import draft_class
from hocba.web.issuance.services.work import Tally, step
from hocba.web.issuance.waiting import digest_of, ready_slots
from hocba.web.registry.api import Student
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor

MATHS, LITERATURE = "GVBM:TOAN", "GVBM:NGU_VAN"
ORDER = (MATHS, LITERATURE, HOMEROOM, PRINCIPAL, SEAL)


@dataclass
class Ceremony:
    """The class 8A1 of ``world.here`` with everybody who signs it."""

    world: World
    box: Box
    keys: Keys
    pki: DemoPki

    @property
    def school_class(self) -> SchoolClass:
        return self.world.here.classes[0]

    def actor(self, user: User) -> Actor:
        with tenancy.scope(tenancy.Scope(user_id=user.pk)):
            found = actor_for(user.pk, None)
        assert found is not None
        return found

    def signer(self, slot: str) -> Actor:
        here = self.world.here
        people = {LITERATURE: here.colleague, PRINCIPAL: here.principal, SEAL: here.clerk}
        return self.actor(people.get(slot, here.teacher))

    def draft(self) -> tuple[Transcript, ...]:
        actor = self.actor(self.world.here.teacher)
        with tenancy.scope(actor.scope):
            return draft_class(self.school_class, actor=actor).made

    def begin(self, slot: str, *, ticket: UUID | None = None) -> SigningBatch:
        actor = self.signer(slot)
        with tenancy.scope(actor.scope):
            slots = list(ready_slots(self.school_class, slot, holder_id=None if slot == SEAL else actor.user_id))
            return begin(self.school_class, slot, actor=actor, seen=digest_of(slots), ticket=ticket or uuid4())

    def step(self, batch: SigningBatch, *, most: int = 50) -> Tally:
        return step(batch, actor=self.signer(batch.slot_name), connect=lambda: self.keys, most=most)

    def sign(self, *slots: str) -> None:
        for slot in slots:
            assert self.step(self.begin(slot)).finished

    def transcripts(self) -> list[Transcript]:
        with tenancy.scope(self.actor(self.world.here.principal).scope):
            return list(Transcript.objects.order_by("enrolment__student__name_key", "version"))


def lay_out(world: World) -> Ceremony:
    """Give everybody an identity of their own, a key and a registered certificate."""
    here = world.here
    pki = DemoPki.create(timezone.now() - timedelta(days=1))
    people = (here.teacher, here.colleague, here.principal, here.vice_principal, here.clerk)
    holders = {}
    for number, user in enumerate(people, start=1):
        identity = f"CCCD:00000000{number:04d}"
        with as_owner():
            StaffProfile.objects.filter(pk=user.pk).update(identity=identity)
        holders[user.username] = pki.person(identity=identity, name=user.full_name, unit=here.school.name)
    with as_owner():
        Student.objects.filter(school=here.school).update(ethnicity="Kinh", birth_place="Hải Phòng")
    holders["seal"] = pki.seal(identity=f"MST:{here.school.tax_code}", name=here.school.name)
    box = Box(holders)
    trust = TrustStore((pki.root.certificate.der,), (pki.issuing.certificate.der,))
    with as_owner():
        register_certificates(here.school, box.credentials())
    return Ceremony(world, box, Keys(box, DemoTimestamper.of(pki, timezone.now), trust), pki)


@pytest.fixture
def complete_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results come from ``tests.web.issuance.year``; the gradebook is left alone."""
    monkeypatch.setattr(source, "class_years", class_years)
    monkeypatch.setattr(source, "lock", lambda *given, **named: None)
    monkeypatch.setattr(source, "unlock", lambda *given, **named: None)


@pytest.fixture
def ceremony(world: World, settings: Settings, complete_year: None) -> Ceremony:
    settings.HOCBA_DEMO = True
    return lay_out(world)


@pytest.fixture
def at_desk(
    ceremony: Ceremony, client_of: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> Callable[[User], Client]:
    """A browser whose site reaches the keys of ``ceremony``."""
    monkeypatch.setattr("hocba.web.issuance.keys.connect", lambda: ceremony.keys)
    return client_of
