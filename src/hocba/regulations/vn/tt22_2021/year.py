"""The whole chain of Circular 22/2021 for one pupil's year."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from hocba.kernel.codes import Decision, Level, Stage
from hocba.kernel.problems import Problem
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.outcome import AfterSummer, Outcome, Period
from hocba.regulations.record import StudentYear, Summer
from hocba.regulations.vn import curriculum_2018
from hocba.regulations.vn.tt22_2021.conduct import year_conduct
from hocba.regulations.vn.tt22_2021.honours import honour
from hocba.regulations.vn.tt22_2021.learning import doubts, judge
from hocba.regulations.vn.tt22_2021.parameters import Parameters, parameters
from hocba.regulations.vn.tt22_2021.promotion import decide
from hocba.regulations.vn.tt22_2021.subject_results import Results, subject_results
from hocba.regulations.vn.tt22_2021.summer import not_due, standing

RULESET_ID = "tt22-2021"
_NO_SUMMER = Summer()
_NO_DOUBT = {Decision.UNDETERMINED, Decision.RETAINED}


def evaluate(record: StudentYear) -> Outcome:
    """Marks → averages → levels → conduct → standing after summer → decision → honours."""
    p = parameters(record.school_year)
    summer = record.summer or _NO_SUMMER
    problems: list[Problem] = []
    plan = curriculum_2018.plan(record.stage, record.grade)
    term1, term2, year = (_period(results, p) for results in subject_results(record, plan, p, problems))
    conduct = year_conduct(*record.conduct, p)
    stands = standing(year, conduct, summer, p)
    decision = decide(stands, record.absences, p, last_grade=record.grade == record.stage.grades[-1])
    electives = _electives(record.stage, record.grade)
    for path, period in (("terms.0", term1), ("terms.1", term2), ("year", year)):
        problems.extend(doubts(f"{path}.level", period, electives, p))
    if stands.learning is not year:
        problems.extend(doubts("summer.level", stands.learning, electives, p))
    problems.extend(_both_failed(year, conduct, decision))
    problems.extend(not_due(year, conduct, record.absences, summer, p))
    return Outcome(
        id=record.id,
        ruleset=RULESET_ID,
        terms=(term1, term2),
        year=year,
        conduct=conduct,
        honour=honour(year, conduct, p),
        decision=decision,
        reassess=stands.outstanding if decision is Decision.REASSESS else (),
        after_summer=AfterSummer(stands.level, stands.conduct) if record.summer else None,
        problems=tuple(problems),
    )


def _period(results: Results, p: Parameters) -> Period:
    return Period(results.averages, results.comments, judge(results.averages, results.comments, p))


def _both_failed(year: Period, conduct: Level | None, decision: Decision) -> Iterator[Problem]:
    """Article 14 speaks of pupils whose conduct is Đạt; whether training opens the way to it is read in two ways."""
    if year.verdict.level is Level.FAIL and conduct is Level.FAIL and decision not in _NO_DOUBT:
        params = {"applied": str(decision), "other": str(Decision.RETAINED)}
        yield Problem("interpretation.both_failed", "year.decision", params=params)


@cache
def _electives(stage: Stage, grade: int) -> Set[SubjectCode]:
    plan = curriculum_2018.plan(stage, grade)
    return frozenset(code for code, subject in plan.items() if subject.elective)
