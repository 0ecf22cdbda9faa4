"""Issued transcripts, and a stranger who asks about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from tests.web.issuance.conftest import ORDER, Ceremony, ceremony, complete_year
from tests.web.world import as_owner

from hocba.web.issuance.models import Transcript
from hocba.web.registry.api import Enrolment

__all__ = ["ceremony", "complete_year"]


@pytest.fixture(autouse=True)
def nobody_asked_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def trusting(ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch) -> Ceremony:
    """The page believes the ceremony's authority."""
    monkeypatch.setattr("hocba.web.verification.inquiry.trust", lambda: ceremony.keys.trust)
    monkeypatch.setattr("hocba.web.verification.views.LEAST_SECONDS", 0.0)
    with as_owner():  # one pupil is enough here
        leaving = Enrolment.objects.filter(student__in=ceremony.world.here.pupils[1:])
        leaving.update(left_on=date(2026, 1, 5))
    return ceremony


@pytest.fixture
def issued(trusting: Ceremony) -> Transcript:
    """The pupil's."""
    trusting.draft()
    trusting.sign(*ORDER)
    return trusting.transcripts()[0]
