"""How much is filled in: of a sheet, of every subject of a class, of the school's classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from hocba.web.gradebook.columns import HOMEROOM, mark_columns
from hocba.web.gradebook.models import FIRST, SECOND, Exemption, HomeroomEntry, Mark
from hocba.web.gradebook.sheets import Place, Sheet
from hocba.web.registry.api import Enrolment
from hocba.web.schools.api import ClassSubject, SchoolClass, subjects_of


@dataclass(frozen=True, slots=True)
class Progress:
    """Cells filled in, of all that are needed."""

    filled: int
    needed: int

    @property
    def complete(self) -> bool:
        return self.filled >= self.needed

    @property
    def missing(self) -> int:
        return max(self.needed - self.filled, 0)

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.filled + other.filled, self.needed + other.needed)


NOTHING = Progress(0, 0)


def missing_in(sheet: Sheet, texts: Mapping[Place, str], rows: Iterable[UUID]) -> dict[UUID, list[str]]:
    """Pupils of ``rows`` who lack something, with the labels of the columns that are empty."""
    required = [column for column in sheet.columns if column.required]
    found = {row: [column.label for column in required if not texts.get((row, column.code))] for row in rows}
    return {row: labels for row, labels in found.items() if labels}


@dataclass(frozen=True, slots=True)
class SubjectProgress:
    """One subject of a class, term by term."""

    class_subject: ClassSubject
    terms: tuple[Progress, Progress]

    @property
    def whole(self) -> Progress:
        return self.terms[0] + self.terms[1]


def progress_of(subjects: Iterable[ClassSubject]) -> list[SubjectProgress]:
    """For each of ``subjects`` (with ``school_class`` loaded), in their order; a handful of queries for any number."""
    listed = list(subjects)
    sizes = _class_sizes({each.school_class_id for each in listed})
    filled, exempt = _filled(listed), _exempt(listed)
    return [
        SubjectProgress(
            each,
            (
                _progress(each, FIRST, sizes[each.school_class_id], filled, exempt),
                _progress(each, SECOND, sizes[each.school_class_id], filled, exempt),
            ),
        )
        for each in listed
    ]


Counts = Mapping[tuple[UUID, int], int]


def _progress(class_subject: ClassSubject, term: int, pupils: int, filled: Counts, exempt: Counts) -> Progress:
    place = (class_subject.pk, term)
    columns = len(mark_columns(class_subject, term))
    return Progress(filled[place], columns * (pupils - exempt[place]))


def _class_sizes(class_ids: set[UUID]) -> Counter[UUID]:
    present = Enrolment.objects.filter(school_class__in=class_ids, left_on__isnull=True)
    return Counter(dict(present.values_list("school_class").annotate(Count("pk"))))


def _filled(subjects: list[ClassSubject]) -> Counter[tuple[UUID, int]]:
    marks = Mark.objects.filter(
        ~Q(tenths__isnull=True, result=""),
        class_subject__in=subjects,
        term__in=(FIRST, SECOND),
        enrolment__left_on__isnull=True,
    )
    return Counter({(subject, term): n for subject, term, n in _by_subject_and_term(marks)})


def _exempt(subjects: list[ClassSubject]) -> Counter[tuple[UUID, int]]:
    granted = Exemption.objects.filter(class_subject__in=subjects, enrolment__left_on__isnull=True)
    return Counter({(subject, term): n for subject, term, n in _by_subject_and_term(granted)})


def _by_subject_and_term(rows: QuerySet[Any]) -> Iterable[tuple[UUID, int, int]]:
    counted: Iterable[tuple[UUID, int, int]] = (
        rows.order_by().values_list("class_subject", "term").annotate(Count("pk"))
    )
    return counted


def class_progress(school_class: SchoolClass) -> list[SubjectProgress]:
    """Every subject of the class in the form's order."""
    return progress_of(subjects_of(school_class).select_related("school_class"))


def homeroom_progress(school_class: SchoolClass) -> Progress:
    """The homeroom teacher's cells of the year."""
    required = [column.code for column in HOMEROOM if column.required]
    present = Q(enrolment__school_class=school_class, enrolment__left_on__isnull=True, column__in=required)
    filled = HomeroomEntry.objects.filter(present).exclude(value="").count()
    return Progress(filled, len(required) * _class_sizes({school_class.pk})[school_class.pk])
