"""The one transaction that fills the database: all or nothing, and only once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction

from hocba.demo.keys import keys_of_ward
from hocba.demo.model import Showcase
from hocba.demo.numbers import school_code
from hocba.demo.school import SCHOOLS
from hocba.demo.ward import build
from hocba.kernel.problems import fail
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.web.project.demonstration.loading.bulk import keys_checked_meanwhile
from hocba.web.project.demonstration.loading.certificates import load_certificates
from hocba.web.project.demonstration.loading.entries import load_entries
from hocba.web.project.demonstration.loading.ledger import Ledger
from hocba.web.project.demonstration.loading.people import load_people
from hocba.web.project.demonstration.loading.places import load_classes, load_schools
from hocba.web.project.demonstration.loading.pupils import load_pupils
from hocba.web.project.demonstration.loading.transcripts import (
    Desk,
    VerifyUrl,
    issue_class,
    keep,
    register_issue,
    sign_as_teachers,
)
from hocba.web.project.installation import OWNER
from hocba.web.schools.api import School


def is_loaded(*, using: str = OWNER) -> bool:
    """Raises ProblemError ``demo.foreign_database``: schools live there that are not invented."""
    invented = {school_code(plan.number) for plan in SCHOOLS}
    found = set(School.objects.using(using).values_list("code", flat=True))
    if found - invented:
        raise fail("demo.foreign_database")
    return bool(found)


def load(keys: Path, *, now: datetime, verify_url: VerifyUrl, using: str = OWNER) -> bool:
    """Load the ward unless it is there; returns whether it was loaded now.

    ``keys``: folder of ``demo.keys.keys_of_ward``. ``now``: aware.
    Of two that start at once one waits, then finds it done.
    """
    with transaction.atomic(using=using):
        _one_at_a_time(using)
        if is_loaded(using=using):
            return False
        _fill(Ledger(build(), now, using), keys, verify_url)
    return True


def _fill(ledger: Ledger, keys: Path, verify_url: VerifyUrl) -> None:
    authority = load_schools(ledger)
    load_people(ledger, authority)
    load_classes(ledger)
    load_pupils(ledger)
    load_entries(ledger)
    pki, holders = keys_of_ward(keys, ledger.ward, now=ledger.now)
    register = load_certificates(ledger, holders)
    stamper = DemoTimestamper.of(pki, lambda: ledger.now)
    issued, ready = (
        Desk.of(ledger, showcase, holders, register, timestamper=stamper, verify_url=verify_url)
        for showcase in (Showcase.ISSUED, Showcase.READY_TO_SIGN)
    )
    with keys_checked_meanwhile(ledger.using):
        issued_rows, ready_rows = issue_class(issued), sign_as_teachers(ready)
    keep(issued, issued_rows)
    register_issue(issued, issued_rows)
    keep(ready, ready_rows)


def _one_at_a_time(using: str) -> None:
    with transaction.get_connection(using).cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('hocba demonstration', 0))")
