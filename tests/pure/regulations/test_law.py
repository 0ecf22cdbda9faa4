"""The law's own bookkeeping: citations, dated parameters, which rule set judges what, words for every code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import pytest

from hocba.kernel.codes import AssessmentKind, Stage
from hocba.kernel.problems import ProblemError
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SUBJECT_NAMES
from hocba.regulations.api import RULESETS, curriculum, ruleset_for
from hocba.regulations.engine.citation import Citation
from hocba.regulations.engine.parameters import Amendment, citations, in_force
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.wording.api import messages

ACT = Citation("Thông tư thử", 1)


def test_every_parameter_says_where_the_law_sets_it() -> None:
    cited = citations(Parameters)
    assert str(cited["absences_allowed"]) == "điểm c khoản 1 Điều 12 Thông tư 22/2021/TT-BGDĐT"
    assert {citation.article for citation in cited.values()} == {6, 8, 9, 12, 14, 15}


def test_a_parameter_without_a_citation_is_an_error() -> None:
    @dataclass
    class Bare:
        cited: Annotated[int, ACT] = 1
        uncited: int = 2

    Bare.__annotations__["cited"], Bare.__annotations__["uncited"] = Annotated[int, ACT], int
    with pytest.raises(LookupError, match="uncited"):
        citations(Bare)


def test_amendments_change_later_years_and_never_earlier_ones() -> None:
    later = Amendment(ACT, SchoolYear(2030), {"absences_allowed": 30})
    sooner = Amendment(ACT, SchoolYear(2028), {"absences_allowed": 40})
    allowed = [
        in_force(Parameters(), [later, sooner], SchoolYear(year)).absences_allowed for year in (2027, 2028, 2029, 2030)
    ]
    assert allowed == [45, 40, 40, 30]


def test_every_grade_and_year_has_at_most_one_rule_set() -> None:
    for stage in Stage:
        for grade in stage.grades:
            for year in range(2018, 2032):
                covering = [
                    r for r in RULESETS if r.applies.stage is stage and r.applies.covers(grade, SchoolYear(year))
                ]
                assert len(covering) <= 1


@pytest.mark.parametrize(("grade", "first"), [(6, 2021), (7, 2022), (8, 2023), (9, 2024)])
def test_the_circular_arrived_grade_by_grade(grade: int, first: int) -> None:
    assert ruleset_for(Stage.LOWER_SECONDARY, grade, SchoolYear(first)).id == "tt22-2021"
    with pytest.raises(ProblemError, match=r"ruleset\.not_found"):
        ruleset_for(Stage.LOWER_SECONDARY, grade, SchoolYear(first - 1))


def test_years_that_nobody_has_looked_at_have_no_rule_set() -> None:
    with pytest.raises(ProblemError, match=r"ruleset\.year_not_known"):
        ruleset_for(Stage.LOWER_SECONDARY, 8, SchoolYear(2027))


def test_curriculum_sums_to_the_published_totals() -> None:
    totals = [
        sum(subject.periods for subject in curriculum(Stage.LOWER_SECONDARY, grade).values() if not subject.elective)
        for grade in Stage.LOWER_SECONDARY.grades
    ]
    assert totals == [1015, 1015, 1032, 1032]


def test_curriculum_has_eight_scored_and_four_comment_subjects_with_official_names() -> None:
    plan = curriculum(Stage.LOWER_SECONDARY, 6)
    compulsory = [subject for subject in plan.values() if not subject.elective]
    assert [subject.kind for subject in compulsory].count(AssessmentKind.MARK) == 8
    assert [subject.kind for subject in compulsory].count(AssessmentKind.COMMENT) == 4
    assert plan.keys() <= SUBJECT_NAMES.keys()


def test_every_code_that_the_law_can_raise_has_a_sentence() -> None:
    root = Path(str(files("hocba.regulations")))
    source = "\n".join(
        path.read_text("utf-8") for path in [*root.rglob("*.py"), root.parent / "kernel" / "strict_json.py"]
    )
    raised = set(re.findall(r'(?:Problem|fail|add)\(\s*"([a-z_]+\.[a-z_0-9]+)"', source))
    raised |= {f"interpretation.{rule}" for rule in re.findall(r'_doubt\("([a-z_]+)"', source)}
    assert len(raised) > 25
    assert raised <= messages().keys()
