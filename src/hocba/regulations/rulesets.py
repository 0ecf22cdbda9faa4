"""Which rule set judges which grade in which school year. At most one does."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from hocba.kernel.codes import Stage
from hocba.kernel.problems import fail
from hocba.kernel.school_year import SchoolYear
from hocba.regulations.engine.applicability import Applicability
from hocba.regulations.engine.ruleset import Ruleset
from hocba.regulations.vn.tt22_2021.explain import explain
from hocba.regulations.vn.tt22_2021.year import RULESET_ID, evaluate

_LAST_LOOKED_AT = SchoolYear(2026)

RULESETS: tuple[Ruleset, ...] = (
    Ruleset(
        id=RULESET_ID,
        title="Thông tư 22/2021/TT-BGDĐT, trung học cơ sở",
        applies=Applicability(
            stage=Stage.LOWER_SECONDARY,
            # article 21: grade by grade from 2021-2022
            first_year=MappingProxyType({grade: SchoolYear(2015 + grade) for grade in Stage.LOWER_SECONDARY.grades}),
            last_year=_LAST_LOOKED_AT,
        ),
        evaluate=evaluate,
        explain=explain,
    ),
)


@cache
def ruleset_for(stage: Stage, grade: int, school_year: SchoolYear) -> Ruleset:
    """Raises ProblemError: ``grade.not_in_stage``, ``ruleset.not_found``, ``ruleset.year_not_known``."""
    if grade not in stage.grades:
        raise fail("grade.not_in_stage", "grade", str(grade), stage=stage)
    if school_year > _LAST_LOOKED_AT:
        raise fail("ruleset.year_not_known", "school_year", str(school_year), last=str(_LAST_LOOKED_AT))
    for ruleset in RULESETS:
        if ruleset.applies.stage is stage and ruleset.applies.covers(grade, school_year):
            return ruleset
    raise fail("ruleset.not_found", "grade", str(grade), stage=stage, school_year=str(school_year))
