"""Signing in and choosing an office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client
from django.urls import reverse
from tests.web.world import PASSWORD, World, as_owner

from hocba.web.accounts.api import Membership, User
from hocba.web.shared.permissions import Role


def sign_in(client: Client, login: str, password: str) -> int:
    return client.post(reverse("account_login"), {"login": login, "password": password}).status_code


def test_the_right_password_leads_to_my_work(world: World, client: Client) -> None:
    assert sign_in(client, world.here.teacher.username, PASSWORD) == 302
    page = client.get(reverse("work")).content.decode()
    assert "Việc của tôi" in page
    assert world.here.school.name in page


def test_a_wrong_password_does_not(world: World, client: Client) -> None:
    assert sign_in(client, world.here.teacher.username, "sai rồi") == 200
    assert client.get(reverse("work")).status_code == 302


def test_an_account_that_was_closed_does_not(world: World, client: Client) -> None:
    User.objects.filter(pk=world.here.teacher.pk).update(is_active=False)
    sign_in(client, world.here.teacher.username, PASSWORD)
    assert client.get(reverse("work")).status_code == 302


def test_nobody_signs_up_by_themselves(world: World, client: Client) -> None:
    before = User.objects.count()
    answer = {"username": "moi", "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_signup"), answer)
    assert User.objects.count() == before


def test_the_page_asked_for_comes_after_signing_in(world: World, client: Client) -> None:
    wanted = reverse("schools:class_list")
    sent_to = client.get(wanted)["Location"]
    answer = client.post(sent_to, {"login": world.here.teacher.username, "password": PASSWORD, "next": wanted})
    assert answer["Location"] == wanted


def test_an_office_that_has_ended_opens_nothing(world: World, client_of: Callable[[User], Client]) -> None:
    with as_owner():
        Membership.objects.filter(user=world.here.teacher).update(ended_on=date(2025, 9, 1))
    assert client_of(world.here.teacher).get(reverse("work")).status_code == 403


def test_a_person_with_two_offices_works_in_the_chosen_one(world: World, client_of: Callable[[User], Client]) -> None:
    with as_owner():
        second = Membership.objects.create(
            user=world.here.teacher, role=Role.VICE_PRINCIPAL, school=world.here.school, started_on=date(2025, 9, 1)
        )
    client = client_of(world.here.teacher)
    assert client.get(reverse("schools:teacher_list")).status_code == 403
    assert f'href="{reverse("accounts:office_list")}"' in client.get(reverse("work")).content.decode()
    client.post(reverse("accounts:choose_office", args=[second.pk]))
    assert client.get(reverse("schools:teacher_list")).status_code == 200


def test_one_office_offers_no_change(world: World, client_of: Callable[[User], Client]) -> None:
    page = client_of(world.here.teacher).get(reverse("work")).content.decode()
    assert reverse("accounts:office_list") not in page


def test_pages_forbid_scripts_and_styles_from_elsewhere(world: World, client: Client) -> None:
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
