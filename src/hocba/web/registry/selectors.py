"""Reads about pupils."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from hocba.kernel.names import clean, fold
from hocba.web.registry.models import Enrolment, Student
from hocba.web.schools.api import SchoolClass, classes_visible_to
from hocba.web.shared.actor import Actor


def pupils_of(school_class: SchoolClass) -> QuerySet[Enrolment]:
    """Present enrolments of a class in Vietnamese name order; ``.student`` is loaded."""
    return _in_order(school_class.enrolments.filter(left_on__isnull=True))


def enrolments_of(school_class: SchoolClass) -> QuerySet[Enrolment]:
    """As ``pupils_of``, with those who have left."""
    return _in_order(school_class.enrolments.all())


def _in_order(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    return enrolments.select_related("student").order_by("student__name_key", "student__code")


def students_visible_to(actor: Actor) -> QuerySet[Student]:
    """Pupils of the classes that the actor may see."""
    visible = Enrolment.objects.filter(school_class__in=classes_visible_to(actor).order_by().values("pk"))
    return Student.objects.filter(pk__in=visible.values("student"))


def history_of(student: Student) -> QuerySet[Enrolment]:
    """Where the pupil has studied in this school, latest first."""
    return student.enrolments.select_related("school_class").order_by("-year_start", "-joined_on")


def found_by(actor: Actor, text: str) -> QuerySet[Student]:
    """Pupils whom the actor may see, in Vietnamese order; by the beginning of a part of the
    name, with or without diacritics, or of the code.

    A text without diacritics finds every spelling, one with diacritics only its own: «ánh» does not find «Anh».
    """
    students = students_visible_to(actor).order_by("name_key", "code")
    wanted = clean(text).casefold()
    if not wanted:
        return students
    plain = fold(wanted) == wanted
    # a school has a few thousand pupils: cheaper to look through than a second column to keep
    hits = [
        pk
        for pk, name, code in students.values_list("pk", "full_name", "code")
        if f" {wanted}" in f" {fold(name) if plain else clean(name).casefold()}" or code.casefold().startswith(wanted)
    ]
    return students.filter(pk__in=hits)


def with_class(students: QuerySet[Student], *, year_start: int) -> QuerySet[Student]:
    """Each with ``present``: the enrolment of that year, if any, its class loaded."""
    present = Enrolment.objects.filter(year_start=year_start, left_on__isnull=True).select_related("school_class")
    return students.prefetch_related(Prefetch("enrolments", present, to_attr="present"))


def classes_to_move_to(student: Student) -> QuerySet[SchoolClass]:
    """The other classes of the pupil's grade and year."""
    present = student.enrolments.filter(left_on__isnull=True).order_by("-year_start").first()
    if present is None:
        return SchoolClass.objects.none()
    own = present.school_class
    same = SchoolClass.objects.filter(year_start=own.year_start, grade=own.grade)
    return same.exclude(pk=own.pk).order_by("name")
