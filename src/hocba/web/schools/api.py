"""What other apps may use of schools."""

from __future__ import annotations

from hocba.web.schools.cards import cards
from hocba.web.schools.models import Authority, ClassSubject, School, SchoolClass, TeachingAssignment
from hocba.web.schools.policies import class_to_view, homeroom_class, subject_taught, subject_to_view
from hocba.web.schools.selectors import (
    classes_visible_to,
    is_homeroom_teacher,
    school_of,
    subjects_of,
    taught_by,
    teaches,
)

__all__ = [
    "Authority",
    "ClassSubject",
    "School",
    "SchoolClass",
    "TeachingAssignment",
    "cards",
    "class_to_view",
    "classes_visible_to",
    "homeroom_class",
    "is_homeroom_teacher",
    "school_of",
    "subject_taught",
    "subject_to_view",
    "subjects_of",
    "taught_by",
    "teaches",
]
