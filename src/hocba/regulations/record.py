"""What the law is applied to: one pupil's school year. Frozen, exact, with None for what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from hocba.kernel.codes import CommentResult, Level, Stage
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode

Exempt: TypeAlias = Literal["M"]
Entry: TypeAlias = Tenths | CommentResult
"""One assessment on record: a mark in tenths, or Đạt / Chưa đạt. Which of the two, the subject decides."""


class Assessments(NamedTuple):
    """One subject in one term. None is an assessment that is not on record (yet); a mark of 0 is a mark.

    A named tuple, because a pupil's year has two dozen of them and they are the cheapest to make.
    """

    regular: tuple[Entry | None, ...] = ()
    midterm: Entry | None = None
    final: Entry | None = None


NOTHING = Assessments()
TermRecord: TypeAlias = Assessments | Exempt


@dataclass(frozen=True, slots=True)
class SubjectYear:
    """``periods`` per year: where the school teaches another number than the curriculum's."""

    code: SubjectCode
    terms: tuple[TermRecord, TermRecord]
    periods: int | None = None


@dataclass(frozen=True, slots=True)
class Summer:
    """What happened after the year's end: re-assessed subjects and the conduct after training, as far as known."""

    reassessed: Mapping[SubjectCode, Entry] = field(default_factory=dict)
    conduct: Level | None = None


@dataclass(frozen=True, slots=True)
class StudentYear:
    """``absences``: sessions in the year, at most one per day. ``summer`` is None before anything happened in it."""

    id: str
    stage: Stage
    grade: int
    school_year: SchoolYear
    subjects: tuple[SubjectYear, ...]
    conduct: tuple[Level | None, Level | None] = (None, None)
    absences: int | None = None
    summer: Summer | None = None
