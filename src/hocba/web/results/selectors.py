"""Results are computed when they are read (decision 0006): nothing that follows from the entries is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hocba.kernel.codes import AssessmentKind
from hocba.kernel.problems import Problem
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import Outcome, Period, evaluate
from hocba.transcript.model import SubjectValue
from hocba.web.gradebook.api import Entries, entries_of
from hocba.web.registry.api import Enrolment, pupils_of
from hocba.web.results.missing import missing_of
from hocba.web.results.records import student_year
from hocba.web.results.rulings import Doubt, Rulings, doubts_of, rulings_of
from hocba.web.schools.api import ClassSubject, SchoolClass, subjects_of

DOUBT = "interpretation."
"""Codes of places where the law admits two readings."""


@dataclass(frozen=True, slots=True)
class PupilResult:
    """One pupil's year as entered and as judged."""

    enrolment: Enrolment
    entries: Entries
    outcome: Outcome
    missing: tuple[Problem, ...]
    rulings: Rulings

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong with the record, apart from gaps and doubts."""
        return tuple(each for each in self.outcome.problems if not each.code.startswith(DOUBT))

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where the school's head has to say which reading holds, with what has been said."""
        found = [each for each in self.outcome.problems if each.code.startswith(DOUBT)]
        return doubts_of(self.enrolment, found, self.rulings)


@dataclass(frozen=True, slots=True)
class ClassResults:
    """A class in its own order. ``subjects`` have ``school_class`` loaded, and their teachers in ``assignments``."""

    school_class: SchoolClass
    subjects: tuple[ClassSubject, ...]
    pupils: tuple[PupilResult, ...]


def class_results(school_class: SchoolClass, *, remarks: bool = True) -> ClassResults:
    """Judge every present pupil now. Raises ProblemError where no rule set judges the grade in that year."""
    subjects = tuple(subjects_of(school_class).select_related("school_class"))
    held = entries_of(school_class, remarks=remarks)
    present = list(pupils_of(school_class))
    rulings = rulings_of(present)
    pupils = tuple(_judge(each, held[each.pk], school_class, subjects, remarks, rulings) for each in present)
    return ClassResults(school_class, subjects, pupils)


def _judge(
    enrolment: Enrolment,
    entries: Entries,
    school_class: SchoolClass,
    subjects: Sequence[ClassSubject],
    remarks: bool,
    rulings: Rulings,
) -> PupilResult:
    record = student_year(enrolment.pk, entries, school_class=school_class, subjects=subjects)
    missing = tuple(missing_of(entries, subjects, remarks=remarks))
    return PupilResult(enrolment, entries, evaluate(record), missing, rulings)


def doubts_now(enrolment: Enrolment) -> tuple[Doubt, ...]:
    """One pupil's doubts. Raises ProblemError where no rule set judges the grade."""
    outcome, _ = explained(enrolment)
    found = [each for each in outcome.problems if each.code.startswith(DOUBT)]
    return doubts_of(enrolment, found, rulings_of([enrolment]))


def explained(enrolment: Enrolment) -> tuple[Outcome, tuple[ClassSubject, ...]]:
    """One pupil's outcome with its trace."""
    school_class = enrolment.school_class
    subjects = tuple(subjects_of(school_class).select_related("school_class"))
    entries = entries_of(school_class)[enrolment.pk]
    record = student_year(enrolment.pk, entries, school_class=school_class, subjects=subjects)
    return evaluate(record, explain=True), subjects


def value_in(period: Period, subject: ClassSubject) -> SubjectValue:
    """A subject's result in a term or the year."""
    results = period.averages if subject.assessment is AssessmentKind.MARK else period.comments
    return results.get(SubjectCode(subject.subject))
