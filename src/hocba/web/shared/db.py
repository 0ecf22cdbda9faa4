"""Migration operations that every tenant table gets, in the migration that creates it.

    operations = [
        migrations.CreateModel(name="SchoolClass", …),
        TenantTable("SchoolClass"),
    ]

A migration that uses them depends on ``("shared", "0001_initial")``, which makes the SQL functions.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import Field, ForeignKey, Model

IN_SCOPE = "school_id = ANY ((SELECT hocba_schools())::bigint[])"
"""The usual condition: the row belongs to a school of the scope. The inner SELECT is evaluated once per query."""


class EnableRowSecurity(Operation):
    """ENABLE and FORCE row-level security on a table, with one policy for the application and one for the owner.

    ``visible``: SQL condition for reading; ``writable``: for rows written, as ``visible`` when left out.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model: str, *, visible: str = IN_SCOPE, writable: str | None = None) -> None:
        self.model = model
        self.visible = visible
        self.writable = writable or visible

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.model], {"visible": self.visible, "writable": self.writable}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models do not change."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        for statement in self._statements(table):
            schema_editor.execute(statement)

    def _statements(self, table: str) -> list[str]:
        return [
            f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
            f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
            f'CREATE POLICY scope ON "{table}" USING ({self.visible}) WITH CHECK ({self.writable})',
            # migrations and the loading of demonstrations run as the owner, who serves no request
            f'CREATE POLICY owner ON "{table}" TO CURRENT_USER USING (true) WITH CHECK (true)',
        ]

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = from_state.apps.get_model(app_label, self.model)._meta.db_table
        for statement in (
            f'DROP POLICY owner ON "{table}"',
            f'DROP POLICY scope ON "{table}"',
            f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY',
            f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
        ):
            schema_editor.execute(statement)

    def describe(self) -> str:
        return f"Row-level security on {self.model}"


class TenantTable(EnableRowSecurity):
    """Row security by ``school_id``, and foreign keys that cannot cross from one school into another.

    A plain foreign key is checked past row security, so a row could point into a foreign school; the composite
    key (id, school_id) forbids it.
    """

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        model = to_state.apps.get_model(app_label, self.model)
        table = model._meta.db_table
        schema_editor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_tenant" UNIQUE (id, school_id)')
        for field in model._meta.local_fields:
            if isinstance(field, ForeignKey) and is_tenant(field.related_model):
                schema_editor.execute(_same_school(table, field))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = from_state.apps.get_model(app_label, self.model)
        table = model._meta.db_table
        for field in model._meta.local_fields:
            if isinstance(field, ForeignKey) and is_tenant(field.related_model):
                schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_{field.column}_school"')
        schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_tenant"')
        super().database_backwards(app_label, schema_editor, from_state, to_state)


def is_tenant(model: type[Model]) -> bool:
    """Whether rows of the model belong to one school."""
    return any(_is_school(field) for field in model._meta.local_fields)


def _is_school(field: Field[Any, Any]) -> bool:
    return field.name == "school" and isinstance(field, ForeignKey) and not field.null


def _same_school(table: str, field: ForeignKey[Any, Any]) -> str:
    target = field.related_model._meta.db_table
    return (
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_{field.column}_school" '
        f'FOREIGN KEY ("{field.column}", school_id) REFERENCES "{target}" (id, school_id) '
        f"DEFERRABLE INITIALLY DEFERRED"
    )


class AppendOnly(Operation):
    """Rows of the table are written once: the database refuses UPDATE, DELETE and TRUNCATE, also to the owner."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model: str) -> None:
        self.model = model

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models do not change."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        for level, events in (("ROW", "UPDATE OR DELETE"), ("STATEMENT", "TRUNCATE")):
            schema_editor.execute(
                f'CREATE TRIGGER append_only_{level.lower()} BEFORE {events} ON "{table}" '
                f"FOR EACH {level} EXECUTE FUNCTION hocba_refuse_change()"
            )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = from_state.apps.get_model(app_label, self.model)._meta.db_table
        for level in ("row", "statement"):
            schema_editor.execute(f'DROP TRIGGER append_only_{level} ON "{table}"')

    def describe(self) -> str:
        return f"{self.model} only grows"
