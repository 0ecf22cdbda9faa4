"""Row-level security: what the database itself refuses, whatever the application asks."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.web.world import World, as_owner

from hocba.web.accounts.selectors import actor_for
from hocba.web.project.row_security import tables_to_guard, unguarded_tables
from hocba.web.registry.api import Enrolment, Student
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor
from hocba.web.shared.db import is_tenant

TENANT_TABLES = sorted(
    model._meta.db_table for model in apps.get_models() if model.__module__.startswith("hocba.") and is_tenant(model)
)


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        return int(cursor.fetchone()[0])


def scope_of(*schools: int) -> tenancy.Scope:
    return tenancy.Scope(user_id=1, schools=frozenset(schools))


def test_tests_work_as_the_application_role(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("hocba_app", False, False)


def test_the_application_role_owns_nothing(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = 'hocba_app'")
        assert cursor.fetchone() == (0,)


def test_every_table_of_ours_is_guarded_or_declared_global(db: None) -> None:
    assert len(tables_to_guard()) >= 9
    assert unguarded_tables(connection) == []


def test_a_table_whose_guard_is_taken_away_is_noticed(world: World) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE registry_student NO FORCE ROW LEVEL SECURITY")
        cursor.execute("DROP POLICY scope ON registry_enrolment")
    assert unguarded_tables(connection) == ["registry_enrolment", "registry_student"]


@pytest.mark.parametrize("table", TENANT_TABLES)
def test_without_a_scope_a_tenant_table_looks_empty(world: World, table: str) -> None:
    assert count(table) == 0


@pytest.mark.parametrize("table", TENANT_TABLES)
def test_raw_sql_cannot_reach_another_school(world: World, table: str) -> None:
    with tenancy.scope(scope_of(world.here.school.pk)), connection.cursor() as cursor:
        cursor.execute(f'SELECT DISTINCT school_id FROM "{table}"')
        assert cursor.fetchall() in ([], [(world.here.school.pk,)])


def test_each_school_sees_its_own_pupils_only(world: World) -> None:
    for campus in (world.here, world.there):
        with tenancy.scope(scope_of(campus.school.pk)):
            assert {student.school_id for student in Student.objects.all()} == {campus.school.pk}


def test_a_row_cannot_be_written_into_another_school(world: World) -> None:
    student = Student(school=world.there.school, code="1", full_name="Kẻ Lạ", gender="Nam", birth_date="2012")
    with pytest.raises(ProgrammingError, match="row-level security"), tenancy.scope(scope_of(world.here.school.pk)):
        student.save()


def test_a_row_cannot_be_moved_into_another_school(world: World) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), tenancy.scope(scope_of(world.here.school.pk)):
        SchoolClass.objects.update(school=world.there.school)


def test_updates_and_deletes_miss_another_school(world: World) -> None:
    with tenancy.scope(scope_of(world.here.school.pk)):
        theirs = Student.objects.filter(pk=world.there.pupils[0].pk)
        assert theirs.update(full_name="Đã Đổi") == 0
        assert theirs.delete()[0] == 0


def test_a_foreign_key_cannot_cross_into_another_school(world: World) -> None:
    crossing = Enrolment.objects.filter(student=world.here.pupils[0])
    with tenancy.scope(scope_of(world.here.school.pk)), connection.cursor() as cursor:
        crossing.update(school_class=world.there.classes[0])
        with pytest.raises(IntegrityError, match="school"), transaction.atomic():
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        crossing.update(school_class=world.here.classes[0])


def test_the_application_cannot_switch_row_security_off(world: World) -> None:
    for statement in (
        "ALTER TABLE registry_student DISABLE ROW LEVEL SECURITY",
        "DROP POLICY scope ON registry_student",
        "CREATE POLICY mine ON registry_student USING (true)",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_scope_ends_with_its_block(world: World) -> None:
    with tenancy.scope(scope_of(world.here.school.pk)):
        assert Student.objects.exists()
        with tenancy.scope(tenancy.NOBODY):
            assert not Student.objects.exists()
        assert Student.objects.exists()
    assert not Student.objects.exists()


def test_the_scope_ends_when_its_block_fails(world: World) -> None:
    with pytest.raises(RuntimeError), tenancy.scope(scope_of(world.here.school.pk)):
        raise RuntimeError
    assert not Student.objects.exists()


def test_a_ward_officer_reaches_no_pupil(world: World) -> None:
    with tenancy.scope(tenancy.Scope(user_id=world.officer.pk)):
        officer = actor_for(world.officer.pk, None)
    assert isinstance(officer, Actor)
    assert officer.supervised == {world.here.school.pk, world.there.school.pk}
    with tenancy.scope(officer.scope):
        assert not Student.objects.exists()
        assert not Enrolment.objects.exists()
