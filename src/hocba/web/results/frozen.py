"""What issuance takes from the year: the values of the form, pupil by pupil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hocba.kernel.codes import AssessmentKind, Decision, Honour
from hocba.kernel.problems import Problem
from hocba.regulations.api import Outcome
from hocba.transcript.model import LevelPair, SubjectValue, YearSummary
from hocba.web.gradebook.api import Entries
from hocba.web.registry.api import Enrolment
from hocba.web.results.records import re_assessed
from hocba.web.results.rulings import Doubt
from hocba.web.results.selectors import PupilResult, class_results, value_in
from hocba.web.schools.api import ClassSubject, SchoolClass

COMPLETION: Final = {
    Decision.COMPLETED: "Hoàn thành chương trình trung học cơ sở",
    Decision.RETAINED: "Chưa hoàn thành chương trình trung học cơ sở",
}
TITLES: Final = {Honour.EXCELLENT: "Học sinh Xuất sắc", Honour.GOOD: "Học sinh Giỏi"}


@dataclass(frozen=True, slots=True)
class SubjectInput:
    """One row of the year's subject table. ``class_subject.assignments`` holds the teachers, responsible one first."""

    class_subject: ClassSubject
    code: str
    name: str
    kind: AssessmentKind
    term1: SubjectValue
    term2: SubjectValue
    year: SubjectValue
    reassessed: SubjectValue
    remark: str


@dataclass(frozen=True, slots=True)
class TranscriptInput:
    """Everything about one pupil's year that a transcript prints.

    ``missing``: gaps, faults and unsettled doubts, all of which keep it from being frozen; ``doubts``: places that are
    read in two ways, settled or not.
    """

    enrolment: Enrolment
    ruleset: str
    subjects: tuple[SubjectInput, ...]
    summary: YearSummary
    missing: tuple[Problem, ...]
    doubts: tuple[Doubt, ...]


def frozen_inputs(school_class: SchoolClass) -> tuple[TranscriptInput, ...]:
    """Present pupils in Vietnamese order. Raises ProblemError where no rule set judges the grade in that year."""
    results = class_results(school_class)
    return tuple(_input(each, results.subjects, school_class) for each in results.pupils)


def _input(result: PupilResult, subjects: tuple[ClassSubject, ...], school_class: SchoolClass) -> TranscriptInput:
    doubts = result.doubts
    return TranscriptInput(
        enrolment=result.enrolment,
        ruleset=result.outcome.ruleset,
        subjects=tuple(_subject(each, result) for each in subjects),
        summary=_summary(result.outcome, result.entries, school_class),
        missing=(*result.missing, *result.faults, *(each.obstacle for each in doubts if each.obstacle)),
        doubts=doubts,
    )


def _subject(subject: ClassSubject, result: PupilResult) -> SubjectInput:
    first, second = result.outcome.terms
    return SubjectInput(
        class_subject=subject,
        code=subject.subject,
        name=subject.name,
        kind=subject.assessment,
        term1=value_in(first, subject),
        term2=value_in(second, subject),
        year=value_in(result.outcome.year, subject),
        reassessed=re_assessed(subject, result.entries),
        remark=result.entries.remarks.get(subject.pk, ""),
    )


def _summary(outcome: Outcome, entries: Entries, school_class: SchoolClass) -> YearSummary:
    first, second = outcome.terms
    after = outcome.after_summer
    last_grade = school_class.grade == school_class.stage.grades[-1]
    return YearSummary(
        term1=LevelPair(entries.conduct[0], first.verdict.level),
        term2=LevelPair(entries.conduct[1], second.verdict.level),
        year=LevelPair(outcome.conduct, outcome.year.verdict.level),
        after_summer=LevelPair(after.conduct, after.level) if after else LevelPair(None, None),
        absences=entries.absences,
        decision=outcome.decision,
        honour=outcome.honour,
        completion=COMPLETION.get(outcome.decision, "") if last_grade else "",
        certificates=entries.text("cc"),
        contests=entries.text("thi"),
        awards=_awards(outcome, entries, school_class),
        summer_conduct=entries.text("rlhnx"),
        remark=entries.text("nx"),
    )


def _awards(outcome: Outcome, entries: Entries, school_class: SchoolClass) -> str:
    title = f"{TITLES[outcome.honour]} năm học {school_class.school_year}" if outcome.honour else ""
    return "; ".join(part for part in (title, entries.text("kt")) if part)
