"""Where the law is read in two ways, somebody in charge decides, on record, before a transcript is drafted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from tests.web.gradebook.desk import actor_of, rows_of
from tests.web.results.test_results import enter
from tests.web.world import World, as_owner

from hocba.web.accounts.api import User
from hocba.web.gradebook.api import Mark
from hocba.web.results.api import TranscriptInput, frozen_inputs
from hocba.web.results.models import Ruling
from hocba.web.shared import tenancy
from hocba.web.shared.models import AuditEntry

ClientOf = Callable[[User], Client]
DOUBT = "interpretation.one_subject_comment"


@pytest.fixture
def doubtful(world: World) -> World:
    """The first pupil has nines everywhere and fails physical education alone."""
    row = rows_of(world)[0]
    with as_owner():
        enter(world, row, 92)
        Mark.objects.filter(class_subject__subject="GDTC").update(result="CĐ")
    return world


def first_year(world: World) -> TranscriptInput:
    with tenancy.scope(actor_of(world.here.teacher).scope):
        return frozen_inputs(world.here.classes[0])[0]


def obstacles(world: World) -> list[str]:
    return [each.code for each in first_year(world).missing]


def address(world: World) -> str:
    return reverse("results:ruling", kwargs={"class_id": world.here.classes[0].pk, "enrolment_id": rows_of(world)[0]})


def send(client: Client, world: World, *, reading: str, reason: str = "Họp hội đồng", doubt: str = DOUBT) -> int:
    rule = doubt.partition(".")[2]
    data = {"doubt": doubt, f"{rule}-reading": reading, f"{rule}-reason": reason}
    return client.post(address(world), data).status_code


def test_an_open_doubt_holds_the_transcript_back(doubtful: World) -> None:
    assert obstacles(doubtful) == ["ruling.open"]


@pytest.mark.parametrize("office", ["principal", "vice_principal"])
def test_the_literal_reading_lets_it_through(doubtful: World, client_of: ClientOf, office: str) -> None:
    assert send(client_of(getattr(doubtful.here, office)), doubtful, reading="literal") == 302
    assert obstacles(doubtful) == []


def test_the_other_reading_holds_it_back_and_changes_no_result(doubtful: World, client_of: ClientOf) -> None:
    before = first_year(doubtful).summary
    send(client_of(doubtful.here.principal), doubtful, reading="other")
    assert obstacles(doubtful) == ["ruling.other_reading"]
    assert first_year(doubtful).summary == before


def test_a_later_ruling_replaces_an_earlier_one_and_both_stay(doubtful: World, client_of: ClientOf) -> None:
    client = client_of(doubtful.here.principal)
    send(client, doubtful, reading="other")
    send(client, doubtful, reading="literal")
    assert obstacles(doubtful) == []
    with as_owner():
        assert Ruling.objects.count() == 2


def test_a_ruling_does_not_outlive_the_facts_it_was_about(doubtful: World, client_of: ClientOf) -> None:
    send(client_of(doubtful.here.principal), doubtful, reading="literal")
    row = rows_of(doubtful)[0]
    with as_owner():
        Mark.objects.filter(enrolment=row, class_subject__subject="GDTC").update(result="Đ")
        Mark.objects.filter(enrolment=row, class_subject__subject="NGHE_THUAT").update(result="CĐ")
    assert obstacles(doubtful) == ["ruling.open"]


@pytest.mark.parametrize(("reading", "reason"), [("literal", "  "), ("", "Họp"), ("guess", "Họp")])
def test_half_a_ruling_is_not_recorded(doubtful: World, client_of: ClientOf, reading: str, reason: str) -> None:
    assert send(client_of(doubtful.here.principal), doubtful, reading=reading, reason=reason) == 200
    with as_owner():
        assert not Ruling.objects.exists()


def test_a_doubt_that_is_not_there_cannot_be_ruled_on(doubtful: World, client_of: ClientOf) -> None:
    send(client_of(doubtful.here.principal), doubtful, reading="literal", doubt="interpretation.electives")
    assert obstacles(doubtful) == ["ruling.open"]


@pytest.mark.parametrize(("who", "status"), [("teacher", 403), ("clerk", 403), ("colleague", 403)])
def test_others_cannot_rule(doubtful: World, client_of: ClientOf, who: str, status: int) -> None:
    assert send(client_of(getattr(doubtful.here, who)), doubtful, reading="literal") == status
    assert obstacles(doubtful) == ["ruling.open"]


def test_each_ruling_is_in_the_trail(doubtful: World, client_of: ClientOf) -> None:
    send(client_of(doubtful.here.principal), doubtful, reading="literal", reason="Nghị quyết 12")
    with as_owner():
        entry = AuditEntry.objects.get(action="result.ruled")
    assert (entry.reason, entry.after) == ("Nghị quyết 12", {"doubt": DOUBT, "reading": "literal"})


def test_a_ruling_cannot_be_rewritten(doubtful: World, client_of: ClientOf) -> None:
    send(client_of(doubtful.here.principal), doubtful, reading="other")
    with as_owner(), pytest.raises(DatabaseError), transaction.atomic():
        Ruling.objects.update(reading="literal")


def test_the_class_page_says_both_readings(doubtful: World, client_of: ClientOf) -> None:
    page = reverse("results:class_page", kwargs={"class_id": doubtful.here.classes[0].pk})
    head = client_of(doubtful.here.principal).get(page).content.decode()
    assert "Theo câu chữ: Khá." in head
    assert "Theo cách hiểu khác: Đạt." in head
    assert address(doubtful) in head
    assert address(doubtful) not in client_of(doubtful.here.teacher).get(page).content.decode()


def test_a_pupil_without_doubts_has_nothing_to_rule(world: World, client_of: ClientOf) -> None:
    row = rows_of(world)[0]
    with as_owner():
        enter(world, row, 92)
    assert "Không có chỗ nào" in client_of(world.here.principal).get(address(world)).content.decode()
    assert obstacles(world) == []
