"""From a frozen class to issued files: the order, the right people, every signature once."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone
from tests.web.issuance.conftest import LITERATURE, MATHS, ORDER, Ceremony
from tests.web.world import as_owner

from hocba.issuing.api import verify_bytes
from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL
from hocba.kernel.problems import ProblemError
from hocba.web.issuance.models import RegisterEntry, SigningItem, Slot, Transcript
from hocba.web.issuance.services.begin import begin, retry
from hocba.web.schools.api import TeachingAssignment
from hocba.web.shared import blobs, tenancy
from hocba.web.shared.models import AuditEntry


def test_a_class_goes_all_the_way_and_a_stranger_finds_it_valid(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER)
    transcripts = ceremony.transcripts()
    assert [each.state for each in transcripts] == [Transcript.State.ISSUED] * 3
    for transcript in transcripts:
        for digest in (transcript.xml_sha256, transcript.pdf_sha256):
            verdict = verify_bytes(blobs.get(digest), filename="x", trust=ceremony.keys.trust, at=timezone.now())
            assert verdict.word == "valid"
            assert verdict.transcript is not None
            assert verdict.transcript.id == transcript.public_id


def test_register_numbers_have_no_gap(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER)
    with tenancy.scope(ceremony.signer(SEAL).scope):
        assert sorted(RegisterEntry.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_one_request_carries_the_hashes_of_many(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(MATHS)
    assert ceremony.box.asked == [3]


def test_subject_teachers_sign_in_any_order(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(LITERATURE, MATHS, HOMEROOM)


@pytest.mark.parametrize(
    ("before", "slot"), [((), HOMEROOM), ((MATHS,), HOMEROOM), ((MATHS, LITERATURE), PRINCIPAL), ((), SEAL)]
)
def test_nobody_signs_before_their_turn(ceremony: Ceremony, before: tuple[str, ...], slot: str) -> None:
    ceremony.draft()
    ceremony.sign(*before)
    with pytest.raises(ProblemError) as caught:
        ceremony.begin(slot)
    assert caught.value.problem.code == "issuance.nothing_to_sign"


def test_a_batch_that_was_begun_too_early_by_force_is_refused_by_the_draft(ceremony: Ceremony) -> None:
    ceremony.draft()
    batch = ceremony.begin(MATHS)
    with tenancy.scope(ceremony.signer(HOMEROOM).scope):
        homeroom = Slot.objects.filter(name=HOMEROOM).order_by("pk").first()
        SigningItem.objects.create(school_id=batch.school_id, batch=batch, slot=homeroom, position=99)
    assert ceremony.step(batch).refused == 1


def test_the_same_ticket_begins_one_batch(ceremony: Ceremony) -> None:
    ceremony.draft()
    ticket = uuid4()
    first = ceremony.begin(MATHS, ticket=ticket)
    assert ceremony.begin(MATHS, ticket=ticket) == first
    assert ceremony.step(first).signed == 3


def test_two_batches_on_the_same_slots_make_each_signature_once(ceremony: Ceremony) -> None:
    ceremony.draft()
    first, second = ceremony.begin(MATHS), ceremony.begin(MATHS)
    ceremony.step(first)
    with tenancy.scope(ceremony.signer(MATHS).scope):
        before = list(Slot.objects.filter(name=MATHS).order_by("pk").values_list("signature", flat=True))
    assert ceremony.step(second).signed == 3
    with tenancy.scope(ceremony.signer(MATHS).scope):
        after = list(Slot.objects.filter(name=MATHS).order_by("pk").values_list("signature", flat=True))
    assert list(map(bytes, before)) == list(map(bytes, after))
    assert ceremony.box.asked == [3]


def test_a_page_that_is_out_of_date_signs_nothing(ceremony: Ceremony) -> None:
    ceremony.draft()
    actor = ceremony.signer(MATHS)
    with pytest.raises(ProblemError) as caught, tenancy.scope(actor.scope):
        begin(ceremony.school_class, MATHS, actor=actor, seen="0" * 64, ticket=uuid4())
    assert caught.value.problem.code == "issuance.changed"


def test_somebody_else_finds_nothing_to_sign(ceremony: Ceremony) -> None:
    ceremony.draft()
    actor = ceremony.signer(LITERATURE)
    with pytest.raises(ProblemError) as caught, tenancy.scope(actor.scope):
        begin(ceremony.school_class, MATHS, actor=actor, seen="0" * 64, ticket=uuid4())
    assert caught.value.problem.code == "issuance.nothing_to_sign"


def test_a_change_of_teacher_after_freezing_does_not_change_who_signs(ceremony: Ceremony) -> None:
    ceremony.draft()
    with as_owner():
        assignments = TeachingAssignment.objects.filter(class_subject=ceremony.world.here.maths)
        assignments.update(teacher=ceremony.world.here.colleague)
    ceremony.sign(MATHS)


def test_keys_that_are_away_leave_everything_pending_until_they_are_back(ceremony: Ceremony) -> None:
    ceremony.draft()
    batch = ceremony.begin(MATHS)
    ceremony.box.away = True
    tally = ceremony.step(batch)
    assert (tally.signed, tally.pending) == (0, 3)
    assert tally.trouble is not None
    ceremony.box.away = False
    assert ceremony.step(batch).signed == 3


def test_a_refused_item_does_not_take_the_others_with_it(ceremony: Ceremony) -> None:
    ceremony.draft()
    batch = ceremony.begin(MATHS)
    ceremony.box.refuses = 1
    tally = ceremony.step(batch)
    assert (tally.signed, tally.refused) == (2, 1)
    ceremony.box.refuses = 0
    with tenancy.scope(ceremony.signer(MATHS).scope):
        retry(batch)
    assert ceremony.step(batch).signed == 3


def test_a_signature_by_another_key_is_not_kept(ceremony: Ceremony) -> None:
    ceremony.draft()
    batch = ceremony.begin(MATHS)
    ceremony.box.holders[ceremony.world.here.teacher.username] = ceremony.box.holders["seal"]
    assert ceremony.step(batch).refused == 3
    with tenancy.scope(ceremony.signer(MATHS).scope):
        assert not Slot.objects.filter(signed_at__isnull=False).exists()


def test_a_seal_whose_issuer_is_unknown_issues_nothing(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(MATHS, LITERATURE, HOMEROOM, PRINCIPAL)
    ceremony.keys = type(ceremony.keys)(ceremony.box, ceremony.keys.timestamper, type(ceremony.keys.trust)())
    assert ceremony.step(ceremony.begin(SEAL)).refused == 3
    assert not [each for each in ceremony.transcripts() if each.xml_sha256]


def test_every_signature_is_on_record(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER)
    with tenancy.scope(ceremony.signer(PRINCIPAL).scope):
        actions = list(AuditEntry.objects.values_list("action", flat=True))
    assert actions.count("transcript.signed") == 3 * len(ORDER)
    assert actions.count("transcript.issued") == 3
