"""What kind of a year a pupil has: the hidden cause of the marks, the conduct and the remarks."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from hocba.demo import curriculum
from hocba.demo.draw import bell, one_in, weighted
from hocba.kernel.codes import Level
from hocba.kernel.subjects import SubjectCode

# where an average pupil stands in each subject, in tenths of a point
_USUAL: Final[dict[str, int]] = {
    "NGU_VAN": 72, "TOAN": 71, "NGOAI_NGU_1": 71, "GDCD": 82, "LS_DL": 75, "KHTN": 73, "CONG_NGHE": 80, "TIN_HOC": 79,
    "GDTC": 85, "NGHE_THUAT": 85, "HDTN_HN": 86, "GDDP": 84,
}  # fmt: skip

LOWEST, SAFE, HIGHEST = 22, 58, 97
"""Bounds of a standing; from SAFE on no year's average falls below 5.0."""


@dataclass(frozen=True, slots=True)
class Profile:
    """``standing``: where the pupil stands in each subject, in tenths; ``trend``: what the second term adds there."""

    standing: dict[SubjectCode, int]
    trend: dict[SubjectCode, int]
    conduct: tuple[Level, Level]
    absences: int


def draw(rng: Random, grade: int, *, settled: bool) -> Profile:
    """``settled``: high enough everywhere that the year ends in promotion."""
    ability = bell(rng, 13)
    least = SAFE if settled else LOWEST
    return Profile(
        standing={code: max(least, _standing(rng, code, ability)) for code in curriculum.subjects(grade)},
        trend={code: bell(rng, 3) + 1 for code in curriculum.subjects(grade)},
        conduct=_conduct(rng, ability, settled=settled),
        absences=_absences(rng),
    )


def _standing(rng: Random, code: SubjectCode, ability: int) -> int:
    # easy subjects spread pupils less than hard ones
    usual = _USUAL[code]
    reach = ability * (100 - usual) // 26
    return min(HIGHEST, usual + reach + bell(rng, 4))


def _conduct(rng: Random, ability: int, *, settled: bool) -> tuple[Level, Level]:
    usual = {Level.GOOD: 78 + ability, Level.FAIR: 20, Level.PASS: 4 if ability < 0 else 1}
    first = weighted(rng, usual)
    if one_in(rng, 250) and not settled:
        return first, Level.FAIL
    return first, first if rng.randrange(4) else weighted(rng, usual)


def _absences(rng: Random) -> int:
    """Sessions in the year: mostly none or a few, seldom a long illness."""
    if one_in(rng, 120):
        return rng.randint(15, 40)
    return max(0, rng.randint(-2, 6) + (rng.randint(0, 6) if one_in(rng, 5) else 0))
