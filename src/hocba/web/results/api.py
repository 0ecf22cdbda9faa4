"""What other apps may use of the results."""

from __future__ import annotations

from hocba.web.results.frozen import SubjectInput, TranscriptInput, frozen_inputs
from hocba.web.results.records import student_year
from hocba.web.results.selectors import ClassResults, PupilResult, class_results, explained

__all__ = [
    "ClassResults",
    "PupilResult",
    "SubjectInput",
    "TranscriptInput",
    "class_results",
    "explained",
    "frozen_inputs",
    "student_year",
]
