"""How far each school and each class has come, from numbers alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from hocba.web.gradebook.api import FIRST, SECOND, Progress, has_gradebook, mark_columns
from hocba.web.issuance.api import ClassCount, class_counts
from hocba.web.schools.api import ClassSubject, School, SchoolClass
from hocba.web.shared.actor import Actor
from hocba.web.supervision.counts import SubjectCount, subject_counts

NOTHING = Progress(0, 0)


@dataclass(frozen=True, slots=True)
class ClassProgress:
    """One class. ``subjects``: marks per subject; empty where this version keeps no gradebook for the stage.

    ``open``: transcripts drafted and being signed; ``issued``: sealed and in the register.
    """

    class_id: UUID
    name: str
    grade: int
    pupils: int
    subjects: tuple[Progress, ...]
    open: int
    issued: int

    @property
    def entry(self) -> Progress:
        return sum(self.subjects, NOTHING)

    @property
    def subjects_complete(self) -> int:
        return sum(each.complete for each in self.subjects)

    @property
    def entered(self) -> bool:
        return self.entry.complete

    @property
    def is_issued(self) -> bool:
        return self.issued >= self.pupils


@dataclass(frozen=True, slots=True)
class SchoolProgress:
    """One school with its classes in order of grade and name."""

    school: School
    classes: tuple[ClassProgress, ...]

    @property
    def pupils(self) -> int:
        return sum(each.pupils for each in self.classes)

    @property
    def entry(self) -> Progress:
        return sum((each.entry for each in self.classes), NOTHING)

    @property
    def subjects(self) -> int:
        return sum(len(each.subjects) for each in self.classes)

    @property
    def subjects_complete(self) -> int:
        return sum(each.subjects_complete for each in self.classes)

    @property
    def open(self) -> int:
        return sum(each.open for each in self.classes)

    @property
    def issued(self) -> int:
        return sum(each.issued for each in self.classes)


def schools_of(actor: Actor) -> list[School]:
    """The schools below the actor's authority, by name."""
    return list(School.objects.filter(pk__in=actor.supervised).order_by("name"))


def progress_of(schools: Iterable[School]) -> list[SchoolProgress]:
    """Each school in its own year at work; two queries per year, however many schools."""
    listed = list(schools)
    found: dict[int, list[ClassProgress]] = {}
    for year_start in sorted({school.current_year for school in listed}):
        of_year = _by_school(year_start)
        found |= {school.pk: of_year[school.pk] for school in listed if school.current_year == year_start}
    return [SchoolProgress(school, tuple(found[school.pk])) for school in listed]


def _by_school(year_start: int) -> Mapping[int, list[ClassProgress]]:
    subjects: dict[UUID, list[SubjectCount]] = defaultdict(list)
    for count in subject_counts(year_start=year_start):
        subjects[count.class_id].append(count)
    found: dict[int, list[ClassProgress]] = defaultdict(list)
    for each in class_counts(year_start=year_start):
        found[each.school_id].append(_class_progress(each, subjects[each.class_id]))
    return found


def _class_progress(counts: ClassCount, subjects: Iterable[SubjectCount]) -> ClassProgress:
    school_class = SchoolClass(grade=counts.grade)
    kept = subjects if has_gradebook(school_class.stage) else ()
    return ClassProgress(
        class_id=counts.class_id,
        name=counts.class_name,
        grade=counts.grade,
        pupils=counts.pupils,
        subjects=tuple(_subject_progress(each, school_class) for each in kept),
        open=counts.open,
        issued=counts.issued,
    )


def _subject_progress(count: SubjectCount, school_class: SchoolClass) -> Progress:
    subject = ClassSubject(school_class=school_class, subject=count.subject, kind=count.kind, periods=count.periods)
    terms = zip((FIRST, SECOND), count.filled, count.exempt, strict=True)
    return sum(
        (
            Progress(filled, len(mark_columns(subject, term)) * (count.pupils - exempt))
            for term, filled, exempt in terms
        ),
        NOTHING,
    )
