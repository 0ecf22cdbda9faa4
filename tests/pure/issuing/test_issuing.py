"""The ceremony: order, persons, completeness; and the whole way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from signing_kit import (
    ASKED,
    HOMEROOM_IDENTITY,
    PRINCIPAL_IDENTITY,
    SEAL_IDENTITY,
    SIGNED,
    URL,
    YEAR,
    World,
    codes,
    issued,
    record,
    signer_of,
    teacher_identity,
    world,
)

from hocba.issuing.api import (
    Draft,
    Word,
    finish_slots,
    issue,
    new_draft,
    open_draft,
    prepare_seal,
    prepare_slots,
    render,
    sign_all,
    slot_names,
    stages_of,
)
from hocba.kernel.problems import ProblemError
from hocba.signing.trust.store import TrustStore


def fill(draft: Draft, *slots: str, at_world: World | None = None) -> Draft:
    here = at_world or world()
    signers = here.signers(draft.transcript)
    prepared = prepare_slots(draft, {slot: signers[slot].certificate for slot in slots}, at=SIGNED)
    return finish_slots(
        draft, prepared, [signers[slot].sign(item.digest) for slot, item in zip(slots, prepared, strict=True)]
    )


def test_the_record_comes_back_from_the_covered_bytes() -> None:
    for data in (issued().xml, issued().pdf):
        verdict = world().verify(data)
        assert verdict.word is Word.VALID
        assert verdict.transcript == record()
        assert codes(verdict) == {"issuer.demonstration"}


def test_json_has_the_shape_of_the_contract() -> None:
    shown = world().verify(issued().xml).as_json()
    assert list(shown) == [
        "file", "verdict", "integrity", "issuer", "status", "signatures", "transcript", "reasons",
    ]  # fmt: skip
    assert shown["integrity"] == {"ok": True, "covers": "whole document"}
    assert shown["status"] == {"known": False, "state": None}
    signatures = shown["signatures"]
    assert isinstance(signatures, list)
    assert [each["slot"] for each in signatures] == list(slot_names(record()))
    assert signatures[-1]["time_source"] == "tsa"
    assert signatures[-1]["level"] == "B-T"


def test_slots_are_offered_layer_by_layer() -> None:
    draft = new_draft(record())
    for stage in stages_of(draft.transcript):
        assert draft.open_slots() == stage
        draft = fill(draft, *stage)
    assert draft.complete
    assert draft.open_slots() == ()


def test_subject_teachers_sign_in_any_order_and_number() -> None:
    draft = fill(new_draft(record()), "GVBM:GDTC")
    assert draft.open_slots() == ("GVBM:NGU_VAN", "GVBM:TOAN")
    assert fill(draft, "GVBM:TOAN").open_slots() == ("GVBM:NGU_VAN",)


@pytest.mark.parametrize("slot", ["GVCN", "CBQL", "KY_PHAT_HANH"])
def test_nobody_signs_before_the_layer_below_is_complete(slot: str) -> None:
    with pytest.raises(ProblemError, match=r"slot\.order"):
        fill(fill(new_draft(record()), "GVBM:TOAN"), slot)


def test_a_slot_is_signed_once() -> None:
    with pytest.raises(ProblemError, match=r"slot\.filled"):
        fill(fill(new_draft(record()), "GVBM:TOAN"), "GVBM:TOAN")


def test_a_slot_that_is_not_there_is_named() -> None:
    with pytest.raises(ProblemError, match=r"slot\.unknown"):
        prepare_slots(
            new_draft(record()), {"GVBM:HOA_HOC": world().holder(teacher_identity("TOAN")).certificate}, at=SIGNED
        )


@pytest.mark.parametrize(
    ("identity", "code"),
    [
        (teacher_identity("NGU_VAN"), "signer.wrong"),
        (HOMEROOM_IDENTITY, "signer.wrong"),
        (PRINCIPAL_IDENTITY, "signer.wrong"),
        (SEAL_IDENTITY, "signer.kind"),
    ],
)
def test_the_wrong_certificate_is_refused_before_any_key_is_asked(identity: str, code: str) -> None:
    with pytest.raises(ProblemError, match=code):
        prepare_slots(new_draft(record()), {"GVBM:TOAN": world().holder(identity).certificate}, at=SIGNED)


def test_a_person_cannot_seal() -> None:
    draft = world().sign(record())
    with pytest.raises(ProblemError, match=r"signer\.kind"):
        prepare_seal(draft, b"", world().holder(PRINCIPAL_IDENTITY).certificate, at=SIGNED)


@pytest.mark.parametrize(
    ("start", "days", "code"),
    [(SIGNED - YEAR, 30, "certificate.expired"), (SIGNED + timedelta(days=1), 30, "certificate.not_yet_valid")],
)
def test_a_certificate_that_is_not_in_force_is_refused(start: object, days: int, code: str) -> None:
    holder = world().pki.issue(
        identity=teacher_identity("TOAN"),
        name="Cũ",
        start=start,
        days=days,  # type: ignore[arg-type]
    )
    with pytest.raises(ProblemError, match=code):
        prepare_slots(new_draft(record()), {"GVBM:TOAN": holder.certificate}, at=SIGNED)


def test_a_demonstration_certificate_never_signs_a_real_record() -> None:
    real = record(demonstration=False)
    with pytest.raises(ProblemError, match=r"issuer\.demonstration_mismatch"):
        prepare_slots(new_draft(real), {"GVBM:TOAN": world().holder(teacher_identity("TOAN")).certificate}, at=SIGNED)


def test_no_pdf_is_made_while_a_signature_is_missing() -> None:
    with pytest.raises(ProblemError, match=r"issue\.incomplete"):
        render(fill(new_draft(record()), "GVBM:TOAN"), verify_url=URL)


def test_a_stored_draft_is_taken_up_where_it_was_left() -> None:
    stored = fill(new_draft(record()), "GVBM:TOAN").xml
    again = open_draft(stored)
    assert again.transcript == record()
    assert again.open_slots() == ("GVBM:NGU_VAN", "GVBM:GDTC")


def test_an_incomplete_file_is_not_valid() -> None:
    verdict = world().verify(fill(new_draft(record()), "GVBM:TOAN").xml)
    assert verdict.word is Word.ALTERED
    assert codes(verdict) == {"signature.missing"}


def test_without_anchors_the_issuer_is_unknown_and_the_file_intact() -> None:
    verdict = world().verify(issued().xml, trust=TrustStore.built_in())
    assert verdict.word is Word.UNKNOWN_ISSUER
    assert verdict.intact
    assert "issuer.unknown" in codes(verdict)


def test_a_record_without_a_time_stamp_says_so() -> None:
    here = world()
    draft = sign_all(new_draft(record()), here.signers(record()), at=SIGNED)
    verdict = here.verify(draft.xml)
    assert verdict.word is Word.VALID
    assert "timestamp.missing" in codes(verdict)


def test_years_later_the_time_stamp_still_holds_and_a_bare_signature_does_not() -> None:
    here, later = world(), ASKED + 3 * YEAR
    stamped = here.sign(record())
    bare = sign_all(new_draft(record()), here.signers(record()), at=SIGNED)
    assert here.verify(stamped.xml, at=later).word is Word.VALID
    assert here.verify(bare.xml, at=later).word is Word.REVOKED


def test_one_signer_for_two_slots_is_fine_when_the_record_says_so() -> None:
    transcript = record()
    same = replace(transcript, homeroom=transcript.subjects[1].teacher)
    signers = world().signers(same, GVCN=world().signer(teacher_identity("TOAN")))
    made = issue(same, signers, at=SIGNED, verify_url=URL, timestamper=world().timestamper)
    assert world().verify(made.pdf).word is Word.VALID


def test_the_register_can_only_make_a_verdict_worse() -> None:
    verdict = world().verify(issued().xml)
    assert verdict.with_state("current").word is Word.VALID
    assert verdict.with_state("superseded").word is Word.SUPERSEDED
    assert verdict.with_state("recalled").word is Word.REVOKED
    altered = world().verify(issued().xml.replace(b">8.3<", b">9.3<"))
    assert altered.with_state("current").word is Word.ALTERED


def test_rsa_people_sign_too() -> None:
    from hocba.signing.algorithms import Algorithm

    transcript = record()
    identity = teacher_identity("TOAN")
    rsa = world().pki.issue(identity=identity, name="Trần Văn Toán", algorithm=Algorithm.RSA_SHA256)
    signers = world().signers(transcript) | {"GVBM:TOAN": signer_of(rsa)}
    draft = sign_all(new_draft(transcript), signers, at=SIGNED, timestamper=world().timestamper)
    assert world().verify(draft.xml).word is Word.VALID
