"""A teacher at a sheet: what tests of the gradebook share."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse
from tests.web.world import World, as_owner, enrol

from hocba.web.accounts.api import User
from hocba.web.accounts.selectors import actor_for
from hocba.web.gradebook.api import EntryHistory, Mark
from hocba.web.registry.api import Enrolment
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor


def actor_of(user: User) -> Actor:
    with tenancy.scope(tenancy.Scope(user_id=user.pk)):
        actor = actor_for(user.pk, None)
    assert actor is not None
    return actor


def rows_of(world: World, *, class_number: int = 0) -> list[str]:
    """Enrolments of a class in its order, as the page names them."""
    with as_owner():
        found = Enrolment.objects.filter(school_class=world.here.classes[class_number])
        return [str(key) for key in found.order_by("student__name_key").values_list("pk", flat=True)]


def fill_class(world: World, size: int) -> list[str]:
    """Enrol pupils until the class has ``size``; all of them."""
    with as_owner():
        for number in range(size - len(world.here.pupils)):
            name = f"Nguyễn Thị Hoài {chr(65 + number % 26)}{number}"
            enrol(world.here.school, world.here.classes[0], f"26{number:08}", name)
    return rows_of(world)


@dataclass(frozen=True)
class Desk:
    """One person at one sheet; ``save`` answers with status and JSON."""

    client: Client
    address: str

    def save(self, *cells: dict[str, object], batch: str = "") -> tuple[int, Any]:
        body = {"batch": batch or str(uuid.uuid4()), "cells": list(cells)}
        response = self.client.post(self.address, json.dumps(body), content_type="application/json")
        return response.status_code, response.json() if response["Content-Type"] == "application/json" else None

    def one(self, cell: dict[str, object]) -> Any:
        """Save one cell; its answer."""
        status, answer = self.save(cell)
        assert status == 200
        return answer["cells"][0]


def desk(user: User, world: World, part: str = "hk1", *, subject: object = None) -> Desk:
    client = Client()
    client.force_login(user)
    pk = getattr(subject or world.here.maths, "pk")  # noqa: B009
    return Desk(client, reverse("gradebook:save_subject", kwargs={"class_subject_id": pk, "part": part}))


def homeroom_desk(user: User, world: World, part: str = "nam") -> Desk:
    client = Client()
    client.force_login(user)
    class_id = world.here.classes[0].pk
    return Desk(client, reverse("gradebook:save_homeroom", kwargs={"class_id": class_id, "part": part}))


def cell(row: str, col: str, value: str, version: int = 0) -> dict[str, object]:
    return {"row": row, "col": col, "value": value, "version": version}


def stored(row: str, col: str, term: int = 1) -> Mark | None:
    with as_owner():
        return Mark.objects.filter(enrolment=row, column=col, term=term).first()


def history(row: str) -> list[tuple[str, str, str, int]]:
    """Column, old, new, version; oldest first."""
    with as_owner():
        found = EntryHistory.objects.filter(enrolment=row).order_by("pk")
        return list(found.values_list("column", "old", "new", "version"))
