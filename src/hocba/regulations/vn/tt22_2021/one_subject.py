"""Raising a level that a single subject alone had pulled down (article 9, clause 3).

«Bị thấp xuống từ hai mức trở lên so với mức đánh giá quy định tại điểm a, điểm b … chỉ do kết quả đánh giá của
duy nhất một môn học»: read literally, the level with that subject's result at its best is compared with the level
as it is. A comment subject is a subject too. Two other readings are in use: that comment subjects cannot be the
cause, and that the subject is left out rather than imagined at its best; where they end elsewhere, it is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from hocba.kernel.codes import Level
from hocba.kernel.marks import HIGHEST, Tenths
from hocba.kernel.subjects import SubjectCode, subject_name
from hocba.regulations.vn.tt22_2021.level import level_of
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article
from hocba.regulations.vn.tt22_2021.words import LEVEL

CITATION = article(9, 3)


def drops_enough(actual: Level, otherwise: Level, p: Parameters) -> bool:
    return otherwise in p.adjusted_from and otherwise.rank - actual.rank >= p.adjusted_drop


def without_the_fault(ordered: Sequence[Tenths], failed_comments: int, p: Parameters) -> Level:
    """The level if the one possible cause were at its best.

    Only one subject can be the cause: the failed comment subject if there is one, else the lowest mark,
    for no other replacement gives a higher level.
    """
    if failed_comments:
        return level_of(ordered, failed_comments - 1, p)
    return level_of([*ordered[1:], HIGHEST], 0, p)


def left_out_agrees(ordered: Sequence[Tenths], actual: Level, p: Parameters) -> bool:
    """Whether leaving the lowest mark out, instead of imagining it at its best, adjusts as well."""
    rest = ordered[1:]
    return len(rest) >= p.many and drops_enough(actual, level_of(rest, 0, p), p)


def raised(level: Level) -> Level:
    """The next level up."""
    return Level(list(Level)[list(Level).index(level) - 1])


def sentence(before: Level, after: Level, cause: SubjectCode) -> str:
    return (
        f"Mức {LEVEL[before]} được điều chỉnh lên mức {LEVEL[after]}, vì chỉ riêng kết quả môn {subject_name(cause)}"
        " làm kết quả học tập thấp xuống từ hai mức trở lên."
    )
