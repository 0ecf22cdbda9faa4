"""An office that was given back signs nothing more, not even what was begun while it was held."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.issuance.conftest import ORDER, Ceremony
from tests.web.issuance.test_certificates import checked
from tests.web.world import as_owner

from hocba.issuing.slots import SEAL
from hocba.web.accounts.api import Membership, User
from hocba.web.issuance.models import Transcript
from hocba.web.schools.api import School
from hocba.web.shared.permissions import Role

Browser = Callable[[User], Client]


@pytest.mark.parametrize("page", ["advance", "retry"])
def test_a_clerk_without_the_seal_cannot_finish_the_batch_begun_with_it(
    ceremony: Ceremony, at_desk: Browser, page: str
) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER[:-1])
    batch = ceremony.begin(SEAL)
    clerk = ceremony.world.here.clerk
    with as_owner():
        Membership.objects.filter(user=clerk).update(role=Role.TEACHER)
    asked = len(ceremony.box.asked)
    assert at_desk(clerk).post(reverse(f"issuance:{page}", args=[batch.pk])).status_code == 403
    assert len(ceremony.box.asked) == asked
    assert {each.state for each in ceremony.transcripts()} == {Transcript.State.OPEN}


def test_a_seal_under_another_name_is_told_before_any_key_is_asked(ceremony: Ceremony) -> None:
    with as_owner():
        School.objects.filter(pk=ceremony.world.here.school.pk).update(name="Trường THCS Đổi Tên")
    problem = checked(ceremony, SEAL).problem
    assert problem is not None
    assert (problem.code, problem.params["school"]) == ("issuer.other_name", "Trường THCS Đổi Tên")
