"""The audit trail: written with the change, never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse
from tests.web.world import World, as_owner

from hocba.web.accounts.api import User
from hocba.web.accounts.selectors import actor_for
from hocba.web.shared import audit, tenancy
from hocba.web.shared.actor import Actor
from hocba.web.shared.models import AuditEntry


def principal_of(world: World) -> Actor:
    with tenancy.scope(tenancy.Scope(user_id=world.here.principal.pk)):
        actor = actor_for(world.here.principal.pk, None)
    assert actor is not None
    return actor


@pytest.fixture
def entry(world: World) -> AuditEntry:
    actor = principal_of(world)
    with tenancy.scope(actor.scope):
        audit.record(actor=actor, action="class.renamed", target=world.here.classes[0], label="Lớp 8A1")
        return AuditEntry.objects.get()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE shared_auditentry SET reason = 'x'", "DELETE FROM shared_auditentry", "TRUNCATE shared_auditentry"],
)
def test_not_even_the_owner_changes_an_entry(entry: AuditEntry, statement: str) -> None:
    with pytest.raises((InternalError, ProgrammingError)), as_owner(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_entry_cannot_be_written_in_the_name_of_another(world: World) -> None:
    actor = principal_of(world)
    with pytest.raises(ProgrammingError, match="row-level security"), tenancy.scope(actor.scope):
        AuditEntry.objects.create(
            school_id=actor.school_id, actor_id=world.here.clerk.pk, actor_name="?", actor_role="clerk", action="x"
        )


def test_another_school_does_not_see_it(world: World, entry: AuditEntry) -> None:
    with tenancy.scope(tenancy.Scope(user_id=world.there.principal.pk, schools=frozenset({world.there.school.pk}))):
        assert not AuditEntry.objects.exists()


def test_it_is_undone_with_the_change_it_speaks_of(world: World) -> None:
    actor = principal_of(world)
    with tenancy.scope(actor.scope):
        with transaction.atomic():
            audit.record(actor=actor, action="class.renamed", target=world.here.classes[0], label="Lớp 8A1")
            transaction.set_rollback(True)
        assert not AuditEntry.objects.exists()


def test_uncovering_a_private_record_is_on_record_without_the_values(
    world: World, client_of: Callable[[User], Client]
) -> None:
    pupil = world.here.pupils[0]
    response = client_of(world.here.teacher).post(reverse("registry:reveal", args=[pupil.pk]))
    assert "000212345678" in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    with tenancy.scope(principal_of(world).scope):
        found = AuditEntry.objects.get()
    assert (found.action, found.actor_id, found.object_id) == (
        "student.private_seen",
        world.here.teacher.pk,
        str(pupil.pk),
    )
    assert "000212345678" not in str(vars(found))


def test_the_page_of_a_pupil_covers_the_private_record(world: World, client_of: Callable[[User], Client]) -> None:
    page = client_of(world.here.principal).get(reverse("registry:student_page", args=[world.here.pupils[0].pk]))
    assert "000212345678" not in page.content.decode()
    assert "Tổ 3" not in page.content.decode()
