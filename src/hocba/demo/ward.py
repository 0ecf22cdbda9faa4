"""The invented ward Đồ Sơn in the school year 2025-2026, complete and repeatable."""

from __future__ import annotations

from functools import cache

from hocba.demo import places, staff
from hocba.demo.draw import stream
from hocba.demo.model import Position, Ward
from hocba.demo.school import SCHOOLS, build_school
from hocba.kernel.school_year import SchoolYear

SCHOOL_YEAR = SchoolYear(2025)
DEFAULT_SEED = 2025


def build(seed: int = DEFAULT_SEED) -> Ward:
    """The same seed gives the same ward, down to the last mark."""
    return _ward(seed, pupils=True)


def build_staff(seed: int = DEFAULT_SEED) -> Ward:
    """The same ward with empty classes: who works where costs next to nothing."""
    return _ward(seed, pupils=False)


@cache
def _ward(seed: int, *, pupils: bool) -> Ward:
    return Ward(
        name=places.WARD,
        province=places.PROVINCE,
        school_year=SCHOOL_YEAR,
        officer=staff.member(stream(seed, "ward"), Position.WARD_OFFICER, school=0, serial=1),
        schools=tuple(build_school(seed, plan, SCHOOL_YEAR, pupils=pupils) for plan in SCHOOLS),
    )
