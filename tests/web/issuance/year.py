"""An invented year for the pupils of the little world, without a gradebook."""

from __future__ import annotations

from hocba.kernel.codes import AssessmentKind, Decision, Level
from hocba.kernel.marks import Tenths
from hocba.transcript.model import LevelPair, YearSummary
from hocba.web.issuance.source import PupilYear, SubjectYear
from hocba.web.registry.api import pupils_of
from hocba.web.schools.api import SchoolClass

SUBJECTS = (("TOAN", "Toán"), ("NGU_VAN", "Ngữ văn"))


def class_years(school_class: SchoolClass) -> tuple[PupilYear, ...]:
    """Everybody in the class, complete."""
    pair = LevelPair(Level.GOOD, Level.FAIR)
    summary = YearSummary(
        term1=pair, term2=pair, year=pair, after_summer=LevelPair(None, None), absences=3,
        decision=Decision.PROMOTED, honour=None, remark="Chăm ngoan, cần mạnh dạn hơn.",
    )  # fmt: skip
    subjects = tuple(
        SubjectYear(code, name, AssessmentKind.MARK, Tenths(75), Tenths(80), Tenths(78), None, f"Nắm vững môn {name}.")
        for code, name in SUBJECTS
    )
    return tuple(PupilYear(each, "vn-tt22-2021", subjects, summary) for each in pupils_of(school_class))
