"""Where a part may go: marks of a subject in a term, or the list of a class. Only what is the actor's to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from hocba.interchange.spreadsheets.api import SheetKind, SheetReading
from hocba.kernel.names import fold
from hocba.web.gradebook.api import FIRST, SECOND, has_gradebook
from hocba.web.schools.api import ClassSubject, SchoolClass, classes_visible_to, taught_by
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class Target:
    """Without ``class_subject`` it is the list of the class."""

    school_class: SchoolClass
    class_subject: ClassSubject | None = None
    term: int | None = None

    @property
    def key(self) -> str:
        return f"{self.class_subject.pk}/{self.term}" if self.class_subject else str(self.school_class.pk)

    @property
    def kind(self) -> SheetKind:
        return SheetKind.GRADEBOOK if self.class_subject else SheetKind.CLASS_LIST

    @property
    def label(self) -> str:
        if self.class_subject is None:
            return gettext("Danh sách lớp %(class)s") % {"class": self.school_class.name}
        names = {"subject": self.class_subject.name, "class": self.school_class.name, "term": "I" * (self.term or 0)}
        return gettext("%(subject)s, lớp %(class)s, học kì %(term)s") % names


def targets_of(actor: Actor) -> list[Target]:
    """Of the school year at work."""
    return [*_subjects(actor), *_classes(actor)]


def _subjects(actor: Actor) -> list[Target]:
    if not actor.may(Permission.MARK_ENTER) or actor.school_year is None:
        return []
    taught = taught_by(actor, year_start=actor.school_year.start)
    return [
        Target(each.school_class, each, term)
        for each in taught
        if has_gradebook(each.school_class.stage)
        for term in (FIRST, SECOND)
    ]


def _classes(actor: Actor) -> list[Target]:
    if actor.school_year is None:
        return []
    classes = classes_visible_to(actor).filter(year_start=actor.school_year.start)
    if not actor.may(Permission.STUDENT_EDIT):
        classes = classes.filter(homeroom_teacher=actor.user_id)
    return [Target(each) for each in classes]


def recognised(reading: SheetReading, targets: Sequence[Target]) -> Target | None:
    """The only one that agrees with everything that the sheet says; None where it says too little, or another year."""
    fitting = [target for target in targets if target.kind is reading.kind and _agrees(reading, target)]
    return fitting[0] if len(fitting) == 1 else None


def _agrees(reading: SheetReading, target: Target) -> bool:
    pairs = [
        (reading.school_class and _bare(reading.school_class), _bare(target.school_class.name)),
        (reading.school_year, str(target.school_class.school_year)),
    ]
    if target.class_subject is not None:
        pairs += [
            (reading.subject, target.class_subject.subject),
            (str(reading.term) if reading.term else None, str(target.term)),
        ]
    return all(said is None or said == known for said, known in pairs)


def _bare(class_name: str) -> str:
    return fold(class_name).replace(" ", "")
