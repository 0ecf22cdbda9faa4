"""What the year has given: the only place where issuance asks gradebook and results."""

from __future__ import annotations

from dataclasses import dataclass

from hocba.kernel.codes import AssessmentKind
from hocba.kernel.problems import Problem
from hocba.transcript.model import SubjectValue, YearSummary
from hocba.web.registry.api import Enrolment
from hocba.web.schools.api import SchoolClass
from hocba.web.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class SubjectYear:
    """One subject of one pupil: results and the teacher's remark."""

    code: str
    name: str
    kind: AssessmentKind
    term1: SubjectValue
    term2: SubjectValue
    year: SubjectValue
    reassessed: SubjectValue
    remark: str


@dataclass(frozen=True, slots=True)
class PupilYear:
    """Everything about one pupil's year that the transcript prints. ``missing``: what is not complete yet."""

    enrolment: Enrolment
    ruleset: str
    subjects: tuple[SubjectYear, ...]
    summary: YearSummary
    missing: tuple[Problem, ...] = ()


def class_years(school_class: SchoolClass) -> tuple[PupilYear, ...]:
    """The present pupils of a class in Vietnamese order."""
    raise LookupError("results are not connected")


def lock(school_class: SchoolClass, *, actor: Actor, reason: str) -> None:
    """Close the gradebook of the class; closing it twice changes nothing."""


def unlock(school_class: SchoolClass, *, actor: Actor, reason: str) -> None:
    """Open it again."""
