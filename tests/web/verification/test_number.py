"""A stranger follows a QR code."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse
from tests.web.issuance.conftest import ORDER, Ceremony

from hocba.web.issuance.models import RegisterEntry, Slot, Transcript
from hocba.web.issuance.services.recall import recall
from hocba.web.registry.api import Student
from hocba.web.shared import tenancy
from hocba.web.verification.register import look_up, mask_name


def ask(number: str) -> tuple[int, str]:
    response = Client().get(reverse("verification:number", args=[number]))
    return response.status_code, response.content.decode()


def test_an_issued_number_is_in_force_and_the_person_masked(issued: Transcript) -> None:
    status, page = ask(issued.public_id)
    assert status == 200
    for words in ("Còn hiệu lực", "vừa kiểm tra lại mọi chữ kí", "Trường THCS Hải Âu", "N. T. Á."):
        assert words in page
    assert issued.student_name not in page
    assert str(issued.record["student"]["code"]) not in page


def test_a_recalled_number_says_so(trusting: Ceremony, issued: Transcript) -> None:
    actor = trusting.actor(trusting.world.here.principal)
    with tenancy.scope(actor.scope):
        recall(issued, actor=actor, kind="person", reason="bí mật")
    _, page = ask(issued.public_id)
    assert "Đã thu hồi" in page
    assert "Cấp nhầm người" in page
    assert "bí mật" not in page


def test_a_new_version_takes_the_place_of_the_recalled_one(trusting: Ceremony, issued: Transcript) -> None:
    actor = trusting.actor(trusting.world.here.principal)
    with tenancy.scope(actor.scope):
        recall(issued, actor=actor, kind="data", reason="sửa điểm")
    (second,) = trusting.draft()
    trusting.sign(*ORDER)
    assert second.version == 2
    assert second.record["supersedes"] == f"{issued.public_id} 1"
    assert "Đã có bản thay thế" in ask(issued.public_id)[1]
    assert "Còn hiệu lực" in ask(second.public_id)[1]


@pytest.mark.parametrize(
    "number", ["hb-0000000000000000000000000000000a", "x", "x" * 300, "hb-%00abcdefgh", "'; DROP--"]
)
def test_an_unknown_number_gets_a_flat_answer(issued: Transcript, number: str) -> None:
    status, page = ask(number)
    assert status == 404
    assert "Không có học bạ nào mang số này" in page


def test_a_draft_is_unknown(trusting: Ceremony) -> None:
    (draft, *_) = trusting.draft()
    assert ask(draft.public_id)[0] == 404


def test_known_and_unknown_take_the_same_least_time(issued: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("hocba.web.verification.views.LEAST_SECONDS", 60.0)
    monkeypatch.setattr("hocba.web.verification.views.time.sleep", waited.append)
    ask(issued.public_id)
    ask("hb-0000000000000000000000000000000a")
    assert all(seconds > 50 for seconds in waited)
    assert len(waited) == 2


def test_a_number_opens_one_row_and_nothing_else(issued: Transcript) -> None:
    with tenancy.scope(tenancy.Scope(lookup=issued.public_id)):
        assert list(Transcript.objects.values_list("public_id", flat=True)) == [issued.public_id]
        assert not Slot.objects.exists()
        assert not Student.objects.exists()
        assert not RegisterEntry.objects.exists()


def test_a_number_is_for_reading_only(issued: Transcript) -> None:
    with tenancy.scope(tenancy.Scope(lookup=issued.public_id)):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Transcript.objects.filter(pk=issued.pk).update(state="recalled")
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM issuance_transcript")
            assert cursor.rowcount == 0
    assert look_up(issued.public_id) is not None


@pytest.mark.parametrize(("name", "masked"), [("Nguyễn Thị Ánh", "N. T. Á."), ("Y", "Y."), ("đặng  an", "Đ. A.")])
def test_a_mask_keeps_first_letters(name: str, masked: str) -> None:
    assert mask_name(name) == masked
