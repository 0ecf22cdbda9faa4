"""An invented year for the pupils of the little world, without a gradebook."""

from __future__ import annotations

from hocba.kernel.codes import AssessmentKind, Decision, Level
from hocba.kernel.marks import Tenths
from hocba.transcript.model import LevelPair, YearSummary
from hocba.web.registry.api import pupils_of
from hocba.web.results.api import SubjectInput, TranscriptInput
from hocba.web.schools.api import ClassSubject, SchoolClass, subjects_of


def class_years(school_class: SchoolClass) -> tuple[TranscriptInput, ...]:
    """Everybody in the class, complete."""
    pair = LevelPair(Level.GOOD, Level.FAIR)
    summary = YearSummary(
        term1=pair, term2=pair, year=pair, after_summer=LevelPair(None, None), absences=3,
        decision=Decision.PROMOTED, honour=None, remark="Chăm ngoan, cần mạnh dạn hơn.",
    )  # fmt: skip
    subjects = tuple(map(_subject, subjects_of(school_class)))
    return tuple(
        TranscriptInput(each, "vn-tt22-2021", subjects, summary, missing=(), doubts=())
        for each in pupils_of(school_class)
    )


def _subject(subject: ClassSubject) -> SubjectInput:
    return SubjectInput(
        class_subject=subject, code=subject.subject, name=subject.name, kind=AssessmentKind.MARK,
        term1=Tenths(75), term2=Tenths(80), year=Tenths(78), reassessed=None, remark=f"Nắm vững môn {subject.name}.",
    )  # fmt: skip
