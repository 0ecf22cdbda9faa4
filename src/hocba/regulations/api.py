"""The only door to the law: what the rest of hocba may ask of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hocba.kernel.codes import CommentResult, Level, Stage
from hocba.kernel.marks import Tenths
from hocba.kernel.problems import ProblemError
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.curriculum import SubjectPlan
from hocba.regulations.engine.citation import Citation
from hocba.regulations.engine.ruleset import Ruleset
from hocba.regulations.engine.trace import Step
from hocba.regulations.json_in import read_record
from hocba.regulations.json_out import write_failure, write_outcome
from hocba.regulations.outcome import AfterSummer, Average, Comment, Outcome, Period, Verdict
from hocba.regulations.record import Assessments, Entry, StudentYear, SubjectYear, Summer, TermRecord
from hocba.regulations.rulesets import RULESETS, ruleset_for
from hocba.regulations.vn import curriculum_2018
from hocba.regulations.vn.tt22_2021 import comment_result as _comment_result
from hocba.regulations.vn.tt22_2021 import conduct as _conduct
from hocba.regulations.vn.tt22_2021 import regular_count as _regular_count
from hocba.regulations.vn.tt22_2021 import term_average as _term_average
from hocba.regulations.vn.tt22_2021 import year_average as _year_average
from hocba.regulations.vn.tt22_2021.parameters import parameters

__all__ = [
    "RULESETS", "AfterSummer", "Assessments", "Average", "Citation", "Comment", "Entry", "Outcome", "Period",
    "Ruleset", "Step", "StudentYear", "SubjectPlan", "SubjectYear", "Summer", "TermRecord", "Verdict",
    "comment_result", "curriculum", "evaluate", "evaluate_json", "regular_count", "ruleset_for", "term_average",
    "year_average", "year_conduct",
]  # fmt: skip

_NOW = parameters(SchoolYear(2025))


def evaluate(record: StudentYear, *, explain: bool = False) -> Outcome:
    """Apply the law to one pupil's year; with ``explain`` the outcome carries its trace.

    Raises ProblemError (``grade.not_in_stage``, ``ruleset.not_found``, ``ruleset.year_not_known``) where no rule set
    judges that grade in that year. Everything else that is wrong stands in ``Outcome.problems``.
    """
    ruleset = ruleset_for(record.stage, record.grade, record.school_year)
    outcome = ruleset.evaluate(record)
    return replace(outcome, trace=ruleset.explain(record, outcome)) if explain else outcome


def evaluate_json(obj: object, *, explain: bool = False) -> dict[str, object]:
    """One line of ``hocba evaluate``: never raises; see ``docs/regulations.md`` for both shapes."""
    try:
        record, unread = read_record(obj)
    except ProblemError as error:
        return write_failure(obj.get("id") if isinstance(obj, dict) else None, error.problem)
    return write_outcome(evaluate(record, explain=explain), unread, explain=explain)


def curriculum(stage: Stage, grade: int) -> Mapping[SubjectCode, SubjectPlan]:
    """Subjects of a grade in the order of the curriculum. Raises ProblemError ``curriculum.not_found``."""
    return curriculum_2018.plan(stage, grade)


def regular_count(subject: SubjectCode, grade: int, *, periods: int | None = None) -> int:
    """How many regular assessments ``subject`` has in each term (Circular 22/2021, article 6 clause 3).

    ``periods`` per year, where the school teaches another number than the curriculum's.
    Raises ProblemError ``curriculum.not_found``, KeyError for a subject that the grade does not have.
    """
    plan = curriculum(Stage.of_grade(grade), grade)[subject]
    return _regular_count.regular_count(plan.kind, periods or plan.periods, _NOW)


def term_average(regular: Sequence[Tenths | None], midterm: Tenths | None, final: Tenths | None) -> Tenths | None:
    """ĐTBmhk; None while a mark is missing. Pass None for each regular mark that is still to come."""
    return _term_average.term_average(regular, midterm, final, _NOW)


def year_average(first: Tenths | None, second: Tenths | None) -> Tenths | None:
    """ĐTBmcn of the two term averages; None while one is missing."""
    return _year_average.year_average(first, second, _NOW)


def comment_result(entries: Sequence[CommentResult | None]) -> CommentResult | None:
    """A comment subject's result in a term, from all its assessments; None while one is missing."""
    return _comment_result.term_result(entries)


def year_conduct(first: Level | None, second: Level | None) -> Level | None:
    """Conduct over the year from the two terms; None while one is missing."""
    return _conduct.year_conduct(first, second, _NOW)
