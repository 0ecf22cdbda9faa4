"""Prepare and finish: what is refused, and what the bytes are."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from signing_kit import SIGNED, record, world

from hocba.issuing.draft import Draft, new_draft
from hocba.kernel.problems import ProblemError
from hocba.signing.algorithms import Algorithm, sign_digest
from hocba.signing.demo_pki.authority import KeyHolder
from hocba.signing.xades.canonical import assert_canonical
from hocba.signing.xades.signer import PreparedSlot, SlotJob, finish, prepare


@pytest.fixture
def draft() -> Draft:
    return new_draft(record())


def job(slot: str = "ky-gvbm-TOAN", covers: tuple[str, ...] = ("mon-TOAN",)) -> SlotJob:
    return SlotJob(slot, covers, holder().certificate)


def holder() -> KeyHolder:
    return world().holder("CCCD:031190000006")


def value(item: PreparedSlot) -> bytes:
    return sign_digest(holder().key, item.digest)


def test_slots_prepared_side_by_side_give_a_canonical_document(draft: Draft) -> None:
    jobs = [job(), job("ky-gvbm-NGU_VAN", ("mon-NGU_VAN",)), job("ky-gvbm-GDTC", ("mon-GDTC",))]
    prepared = prepare(draft.xml, jobs, at=SIGNED)
    signed = finish(draft.xml, prepared, [value(item) for item in prepared])
    assert signed.count(b"<ds:Signature ") == len(jobs)
    assert_canonical(signed)


def test_the_order_in_which_slots_are_finished_does_not_matter(draft: Draft) -> None:
    prepared = prepare(draft.xml, [job(), job("ky-gvbm-NGU_VAN", ("mon-NGU_VAN",))], at=SIGNED)
    values = [value(item) for item in prepared]
    one_by_one = finish(finish(draft.xml, prepared[1:], values[1:]), prepared[:1], values[:1])
    assert one_by_one == finish(draft.xml, prepared, values)


def test_signing_time_is_written_in_utc(draft: Draft) -> None:
    local = datetime(2026, 5, 20, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    (prepared,) = prepare(draft.xml, [job()], at=local)
    assert prepared.form.signing_time == "2026-05-20T02:30:00Z"


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_both_algorithms_name_themselves(draft: Draft, algorithm: Algorithm) -> None:
    key = world().pki.issue(identity="CCCD:031190009999", name="Ai đó", algorithm=algorithm)
    (prepared,) = prepare(draft.xml, [SlotJob("ky-gvbm-TOAN", ("mon-TOAN",), key.certificate)], at=SIGNED)
    signed = finish(draft.xml, [prepared], [sign_digest(key.key, prepared.digest)])
    assert (b"#rsa-sha256" if algorithm is Algorithm.RSA_SHA256 else b"#ecdsa-sha256") in signed


def test_a_filled_slot_keeps_its_signature(draft: Draft) -> None:
    prepared = prepare(draft.xml, [job()], at=SIGNED)
    signed = finish(draft.xml, prepared, [value(prepared[0])])
    with pytest.raises(ProblemError, match=r"slot\.filled"):
        finish(signed, prepared, [value(prepared[0])])
    with pytest.raises(ProblemError, match=r"slot\.filled"):
        prepare(signed, [job()], at=SIGNED)


def test_content_that_changed_between_the_phases_is_not_signed(draft: Draft) -> None:
    prepared = prepare(draft.xml, [job()], at=SIGNED)
    with pytest.raises(ProblemError, match=r"document\.changed"):
        finish(draft.xml.replace(b">8.3<", b">9.3<"), prepared, [value(prepared[0])])


def test_a_value_by_another_key_is_refused(draft: Draft) -> None:
    prepared = prepare(draft.xml, [job()], at=SIGNED)
    other = world().pki.issue(identity="CCCD:031190008888", name="Kẻ khác")
    with pytest.raises(ProblemError, match=r"signature\.value"):
        finish(draft.xml, prepared, [sign_digest(other.key, prepared[0].digest)])


def test_a_value_that_is_garbage_is_refused(draft: Draft) -> None:
    prepared = prepare(draft.xml, [job()], at=SIGNED)
    with pytest.raises(ProblemError, match=r"signature\.value"):
        finish(draft.xml, prepared, [b"\x00" * 64])


def test_an_id_that_is_not_there_is_named(draft: Draft) -> None:
    with pytest.raises(ProblemError, match=r"xml\.id_missing"):
        prepare(draft.xml, [job(covers=("mon-HOA_HOC",))], at=SIGNED)
