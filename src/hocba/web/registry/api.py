"""What other apps may use of the registry."""

from __future__ import annotations

from hocba.web.registry.models import Enrolment, PrivateRecord, Student
from hocba.web.registry.policies import student_to_view
from hocba.web.registry.selectors import enrolments_of, history_of, pupils_of, students_visible_to

__all__ = [
    "Enrolment",
    "PrivateRecord",
    "Student",
    "enrolments_of",
    "history_of",
    "pupils_of",
    "student_to_view",
    "students_visible_to",
]
