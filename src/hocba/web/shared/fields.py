"""Columns for Vietnamese names: stored in one spelling, sorted as a class list sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from hocba.kernel import names

if TYPE_CHECKING:
    TextColumn = models.CharField[str, str]
else:
    TextColumn = models.CharField  # not generic when it runs


class NameField(TextColumn):
    """A name of a person or place: NFC, single spaces, cleaned on every way in (also ``bulk_create``)."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        cleaned = names.clean(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, cleaned)
        return cleaned


class NameKeyField(TextColumn):
    """The sort key of the name in field ``source``; ORDER BY it gives Vietnamese order (given name first).

    Saved with ``update_fields``, both fields have to be named.
    """

    def __init__(self, *args: Any, source: str = "full_name", **options: Any) -> None:
        self.source = source
        super().__init__(*args, **{"max_length": 600, "editable": False, "db_collation": "C", **options})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = names.sort_key(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key)
        return key
