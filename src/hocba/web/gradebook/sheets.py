"""A sheet: the cells that stand on one page and are saved together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from hocba.web.gradebook.columns import HOMEROOM, HOMEROOM_MORE, REMARK, Column, mark_columns
from hocba.web.gradebook.models import Cell, HomeroomEntry, Mark, SubjectRemark
from hocba.web.schools.api import ClassSubject, SchoolClass

Place = tuple[UUID, str]
"""Which cell: enrolment and column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``part`` names it in addresses: ``hk1``, ``hk2``, ``he``, ``nhan-xet``; for the homeroom ``nam``, ``them``."""

    school_class: SchoolClass
    part: str
    columns: tuple[Column, ...]
    model: type[Cell]
    class_subject: ClassSubject | None = None
    term: int | None = None

    @property
    def key(self) -> str:
        return f"{self.owner.pk}/{self.part}"

    @property
    def owner(self) -> ClassSubject | SchoolClass:
        return self.class_subject or self.school_class

    @property
    def shared_fields(self) -> Mapping[str, Any]:
        """What all cells of the sheet have in common, as the model stores it."""
        fields = {"class_subject": self.class_subject, "term": self.term}
        return {name: value for name, value in fields.items() if value is not None}

    def column(self, code: str) -> Column | None:
        return next((column for column in self.columns if column.code == code), None)

    def term_of(self, column: Column) -> int | None:
        return self.term or column.term

    def cells(self) -> QuerySet[Cell]:
        """Every cell that has a row, also of pupils who have left."""
        found = self.model._default_manager.filter(**self.shared_fields)
        return found.filter(
            enrolment__school_class=self.school_class, column__in=[column.code for column in self.columns]
        )


TERM_PARTS = {"hk1": 1, "hk2": 2, "he": 3}
REMARKS = "nhan-xet"


def subject_sheet(class_subject: ClassSubject, part: str) -> Sheet:
    """A subject's sheet of a class; ``class_subject.school_class`` is loaded. Raises LookupError for no such part."""
    school_class = class_subject.school_class
    if part == REMARKS:
        return Sheet(school_class, part, (REMARK,), SubjectRemark, class_subject)
    term = TERM_PARTS[part]
    return Sheet(school_class, part, mark_columns(class_subject, term), Mark, class_subject, term)


def mark_sheet(class_subject: ClassSubject, term: int) -> Sheet:
    """As ``subject_sheet``, by the number of the term."""
    return subject_sheet(class_subject, next(part for part, each in TERM_PARTS.items() if each == term))


HOMEROOM_PARTS = {"nam": HOMEROOM, "them": HOMEROOM_MORE}


def homeroom_sheet(school_class: SchoolClass, part: str = "nam") -> Sheet:
    """The homeroom teacher's sheet. Raises LookupError for no such part."""
    return Sheet(school_class, part, HOMEROOM_PARTS[part], HomeroomEntry)
