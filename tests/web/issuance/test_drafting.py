"""Freezing a class, and going back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.web.issuance.conftest import MATHS, ORDER, Ceremony
from tests.web.issuance.year import class_years
from tests.web.world import as_owner

from hocba.kernel.problems import Problem, ProblemError
from hocba.transcript.api import read_xml, record_from_json
from hocba.web.accounts.api import StaffProfile
from hocba.web.gradebook.api import locks_of
from hocba.web.issuance import source
from hocba.web.issuance.models import Slot, Transcript
from hocba.web.issuance.services.discard import discard_drafts
from hocba.web.issuance.services.draft import draft_class
from hocba.web.issuance.services.recall import recall
from hocba.web.registry.api import Student
from hocba.web.results.api import TranscriptInput
from hocba.web.schools.api import School, SchoolClass, TeachingAssignment
from hocba.web.shared import blobs, tenancy
from hocba.web.shared.models import AuditEntry


def code_of(ceremony: Ceremony) -> str:
    with pytest.raises(ProblemError) as caught:
        ceremony.draft()
    return caught.value.problem.code


def test_a_draft_stores_the_bytes_that_will_be_signed(ceremony: Ceremony) -> None:
    for transcript in ceremony.draft():
        assert read_xml(blobs.get(transcript.draft_sha256)) == record_from_json(transcript.record)


def test_every_slot_has_its_holder(ceremony: Ceremony) -> None:
    (first, *_) = ceremony.draft()
    with tenancy.scope(ceremony.signer(MATHS).scope):
        holders = dict(Slot.objects.filter(transcript=first).values_list("name", "holder"))
    here = ceremony.world.here
    people = (here.teacher.pk, here.colleague.pk, here.teacher.pk, here.principal.pk, None)
    assert holders == dict(zip(ORDER, people, strict=True))


def test_the_gradebook_closes_with_the_draft_and_opens_with_the_undo(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(source, "class_years", class_years)
    ceremony.draft()
    actor = ceremony.signer(MATHS)
    with tenancy.scope(actor.scope):
        assert locks_of(ceremony.school_class)
        discard_drafts(ceremony.school_class, actor=actor, reason="Nhập sót điểm")
        assert not locks_of(ceremony.school_class)


def test_who_lacks_something_is_left_out_and_the_others_are_drafted(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_lacks(school_class: SchoolClass) -> tuple[TranscriptInput, ...]:
        first, *others = class_years(school_class)
        return replace(first, missing=(Problem("missing.homeroom"),)), *others

    monkeypatch.setattr(source, "class_years", first_lacks)
    actor = ceremony.signer(MATHS)
    with tenancy.scope(actor.scope):
        done = draft_class(ceremony.school_class, actor=actor)
    assert (len(done.made), len(done.left_out)) == (2, 1)


def test_a_fault_that_lint_finds_keeps_a_pupil_out(ceremony: Ceremony) -> None:
    with as_owner():
        Student.objects.filter(pk=ceremony.world.here.pupils[0].pk).update(ethnicity="")
    assert len(ceremony.draft()) == 2


def test_drafting_twice_drafts_nobody_twice(ceremony: Ceremony) -> None:
    ceremony.draft()
    assert code_of(ceremony) == "issuance.nothing_to_draft"


def test_without_a_teacher_nothing_is_drafted(ceremony: Ceremony) -> None:
    with as_owner():
        TeachingAssignment.objects.filter(class_subject=ceremony.world.here.maths).delete()
    assert code_of(ceremony) == "issuance.no_teacher"


def test_without_an_identity_nothing_is_drafted(ceremony: Ceremony) -> None:
    with as_owner():
        StaffProfile.objects.filter(user=ceremony.world.here.colleague).update(identity="")
    assert code_of(ceremony) == "issuance.no_identity"


def test_without_a_seal_nothing_is_drafted(ceremony: Ceremony) -> None:
    with as_owner():
        School.objects.filter(pk=ceremony.world.here.school.pk).update(tax_code="")
    assert code_of(ceremony) == "issuance.no_seal"


def discard_code(ceremony: Ceremony, slot: str, reason: str = "Nhập sót điểm") -> str:
    actor = ceremony.signer(slot)
    with tenancy.scope(actor.scope):
        try:
            discard_drafts(ceremony.school_class, actor=actor, reason=reason)
        except ProblemError as error:
            return error.problem.code
    return "done"


def test_the_homeroom_teacher_goes_back_while_nobody_has_signed(ceremony: Ceremony) -> None:
    ceremony.draft()
    assert discard_code(ceremony, MATHS) == "done"
    assert len(ceremony.draft()) == 3


def test_after_a_signature_only_the_leadership_goes_back(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(MATHS)
    assert discard_code(ceremony, MATHS) == "issuance.signed_already"
    assert discard_code(ceremony, "CBQL") == "done"


def test_what_was_signed_before_going_back_stays_as_history(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(MATHS)
    discard_code(ceremony, "CBQL")
    with tenancy.scope(ceremony.signer("CBQL").scope):
        assert Slot.objects.filter(signed_at__isnull=False).count() == 3
        assert AuditEntry.objects.filter(action="transcripts.discarded", reason="Nhập sót điểm").exists()


@pytest.mark.parametrize("reason", ["", "   "])
def test_going_back_wants_a_reason(ceremony: Ceremony, reason: str) -> None:
    ceremony.draft()
    assert discard_code(ceremony, MATHS, reason) == "issuance.reason_missing"


def test_a_batch_of_a_discarded_draft_signs_nothing(ceremony: Ceremony) -> None:
    ceremony.draft()
    batch = ceremony.begin(MATHS)
    discard_code(ceremony, "CBQL")
    assert ceremony.step(batch).refused == 3
    assert ceremony.box.asked == []


@pytest.mark.parametrize(("kind", "reason"), [("data", ""), ("x", "vì sao đó"), ("", "")])
def test_a_recall_wants_its_kind_and_its_reason(ceremony: Ceremony, kind: str, reason: str) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER)
    actor, transcript = ceremony.signer("CBQL"), ceremony.transcripts()[0]
    with pytest.raises(ProblemError), tenancy.scope(actor.scope):
        recall(transcript, actor=actor, kind=kind, reason=reason)
    assert ceremony.transcripts()[0].state == Transcript.State.ISSUED


def test_only_what_is_issued_is_recalled(ceremony: Ceremony) -> None:
    actor, (transcript, *_) = ceremony.signer("CBQL"), ceremony.draft()
    with pytest.raises(ProblemError) as caught, tenancy.scope(actor.scope):
        recall(transcript, actor=actor, kind="data", reason="sai điểm")
    assert caught.value.problem.code == "issuance.not_issued"
