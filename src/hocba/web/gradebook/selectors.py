"""Reads of cells and of their history."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from hocba.kernel.codes import CommentResult, Level
from hocba.kernel.marks import Tenths
from hocba.web.gradebook.models import EntryHistory, Exemption, HomeroomEntry, Mark, SubjectRemark
from hocba.web.gradebook.sheets import Sheet
from hocba.web.schools.api import SchoolClass

Value = Tenths | CommentResult
Term = dict[str, Value]
"""Column → assessment; blank ones are absent."""


@dataclass(slots=True)
class Entries:
    """Everything on record for one pupil of a class. Keys of ``marks``: (class subject, term)."""

    marks: dict[tuple[UUID, int], Term] = field(default_factory=lambda: defaultdict(dict))
    exempt: set[tuple[UUID, int]] = field(default_factory=set)
    remarks: dict[UUID, str] = field(default_factory=dict)
    homeroom: dict[str, str] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """One of the homeroom teacher's cells."""
        return self.homeroom.get(column, "")

    def level(self, column: str) -> Level | None:
        text = self.text(column)
        return Level(text) if text else None

    @property
    def conduct(self) -> tuple[Level | None, Level | None]:
        return self.level("rl1"), self.level("rl2")

    @property
    def absences(self) -> int | None:
        """Sessions missed in the year; None until both terms are known."""
        terms = self.text("vang1"), self.text("vang2")
        return sum(map(int, terms)) if all(terms) else None


def entries_of(school_class: SchoolClass, *, remarks: bool = True) -> dict[UUID, Entries]:
    """Enrolment → everything on record, for the whole class in four queries. Pupils without a cell are absent."""
    found: dict[UUID, Entries] = defaultdict(Entries)
    marks = Mark.objects.filter(class_subject__school_class=school_class)
    for row, subject, term, column, tenths, result in marks.values_list(
        "enrolment", "class_subject", "term", "column", "tenths", "result"
    ):
        if tenths is not None:
            found[row].marks[subject, term][column] = Tenths(tenths)
        elif result:
            found[row].marks[subject, term][column] = CommentResult(result)
    granted = Exemption.objects.filter(class_subject__school_class=school_class)
    for row, subject, term in granted.values_list("enrolment", "class_subject", "term"):
        found[row].exempt.add((subject, term))
    homeroom = HomeroomEntry.objects.filter(enrolment__school_class=school_class)
    for row, column, value in homeroom.values_list("enrolment", "column", "value"):
        found[row].homeroom[column] = value
    if remarks:
        _add_remarks(school_class, found)
    return found


def _add_remarks(school_class: SchoolClass, found: dict[UUID, Entries]) -> None:
    remarks = SubjectRemark.objects.filter(class_subject__school_class=school_class)
    for row, subject, value in remarks.values_list("enrolment", "class_subject", "value"):
        found[row].remarks[subject] = value


def history_of_sheet(sheet: Sheet) -> QuerySet[EntryHistory]:
    """Changes of the sheet's cells, latest first; ``enrolment.student`` and ``by`` are loaded."""
    changes = EntryHistory.objects.filter(
        enrolment__school_class=sheet.school_class,
        class_subject=sheet.class_subject,
        column__in=[column.code for column in sheet.columns],
    )
    if sheet.term is not None:
        changes = changes.filter(term=sheet.term)
    return changes.select_related("enrolment__student", "by").order_by("-pk")


def history_of_batch(batch: UUID) -> QuerySet[EntryHistory]:
    """The changes that were saved together, in their order."""
    return EntryHistory.objects.filter(batch=batch).order_by("pk")
