"""A pupil's marks of a year: as many as the law wants, spread around where the pupil stands."""

from __future__ import annotations

from random import Random

from hocba.demo import curriculum
from hocba.demo.draw import bell, one_in
from hocba.demo.model import Cell, TermMarks
from hocba.demo.profile import Profile
from hocba.kernel.codes import AssessmentKind, CommentResult
from hocba.kernel.marks import HIGHEST, LOWEST, Tenths, round_half_up
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import regular_count

NEEDS_HELP = 45
"""Below this standing a comment-assessed result may be Chưa đạt."""


def terms(rng: Random, profile: Profile, subject: SubjectCode, grade: int) -> tuple[TermMarks, TermMarks]:
    standing = profile.standing[subject]
    later = standing + profile.trend[subject]
    count = regular_count(subject, grade)
    if curriculum.subjects(grade)[subject].kind is AssessmentKind.COMMENT:
        return _commented(rng, standing, count), _commented(rng, later, count)
    return _marked(rng, standing, count), _marked(rng, later, count)


def _marked(rng: Random, standing: int, count: int) -> TermMarks:
    return TermMarks(
        regular=tuple(_regular(rng, standing) for _ in range(count)),
        midterm=_test(rng, standing - 2, step=5),
        final=_test(rng, standing - 3, step=1),
    )


def _regular(rng: Random, standing: int) -> Cell:
    """Oral answers and short tests: whole points as a rule, sometimes a half."""
    return _near(rng, standing + 3, width=7, step=5 if one_in(rng, 4) else 10)


def _test(rng: Random, standing: int, *, step: int) -> Cell:
    return _near(rng, standing, width=6, step=step)


def _near(rng: Random, standing: int, *, width: int, step: int) -> Tenths:
    drawn = max(LOWEST, standing + bell(rng, width))
    return Tenths(min(HIGHEST, step * round_half_up(drawn, step)))


def _commented(rng: Random, standing: int, count: int) -> TermMarks:
    def result() -> Cell:
        fails = standing < NEEDS_HELP and one_in(rng, 6)
        return CommentResult.FAIL if fails else CommentResult.PASS

    return TermMarks(regular=tuple(result() for _ in range(count)), midterm=result(), final=result())
