"""One pupil's school year put together: marks and remarks of every subject, conduct, attendance."""

from __future__ import annotations

from random import Random

from hocba.demo import curriculum, marks, profile, remarks
from hocba.demo.model import PupilYear, SubjectMarks
from hocba.demo.profile import Profile
from hocba.kernel.subjects import SubjectCode


def pupil_year(rng: Random, grade: int) -> PupilYear:
    drawn = profile.draw(rng, grade)
    return PupilYear(
        subjects=tuple(_subject(rng, drawn, code, grade) for code in curriculum.subjects(grade)),
        conduct=drawn.conduct,
        absences=drawn.absences,
        remark=remarks.on_year(rng, drawn),
    )


def _subject(rng: Random, drawn: Profile, code: SubjectCode, grade: int) -> SubjectMarks:
    return SubjectMarks(
        code=code,
        kind=curriculum.kind(code),
        terms=marks.terms(rng, drawn, code, grade),
        remark=remarks.on_subject(rng, drawn, code),
    )
