"""From the marks on record to each subject's results of term I, term II and the year (articles 6, 7 and 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hocba.kernel.codes import EXEMPT, AssessmentKind
from hocba.kernel.problems import Problem
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.curriculum import SubjectPlan
from hocba.regulations.outcome import Average, Comment
from hocba.regulations.record import Assessments, StudentYear, SubjectYear, TermRecord
from hocba.regulations.vn.curriculum_2018 import Plan
from hocba.regulations.vn.tt22_2021.comment_result import term_result
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.regular_count import regular_count
from hocba.regulations.vn.tt22_2021.term_average import term_average
from hocba.regulations.vn.tt22_2021.year_average import year_average


@dataclass(frozen=True, slots=True)
class Results:
    """Results of one period by subject, in the curriculum's order."""

    averages: dict[SubjectCode, Average] = field(default_factory=dict)
    comments: dict[SubjectCode, Comment] = field(default_factory=dict)


def subject_results(
    record: StudentYear, plan: Plan, p: Parameters, problems: list[Problem]
) -> tuple[Results, Results, Results]:
    """Term I, term II, year. Whatever is wrong is added to ``problems``; its result is unknown, the others stand."""
    first, second, year = Results(), Results(), Results()
    given = _admit(record, plan, problems)
    for code, subject_plan in plan.items():
        subject = given.get(code)
        if subject is None and subject_plan.elective:
            continue
        if subject is None:
            problems.append(Problem("subject.missing", f"subjects.{code}", code))
        if subject_plan.kind is AssessmentKind.MARK:
            marks = _scored(subject, subject_plan, p, problems)
            first.averages[code], second.averages[code], year.averages[code] = marks
        else:
            comments = _commented(subject, subject_plan, p, problems)
            first.comments[code], second.comments[code], year.comments[code] = comments
    return first, second, year


def _admit(record: StudentYear, plan: Plan, problems: list[Problem]) -> dict[SubjectCode, SubjectYear]:
    """Subjects by code; unknown ones are left aside, and of a subject that stands twice neither can be trusted."""
    given: dict[SubjectCode, SubjectYear] = {}
    for subject in record.subjects:
        if subject.code not in plan:
            problems.append(Problem("subject.unknown", f"subjects.{subject.code}", subject.code))
        elif subject.code in given:
            problems.append(Problem("subject.duplicate", f"subjects.{subject.code}", subject.code))
            subject = SubjectYear(subject.code, (Assessments(), Assessments()))
        given[subject.code] = subject
    return given


def _scored(
    subject: SubjectYear | None, plan: SubjectPlan, p: Parameters, problems: list[Problem]
) -> tuple[Average, Average, Average]:
    if subject is None:
        return None, None, None
    count = regular_count(plan.kind, subject.periods or plan.periods, p)
    first, second = _average(subject.terms[0], count, p), _average(subject.terms[1], count, p)
    if first is None or second is None:
        problems.extend(_wrong_counts(subject, count))
    if not isinstance(first, str) and not isinstance(second, str):
        return first, second, year_average(first, second, p)
    if first == second:
        return EXEMPT, EXEMPT, EXEMPT
    problems.append(Problem("interpretation.exempt_one_term", f"subjects.{subject.code}"))
    return first, second, None


def _average(term: TermRecord, count: int, p: Parameters) -> Average:
    if isinstance(term, str):
        return EXEMPT
    if len(term.regular) != count:
        return None
    return term_average(term.regular, term.midterm, term.final, p)  # type: ignore[arg-type] # the subject is scored


def _commented(
    subject: SubjectYear | None, plan: SubjectPlan, p: Parameters, problems: list[Problem]
) -> tuple[Comment, Comment, Comment]:
    if subject is None:
        return None, None, None
    count = regular_count(plan.kind, subject.periods or plan.periods, p)
    first, second = _comment(subject.terms[0], count), _comment(subject.terms[1], count)
    if first is None or second is None:
        problems.extend(_wrong_counts(subject, count))
    return first, second, second


def _comment(term: TermRecord, count: int) -> Comment:
    if isinstance(term, str):
        return EXEMPT
    if len(term.regular) != count:
        return None
    return term_result((*term.regular, term.midterm, term.final))  # type: ignore[arg-type] # by comment


def _wrong_counts(subject: SubjectYear, count: int) -> Iterator[Problem]:
    """The number is fixed. Too few is only wrong once the term is closed by its final assessment."""
    for index, term in enumerate(subject.terms):
        if isinstance(term, str) or len(term.regular) == count:
            continue
        params = {"needed": str(count)}
        path, found = f"subjects.{subject.code}.terms.{index}.regular", str(len(term.regular))
        if len(term.regular) > count:
            yield Problem("regular.too_many", path, found, params)
        elif term.final is not None:
            yield Problem("regular.too_few", path, found, params)
