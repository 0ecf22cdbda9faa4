"""The trail as the principal reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.world import World

import hocba.web
from hocba.web.accounts.api import User
from hocba.wording.audit import ACTIONS

SignIn = Callable[[User], Client]
NOTHING = "Không tìm thấy việc nào"
EMPTY = "Nhật kí còn trống"


@pytest.fixture
def eventful(world: World, client_of: SignIn) -> World:
    client_of(world.here.teacher).post(reverse("registry:reveal", args=[world.here.pupils[0].pk]))
    client_of(world.here.clerk).post(
        reverse("schools:assign_homeroom", args=[world.here.classes[1].pk]), {"teacher": world.here.colleague.pk}
    )
    return world


def read(client: Client, **asked: object) -> str:
    return client.get(reverse("trail"), asked).content.decode()


def test_it_says_who_did_what_to_whom(eventful: World, client_of: SignIn) -> None:
    text = read(client_of(eventful.here.principal))
    assert "xem thông tin riêng tư" in text
    assert "đổi giáo viên chủ nhiệm" in text
    assert f"– → {eventful.here.colleague.full_name}" in text


def test_it_narrows_by_kind_person_object_and_words(eventful: World, client_of: SignIn) -> None:
    client = client_of(eventful.here.principal)
    for asked in (
        {"loai": "xem"},
        {"nguoi": eventful.here.teacher.pk},
        {"ve": eventful.here.pupils[0].pk},
        {"q": eventful.here.pupils[0].code},
    ):
        text = read(client, **asked)
        assert "<td>xem thông tin riêng tư" in text
        assert "đổi giáo viên chủ nhiệm" not in text


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "%"},
        {"nguoi": "9" * 18},
        {"ve": "' OR 1=1 --"},
        {"loai": "so-diem"},
    ],
)
def test_nothing_found_says_so(eventful: World, client_of: SignIn, asked: dict[str, str]) -> None:
    assert NOTHING in read(client_of(eventful.here.principal), **asked)


@pytest.mark.parametrize("asked", [{"nguoi": "abc"}, {"nguoi": "٣"}, {"page": "nhiều"}, {"loai": "?"}])
def test_an_unreadable_question_shows_all(eventful: World, client_of: SignIn, asked: dict[str, str]) -> None:
    assert NOTHING not in read(client_of(eventful.here.principal), **asked)


def test_another_school_reads_nothing(eventful: World, client_of: SignIn) -> None:
    assert EMPTY in read(client_of(eventful.there.principal))


def test_every_action_has_words() -> None:
    folder = Path(hocba.web.__file__).parent
    written = {
        action for file in folder.rglob("*.py") for action in re.findall(r'action="([a-z_.]+)"', file.read_text())
    }
    assert len(written) > 10
    assert written <= ACTIONS.keys()
