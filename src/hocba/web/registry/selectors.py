"""Reads about pupils."""

from __future__ import annotations

from django.db.models import QuerySet

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
