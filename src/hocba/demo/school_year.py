"""One pupil's school year put together: marks and remarks of every subject, conduct, attendance."""

from __future__ import annotations

from random import Random

from hocba.demo import curriculum, marks, profile, remarks
from hocba.demo.model import PupilYear, SubjectMarks
from hocba.demo.profile import Profile
from hocba.regulations.api import SubjectPlan


def pupil_year(rng: Random, grade: int, *, settled: bool = False) -> PupilYear:
    """``settled``: a year that ends in promotion, with nothing left for the summer."""
    drawn = profile.draw(rng, grade, settled=settled)
    return PupilYear(
        subjects=tuple(_subject(rng, drawn, plan, grade) for plan in curriculum.subjects(grade).values()),
        conduct=drawn.conduct,
        absences=drawn.absences,
        remark=remarks.on_year(rng, drawn),
    )


def _subject(rng: Random, drawn: Profile, plan: SubjectPlan, grade: int) -> SubjectMarks:
    return SubjectMarks(
        code=plan.code,
        kind=plan.kind,
        terms=marks.terms(rng, drawn, plan.code, grade),
        remark=remarks.on_subject(rng, drawn, plan.code),
    )
