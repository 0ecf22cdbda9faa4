"""What the law concludes for one pupil's school year. None is «not known yet», never a guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from hocba.kernel.codes import CommentResult, Decision, Honour, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.problems import Problem
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.engine.trace import Step
from hocba.regulations.record import Exempt

Average: TypeAlias = Tenths | Exempt | None
Comment: TypeAlias = CommentResult | Exempt | None
Averages: TypeAlias = Mapping[SubjectCode, Average]
Comments: TypeAlias = Mapping[SubjectCode, Comment]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A level of learning, and whether one subject alone had lowered it (``cause``, from ``unadjusted``)."""

    level: Level | None
    unadjusted: Level | None = None
    cause: SubjectCode | None = None

    @property
    def adjusted(self) -> bool:
        return self.cause is not None


@dataclass(frozen=True, slots=True)
class Period:
    """A term's or the year's results: marks and comments by subject, and the level that follows."""

    averages: Averages
    comments: Comments
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AfterSummer:
    """How the year stands once summer results replace the year's own, for the decision only."""

    level: Level | None
    conduct: Level | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reassess``: subjects still to be assessed again before a decision can be made.

    ``problems``: what is wrong with the record, and ``interpretation.…`` where the law admits two readings.
    ``trace`` is empty unless it was asked for.
    """

    id: str
    ruleset: str
    terms: tuple[Period, Period]
    year: Period
    conduct: Level | None
    honour: Honour | None
    decision: Decision
    reassess: tuple[SubjectCode, ...]
    after_summer: AfterSummer | None
    problems: tuple[Problem, ...]
    trace: tuple[Step, ...] = ()
