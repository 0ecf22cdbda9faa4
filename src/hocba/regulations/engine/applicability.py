"""Law arrives grade by grade: which school years of which grades a rule set judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hocba.kernel.codes import Stage
from hocba.kernel.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Applicability:
    """Two axes: grade × school year.

    ``first_year``: for each grade the first school year in which the rule set judges it.
    ``last_year``: the last school year for which somebody has looked that the law still stands. A later year
    has no rule set until it is looked at again: results of the future are not promised.
    """

    stage: Stage
    first_year: Mapping[int, SchoolYear]
    last_year: SchoolYear

    def covers(self, grade: int, school_year: SchoolYear) -> bool:
        first = self.first_year.get(grade)
        return first is not None and first <= school_year <= self.last_year
