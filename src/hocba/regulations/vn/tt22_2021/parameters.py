"""Every number of Circular 22/2021, with the place that sets it. Marks are in tenths of a point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Annotated

from hocba.kernel.codes import Level
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.regulations.engine.parameters import Amendment, in_force
from hocba.regulations.vn.tt22_2021.source import article

T, K, D, C = Level.GOOD, Level.FAIR, Level.PASS, Level.FAIL


@dataclass(frozen=True, slots=True)
class LevelRequirement:
    """What a level of learning asks for: every mark ``>= all_marks``, enough marks ``>= many_marks``."""

    all_marks: Tenths
    many_marks: Tenths
    failed_comments: int
    """How many comment subjects may be Chưa đạt."""


_FIVE, _NINE = Tenths(50), Tenths(90)
_LEVELS = MappingProxyType(
    {
        T: LevelRequirement(Tenths(65), Tenths(80), failed_comments=0),
        K: LevelRequirement(Tenths(50), Tenths(65), failed_comments=0),
        D: LevelRequirement(Tenths(35), Tenths(50), failed_comments=1),
    }
)
_CONDUCT = MappingProxyType(
    {
        # (term I, term II): year
        (T, T): T, (T, K): K, (T, D): K, (T, C): C,
        (K, T): T, (K, K): K, (K, D): D, (K, C): C,
        (D, T): K, (D, K): K, (D, D): D, (D, C): C,
        (C, T): K, (C, K): D, (C, D): D, (C, C): C,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parameters:
    comment_regular_count: Annotated[int, article(6, 3, "a")] = 2
    regular_counts: Annotated[tuple[tuple[int, int], ...], article(6, 3, "b")] = ((35, 2), (70, 3))
    """(up to so many periods a year, so many regular marks a term)."""
    most_regular: Annotated[int, article(6, 3, "b")] = 4
    midterm_weight: Annotated[int, article(9, 1, "b")] = 2
    final_weight: Annotated[int, article(9, 1, "b")] = 3
    second_term_weight: Annotated[int, article(9, 1, "b")] = 2
    levels: Annotated[Mapping[Level, LevelRequirement], article(9, 2)] = field(default_factory=lambda: _LEVELS)
    """From the highest down; what meets none is Chưa đạt."""
    many: Annotated[int, article(9, 2)] = 6
    """The «at least 6 subjects» of every level."""
    adjusted_drop: Annotated[int, article(9, 3)] = 2
    adjusted_from: Annotated[tuple[Level, ...], article(9, 3)] = (T, K)
    year_conduct: Annotated[Mapping[tuple[Level, Level], Level], article(8, 2, "b")] = field(
        default_factory=lambda: _CONDUCT
    )
    absences_allowed: Annotated[int, article(12, 1, "c")] = 45
    reassessed_below: Annotated[Tenths, article(14)] = _FIVE
    excellent_mark: Annotated[Tenths, article(15, 1, "a")] = _NINE
    excellent_count: Annotated[int, article(15, 1, "a")] = 6


AMENDMENTS: tuple[Amendment, ...] = ()
"""None has been issued up to November 2026."""


@cache
def parameters(school_year: SchoolYear) -> Parameters:
    return in_force(Parameters(), AMENDMENTS, school_year)
