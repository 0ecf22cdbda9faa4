"""What other apps may use of the registry."""

from __future__ import annotations

from hocba.web.registry.models import Enrolment, PrivateRecord, Student
from hocba.web.registry.policies import student_to_view
from hocba.web.registry.selectors import enrolments_of, history_of, pupils_of, students_visible_to
from hocba.web.registry.services import Particulars, admit, correct, enrol, take_back

__all__ = [
    "Enrolment",
    "Particulars",
    "PrivateRecord",
    "Student",
    "admit",
    "correct",
    "enrol",
    "enrolments_of",
    "history_of",
    "pupils_of",
    "student_to_view",
    "students_visible_to",
    "take_back",
]
