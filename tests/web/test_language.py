"""Vietnamese first, English complete, and the choice is the reader's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.catalogue import missing, msgids, translations
from tests.web.world import World

from hocba.web.accounts.api import User

PLACES = re.compile(r"%\(\w+\)[sd]")
CHOOSE = "/ngon-ngu/"


def test_every_msgid_has_an_english_text() -> None:
    assert len(msgids()) > 400
    assert missing() == [], "see docs/web.md, «English»"


def test_no_english_text_loses_a_number_or_a_name() -> None:
    for key, text in translations().items():
        msgid = key[0] if isinstance(key, tuple) else key
        assert sorted(PLACES.findall(str(msgid))) == sorted(PLACES.findall(text)), msgid


def test_the_switch_changes_the_language_and_leads_back(world: World, client_of: Callable[[User], Client]) -> None:
    client = client_of(world.here.teacher)
    page = reverse("schools:class_list")
    assert '<html lang="vi">' in client.get(page).content.decode()
    answer = client.post(CHOOSE, {"language": "en"}, headers={"referer": f"http://testserver{page}"})
    assert answer["Location"] == f"http://testserver{page}"
    text = client.get(page).content.decode()
    assert '<html lang="en">' in text
    assert "Homeroom teacher" in text
    client.post(CHOOSE, {"language": "vi"})
    assert "Giáo viên chủ nhiệm" in client.get(page).content.decode()


def test_english_pages_hold_no_vietnamese_but_names_and_data(world: World, client_of: Callable[[User], Client]) -> None:
    client = client_of(world.here.principal)
    client.post(CHOOSE, {"language": "en"})
    text = client.get(reverse("work")).content.decode()
    for word in ("Việc của tôi", "Sổ điểm", "Đăng xuất", "Năm học", "Chào"):
        assert word not in text


@pytest.mark.parametrize("referer", ["", "https://example.org/x", "//example.org", "javascript:alert(1)"])
def test_the_switch_leads_nowhere_else(db: None, client: Client, referer: str) -> None:
    assert client.post(CHOOSE, {"language": "en"}, headers={"referer": referer})["Location"] == "/"


@pytest.mark.parametrize("language", ["", "fr", "../en", "EN"])
def test_an_unknown_language_is_vietnamese(client: Client, world: World, language: str) -> None:
    client.post(CHOOSE, {"language": language})
    assert "Đăng nhập" in client.get(reverse("account_login")).content.decode()


def test_the_browsers_own_preference_is_not_followed(client: Client, world: World) -> None:
    page = client.get(reverse("account_login"), headers={"accept-language": "en"})
    assert page["Content-Language"] == "vi"
