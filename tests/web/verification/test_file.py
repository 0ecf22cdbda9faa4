"""A stranger drops a file."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.web.issuance.conftest import MATHS, Ceremony

from hocba.signing.trust.store import TrustStore
from hocba.web.issuance.models import Transcript
from hocba.web.issuance.services.recall import recall
from hocba.web.shared import blobs, tenancy
from hocba.web.verification import intake


def send(data: bytes, name: str = "hoc-ba.xml") -> HttpResponse:
    return Client(enforce_csrf_checks=True).post(reverse("verification:check"), {"tep": SimpleUploadedFile(name, data)})


def page_of(data: bytes) -> str:
    response = send(data)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("kind", ["xml_sha256", "pdf_sha256"])
def test_an_issued_file_is_valid_in_force_and_named(issued: Transcript, kind: str) -> None:
    page = page_of(blobs.get(getattr(issued, kind)))
    for words in ("HỢP LỆ", "Còn nguyên", "Còn hiệu lực", "Trường THCS Hải Âu", issued.student_name, "7,8"):
        assert words in page


@pytest.mark.parametrize("place", [200, -200])
@pytest.mark.parametrize("kind", ["xml_sha256", "pdf_sha256"])
def test_a_changed_byte_is_seen_and_nothing_of_the_content_is_told(issued: Transcript, kind: str, place: int) -> None:
    data = bytearray(blobs.get(getattr(issued, kind)))
    data[place] ^= 1
    page = page_of(bytes(data))
    assert "verdict--invalid" in page
    assert issued.student_name not in page


def test_a_raised_mark_is_seen(issued: Transcript) -> None:
    page = page_of(blobs.get(issued.xml_sha256).replace(b">7.8<", b">9.8<", 1))
    assert "ĐÃ BỊ THAY ĐỔI" in page


def test_a_draft_is_not_a_transcript(trusting: Ceremony) -> None:
    trusting.draft()
    trusting.sign(MATHS)
    assert "verdict--invalid" in page_of(blobs.get(trusting.transcripts()[0].draft_sha256))


def test_a_recalled_transcript_is_no_longer_in_force(trusting: Ceremony, issued: Transcript) -> None:
    actor = trusting.actor(trusting.world.here.principal)
    with tenancy.scope(actor.scope):
        recall(issued, actor=actor, kind="data", reason="Nhầm điểm môn Toán của bạn cùng tên")
    page = page_of(blobs.get(issued.xml_sha256))
    assert "Đã thu hồi" in page
    assert "Sai sót trong dữ liệu" in page
    assert "cùng tên" not in page


def test_an_issuer_that_nobody_vouches_for_is_not_called_valid(
    issued: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hocba.web.verification.inquiry.trust", TrustStore)
    page = page_of(blobs.get(issued.xml_sha256))
    assert "CHƯA RÕ NƠI CẤP" in page
    assert "verdict--valid" not in page


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"%PDF-1.7\n%%EOF",
        b"PK\x03\x04 not a transcript",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><HOC_BA xmlns="urn:hocba:transcript:1">&a;</HOC_BA>',
        b"<HOC_BA xmlns='urn:hocba:transcript:1'>" + b"<a>" * 50_000,
    ],
)
def test_a_hostile_or_foreign_file_gets_a_calm_answer(trusting: Ceremony, data: bytes) -> None:
    response = send(data)
    assert response.status_code in {200, 400}
    assert "verdict--valid" not in response.content.decode()


def test_no_file_gets_a_sentence(trusting: Ceremony) -> None:
    response = Client().post(reverse("verification:check"))
    assert response.status_code == 400
    assert "Chưa có tệp nào" in response.content.decode()


def test_a_file_that_is_too_large_is_not_read(trusting: Ceremony, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 1000)
    monkeypatch.setattr(intake, "_ENVELOPE", 0)
    response = send(b"x" * 2000)
    assert response.status_code == 400
    assert "10 MB" in response.content.decode()


def test_a_length_that_lies_does_not_help(trusting: Ceremony, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 1000)
    assert send(b"x" * 2000).status_code == 400


def test_nothing_is_kept_of_an_upload(issued: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(content: bytes) -> str:
        raise AssertionError("stored")

    data = blobs.get(issued.xml_sha256)
    monkeypatch.setattr(blobs, "put", never)
    page_of(data)


def test_pages_set_no_cookie(issued: Transcript) -> None:
    client = Client()
    for response in (
        client.get(reverse("verification:check")),
        client.get(reverse("verification:number", args=[issued.public_id])),
        send(blobs.get(issued.xml_sha256)),
    ):
        assert not response.cookies
        assert "csrf" not in response.content.decode()


def test_who_asks_too_often_is_asked_to_wait(trusting: Ceremony, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hocba.web.verification.views.MOST_FILES", 2)
    assert [send(b"x").status_code for _ in range(4)] == [200, 200, 429, 429]


def test_a_forwarded_address_is_not_believed_without_a_proxy(
    trusting: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hocba.web.verification.views.MOST_FILES", 1)
    address = reverse("verification:check")
    statuses = [Client(HTTP_X_FORWARDED_FOR=f"10.0.0.{n}").post(address).status_code for n in range(2)]
    assert statuses == [400, 429]
