"""Everybody who can sign in, and the office that each holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.contrib.auth.hashers import make_password

from hocba.demo.model import Position, Staff
from hocba.demo.transcripts import person_identity
from hocba.demo.user_names import PASSWORD, user_names
from hocba.kernel.ids import StaffCode
from hocba.web.accounts.api import Membership, StaffProfile, User
from hocba.web.project.demonstration.loading.ledger import Ledger
from hocba.web.schools.api import Authority, School
from hocba.web.shared.permissions import Role


def load_people(ledger: Ledger, authority: Authority) -> None:
    """Accounts, numbers and offices, officer of the ward included."""
    ledger.users.update(_accounts(ledger))
    everybody = dict(_everybody(ledger))
    profiles = [
        StaffProfile(user=ledger.users[code], staff_code=code, identity=person_identity(person))
        for code, (person, _) in everybody.items()
    ]
    StaffProfile.objects.using(ledger.using).bulk_create(profiles)
    offices = [_office(ledger, person, school, authority) for person, school in everybody.values()]
    Membership.objects.using(ledger.using).bulk_create(offices)


def _everybody(ledger: Ledger) -> Iterator[tuple[StaffCode, tuple[Staff, School | None]]]:
    """By code: the person and the school, which the officer has not."""
    yield ledger.ward.officer.code, (ledger.ward.officer, None)
    for school in ledger.ward.schools:
        for person in school.staff:
            yield person.code, (person, ledger.schools[school.code])


def _accounts(ledger: Ledger) -> dict[StaffCode, User]:
    # one hash for all: the password is no secret, and each hash is slow on purpose
    names, password = user_names(ledger.ward), make_password(PASSWORD)
    users = {
        code: User(username=names[person.code], full_name=person.name, password=password)
        for code, (person, _) in _everybody(ledger)
    }
    User.objects.using(ledger.using).bulk_create(users.values())
    return users


def _office(ledger: Ledger, person: Staff, school: School | None, authority: Authority) -> Membership:
    return Membership(
        user=ledger.users[person.code],
        role=Role(person.position.value),
        school=school,
        authority=None if person.position is not Position.WARD_OFFICER else authority,
        title=person.title,
        started_on=date(ledger.year_start, 8, 1),
    )
