"""A person at the import page, and what stands in the gradebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.web.world import World

from hocba.web.accounts.api import User
from hocba.web.accounts.selectors import actor_for
from hocba.web.exchange.models import Import
from hocba.web.gradebook.api import Edit, Mark, mark_sheet, save
from hocba.web.registry.api import Enrolment, Student
from hocba.web.schools.api import ClassSubject
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor


class Desk:
    """One person, signed in."""

    def __init__(self, user: User, client: Client) -> None:
        self.user, self.client = user, client

    @property
    def actor(self) -> Actor:
        with tenancy.scope(tenancy.Scope(user_id=self.user.pk)):
            found = actor_for(self.user.pk, None)
        assert found is not None
        return found

    def upload(self, content: bytes, name: str = "so-diem.xlsx") -> HttpResponse:
        return self.client.post(reverse("exchange:upload"), {"tep": SimpleUploadedFile(name, content)})

    def bring(self, content: bytes, name: str = "so-diem.xlsx") -> Import:
        response = self.upload(content, name)
        assert response.status_code == 302, response.content.decode()
        return self.imports()[0]

    def imports(self) -> list[Import]:
        with tenancy.scope(self.actor.scope):
            return list(Import.objects.all())

    def preview(self, brought: Import) -> HttpResponse:
        return self.client.get(reverse("exchange:preview", args=[brought.pk]))

    def page(self, brought: Import) -> str:
        return self.preview(brought).content.decode()

    def post(self, view: str, brought: Import, data: Mapping[str, str] | None = None) -> HttpResponse:
        return self.client.post(reverse(f"exchange:{view}", args=[brought.pk]), data or {})

    def write(self, brought: Import) -> None:
        response = self.post("write", brought, {"da-xem": "on"})
        assert response.status_code == 302, response.content.decode()

    def marks(self, subject: ClassSubject, term: int = 1) -> dict[str, dict[str, str]]:
        """Pupil → column → what stands there, blanks left out."""
        found: dict[str, dict[str, str]] = {}
        with tenancy.scope(self.actor.scope):
            for mark in Mark.objects.filter(class_subject=subject, term=term).select_related("enrolment__student"):
                if mark.text:
                    found.setdefault(mark.enrolment.student.full_name, {})[mark.column] = mark.text
        return found

    def enter(self, subject: ClassSubject, pupil: Student, column: str, value: str) -> None:
        """Type a mark into the gradebook page."""
        with tenancy.scope(self.actor.scope):
            row = Enrolment.objects.get(student=pupil).pk
            present = Mark.objects.filter(class_subject=subject, term=1, enrolment=row, column=column).first()
            edit = Edit(row, column, value, present.version if present else 0)
            own = ClassSubject.objects.select_related("school_class").get(pk=subject.pk)
            (answer,) = save(mark_sheet(own, 1), edits=[edit], batch=uuid4(), actor=self.actor)
        assert answer.status == "saved"

    def pupils(self) -> list[Student]:
        with tenancy.scope(self.actor.scope):
            present = Enrolment.objects.filter(school_class__name="8A1", left_on__isnull=True)
            return list(Student.objects.filter(enrolments__in=present).order_by("name_key"))


@pytest.fixture
def teacher(world: World, client_of: Callable[[User], Client]) -> Desk:
    return Desk(world.here.teacher, client_of(world.here.teacher))


@pytest.fixture
def colleague(world: World, client_of: Callable[[User], Client]) -> Desk:
    return Desk(world.here.colleague, client_of(world.here.colleague))


@pytest.fixture
def clerk(world: World, client_of: Callable[[User], Client]) -> Desk:
    return Desk(world.here.clerk, client_of(world.here.clerk))
