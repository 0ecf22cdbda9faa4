"""Reads about schools, classes and teaching."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from hocba.web.accounts.api import User, holders
from hocba.web.schools.models import ClassSubject, School, SchoolClass, TeachingAssignment
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Permission, Role


def school_of(actor: Actor) -> School:
    """The school at work."""
    return School.objects.get(pk=actor.school)


def classes_visible_to(actor: Actor) -> QuerySet[SchoolClass]:
    """All classes of the school for its office; a teacher's own (homeroom or taught) otherwise. Any school year."""
    classes = SchoolClass.objects.select_related("homeroom_teacher").order_by("-year_start", "grade", "name")
    if actor.may(Permission.SCHOOL_WIDE):
        return classes
    taught = Q(subjects__assignments__teacher=actor.user_id)
    return classes.filter(taught | Q(homeroom_teacher=actor.user_id)).distinct()


def subjects_of(school_class: SchoolClass) -> QuerySet[ClassSubject]:
    """Subjects of a class in the order of the form, each with its teachers in ``assignments``."""
    teachers = TeachingAssignment.objects.select_related("teacher").order_by("-responsible", "teacher__name_key")
    return school_class.subjects.order_by("position", "subject").prefetch_related(Prefetch("assignments", teachers))


def taught_by(actor: Actor, *, year_start: int) -> QuerySet[ClassSubject]:
    """Subjects that the actor teaches in a year, class by class."""
    return (
        ClassSubject.objects.filter(assignments__teacher=actor.user_id, school_class__year_start=year_start)
        .select_related("school_class")
        .order_by("school_class__grade", "school_class__name", "position")
    )


def is_homeroom_teacher(actor: Actor, school_class: SchoolClass) -> bool:
    return school_class.homeroom_teacher_id == actor.user_id


def teaches(actor: Actor, class_subject: ClassSubject) -> bool:
    return class_subject.assignments.filter(teacher=actor.user_id).exists()


@dataclass(frozen=True, slots=True)
class Teacher:
    """A teacher with the work of one year."""

    user: User
    homeroom: tuple[SchoolClass, ...]
    subjects: tuple[ClassSubject, ...]

    @property
    def by_subject(self) -> dict[str, list[str]]:
        """Names of the classes under each subject."""
        found: dict[str, list[str]] = {}
        for each in self.subjects:
            found.setdefault(each.name, []).append(each.school_class.name)
        return found


def teachers(school: School) -> list[Teacher]:
    """The school's teachers in Vietnamese order, with their classes of the year at work."""
    subjects: dict[int, list[ClassSubject]] = defaultdict(list)
    for assignment in _assignments(school.current_year):
        subjects[assignment.teacher_id].append(assignment.class_subject)
    homerooms: dict[int | None, list[SchoolClass]] = defaultdict(list)
    for school_class in SchoolClass.objects.filter(year_start=school.current_year).order_by("grade", "name"):
        homerooms[school_class.homeroom_teacher_id].append(school_class)
    return [
        Teacher(user, tuple(homerooms[user.pk]), tuple(subjects[user.pk])) for user in holders(school.pk, Role.TEACHER)
    ]


def _assignments(year_start: int) -> QuerySet[TeachingAssignment]:
    return (
        TeachingAssignment.objects.filter(class_subject__school_class__year_start=year_start)
        .select_related("class_subject__school_class")
        .order_by("class_subject__school_class__grade", "class_subject__school_class__name", "class_subject__position")
    )
