"""The pages of the ceremony, as each person meets them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.issuance.conftest import LITERATURE, MATHS, ORDER, Ceremony

from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL
from hocba.web.accounts.api import User
from hocba.web.issuance.api import class_counts
from hocba.web.issuance.models import SigningBatch
from hocba.web.issuance.steps import word_of
from hocba.web.shared import tenancy

Browser = Callable[[User], Client]
HIDDEN = re.compile(r'name="(seen|ticket)" value="([^"]*)"')


def sign_url(ceremony: Ceremony, slot: str, name: str = "sign") -> str:
    return reverse(f"issuance:{name}", args=[ceremony.school_class.pk, word_of(slot)])


def confirm(client: Client, ceremony: Ceremony, slot: str) -> str:
    """Press the button of the page; returns the address of the batch."""
    page = client.get(sign_url(ceremony, slot)).content.decode()
    return client.post(sign_url(ceremony, slot, "start"), dict(HIDDEN.findall(page)))["Location"]


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_teacher_signs_a_class_from_the_card_in_three_requests(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    client = at_desk(ceremony.world.here.teacher)
    assert sign_url(ceremony, MATHS) in text_of(client, reverse("work"))
    page = text_of(client, sign_url(ceremony, MATHS))
    for words in ("Kí 3 học bạ", "Nguyễn Thị Ánh", "7,5", "8,0", "7,8", "Nắm vững môn"):
        assert words in page
    batch = confirm(client, ceremony, MATHS)
    assert "hx-post" in text_of(client, batch)
    answer = client.post(f"{batch}tiep/", headers={"HX-Request": "true"}).content.decode()
    assert "Đã xong" in answer
    assert "hx-post" not in answer


def test_the_whole_chain_through_the_pages(ceremony: Ceremony, at_desk: Browser) -> None:
    here = ceremony.world.here
    teacher = at_desk(here.teacher)
    teacher.post(reverse("issuance:draft", args=[ceremony.school_class.pk]))
    people = (here.teacher, here.colleague, here.teacher, here.principal, here.clerk)
    for slot, person in zip(ORDER, people, strict=True):
        client = at_desk(person)
        client.post(f"{confirm(client, ceremony, slot)}tiep/")
    page = text_of(at_desk(here.principal), reverse("issuance:class_page", args=[ceremony.school_class.pk]))
    assert "0003/2025-2026" in page
    transcript = ceremony.transcripts()[0]
    for name, head in (("issued_pdf", b"%PDF"), ("issued_xml", b"<?xml"), ("preview", b"%PDF")):
        assert at_desk(here.clerk).get(reverse(f"issuance:{name}", args=[transcript.pk])).content.startswith(head)


def test_who_must_wait_is_told_for_whom(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    ceremony.sign(MATHS)
    page = text_of(at_desk(ceremony.world.here.teacher), sign_url(ceremony, HOMEROOM))
    assert f"Còn chờ {ceremony.world.here.colleague.full_name} kí môn Ngữ văn (3)" in page
    assert "data-dialog" not in page


def test_a_double_click_finds_the_same_batch(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    client = at_desk(ceremony.world.here.teacher)
    data = dict(HIDDEN.findall(text_of(client, sign_url(ceremony, MATHS))))
    start = sign_url(ceremony, MATHS, "start")
    assert client.post(start, data)["Location"] == client.post(start, data)["Location"]


def test_a_made_up_ticket_signs_nothing(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    client = at_desk(ceremony.world.here.teacher)
    for data in ({}, {"ticket": "x", "seen": "y"}, {"ticket": "01920000-0000-7000-8000-000000000000", "seen": ""}):
        assert client.post(sign_url(ceremony, MATHS, "start"), data)["Location"] == sign_url(ceremony, MATHS)
    with tenancy.scope(ceremony.signer(MATHS).scope):
        assert not SigningBatch.objects.exists()


def test_the_vice_principal_does_not_sign_in_the_name_of_the_principal(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    ceremony.sign(MATHS, LITERATURE, HOMEROOM)
    page = text_of(at_desk(ceremony.world.here.vice_principal), sign_url(ceremony, PRINCIPAL))
    assert "data-dialog" not in page


def test_keys_that_are_away_are_told_and_can_be_tried_again(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    client = at_desk(ceremony.world.here.teacher)
    batch = confirm(client, ceremony, MATHS)
    ceremony.box.away = True
    answer = client.post(f"{batch}tiep/", headers={"HX-Request": "true"}).content.decode()
    assert "Chưa liên lạc được nơi giữ khoá" in answer
    assert "hx-post" not in answer
    ceremony.box.away = False
    assert client.post(f"{batch}ki-lai/")["Location"] == batch
    assert "Đã xong" in client.post(f"{batch}tiep/", headers={"HX-Request": "true"}).content.decode()


def test_a_subject_teacher_does_not_read_the_family_in_the_whole_document(ceremony: Ceremony, at_desk: Browser) -> None:
    (transcript, *_) = ceremony.draft()
    address = reverse("issuance:preview", args=[transcript.pk])
    assert at_desk(ceremony.world.here.colleague).get(address).status_code == 403
    assert at_desk(ceremony.world.here.teacher).get(address).content.startswith(b"%PDF")


def test_an_unknown_step_is_not_found(ceremony: Ceremony, at_desk: Browser) -> None:
    client = at_desk(ceremony.world.here.teacher)
    for step in ("mon-HOA_HOC", "khac", "mon-"):
        assert client.get(reverse("issuance:sign", args=[ceremony.school_class.pk, step])).status_code == 404


def test_the_recall_page_leads_to_a_recalled_transcript(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER)
    client, transcript = at_desk(ceremony.world.here.principal), ceremony.transcripts()[0]
    address = reverse("issuance:recall", args=[transcript.pk])
    assert "Hãy ghi lí do" in client.post(address, {"kind": "data"}).content.decode()
    client.post(address, {"kind": "data", "reason": "sai điểm"})
    assert ceremony.transcripts()[0].state == "recalled"


def test_the_ward_counts_and_sees_no_row(ceremony: Ceremony) -> None:
    ceremony.draft()
    ceremony.sign(*ORDER)
    officer = ceremony.actor(ceremony.world.officer)
    with tenancy.scope(officer.scope):
        counts = {(each.school_id, each.class_name): each for each in class_counts(year_start=2025)}
    assert len(counts) == 4
    mine = counts[ceremony.world.here.school.pk, "8A1"]
    assert (mine.pupils, mine.issued, mine.open) == (3, 3, 0)


def test_nobody_outside_the_scope_counts(ceremony: Ceremony) -> None:
    with tenancy.scope(tenancy.NOBODY):
        assert class_counts(year_start=2025) == []


def test_the_renderer_is_not_loaded_before_the_server_forks() -> None:
    code = "import django; django.setup(); import sys; sys.exit('typst' in sys.modules)"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "hocba.web.project.settings"}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def test_the_seal_is_for_the_clerk(ceremony: Ceremony, at_desk: Browser) -> None:
    ceremony.draft()
    ceremony.sign(MATHS, LITERATURE, HOMEROOM, PRINCIPAL)
    here = ceremony.world.here
    assert "Đóng dấu 3 học bạ" in text_of(at_desk(here.clerk), sign_url(ceremony, SEAL))
    for person in (here.principal, here.teacher):
        assert at_desk(person).get(sign_url(ceremony, SEAL)).status_code == 403
