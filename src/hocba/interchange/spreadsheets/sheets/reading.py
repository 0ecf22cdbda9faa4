"""What is handed out: one reading per sheet, frozen, in the shape of the ``hocba read`` contract."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from hocba.kernel.problems import Problem


class SheetKind(enum.StrEnum):
    GRADEBOOK = "gradebook"
    CLASS_LIST = "class_list"
    YEAR_SUMMARY = "year_summary"
    PRIMARY_SUBJECT = "primary_subject"
    PRIMARY_COMPETENCY = "primary_competency"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """A problem and the cell it stands in: row as people count, column by its letters."""

    problem: Problem
    row: int | None = None
    column: str | None = None

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {"row": self.row, "column": self.column, "code": self.problem.code}
        if self.problem.value is not None:
            shown["value"] = self.problem.value
        if self.problem.params:
            shown["params"] = dict(self.problem.params)
        return shown


class Entry(Protocol):
    """What a row says beyond who the pupil is."""

    def as_json(self) -> dict[str, object]: ...


@dataclass(frozen=True, slots=True)
class GradebookEntry:
    """Marks as ``"7.5"``, or ``Đ``, ``CĐ``, ``M``. ``average`` is the file's claim, never trusted."""

    regular: tuple[str | None, ...] = ()
    midterm: str | None = None
    final: str | None = None
    average: str | None = None
    comment: str | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "regular": list(self.regular),
            "midterm": self.midterm,
            "final": self.final,
            "average": self.average,
            "comment": self.comment,
        }


@dataclass(frozen=True, slots=True)
class ClassListEntry:
    """``gender``: ``Nam`` or ``Nữ``."""

    gender: str | None = None
    ethnicity: str | None = None
    status: str | None = None
    birth_place: str | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "gender": self.gender,
            "ethnicity": self.ethnicity,
            "status": self.status,
            "birth_place": self.birth_place,
        }


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """``results``: subject code to mark or ``Đ``/``CĐ``/``M``; of primary pupils to ``T``/``H``/``C``, tests apart."""

    results: Mapping[str, str | None]
    conduct: str | None = None
    level: str | None = None
    honour: str | None = None
    absences: int | None = None
    tests: Mapping[str, str | None] = field(default_factory=dict)
    qualities: Mapping[str, str | None] = field(default_factory=dict)
    competencies: Mapping[str, str | None] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {
            "results": dict(self.results),
            "conduct": self.conduct,
            "level": self.level,
            "honour": self.honour,
            "absences": self.absences,
        }
        primary = {"tests": self.tests, "qualities": self.qualities, "competencies": self.competencies}
        return shown | {name: dict(values) for name, values in primary.items() if values}


@dataclass(frozen=True, slots=True)
class PrimarySubjectEntry:
    """``level``: ``T``, ``H``, ``C``; ``test``: a whole mark as text."""

    level: str | None = None
    test: str | None = None
    comment: str | None = None

    def as_json(self) -> dict[str, object]:
        return {"level": self.level, "test": self.test, "comment": self.comment}


@dataclass(frozen=True, slots=True)
class CompetencyEntry:
    """Code to ``T``, ``Đ``, ``C``. ``comments``: remarks on ``general``, ``specific``, ``qualities``."""

    qualities: Mapping[str, str | None]
    competencies: Mapping[str, str | None]
    comments: Mapping[str, str | None] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {"qualities": dict(self.qualities), "competencies": dict(self.competencies)}
        return shown | ({"comments": dict(self.comments)} if self.comments else {})


@dataclass(frozen=True, slots=True)
class PupilRow:
    """``birth_date`` is ISO and may be partial. ``school_class`` only where the sheet holds several classes."""

    row: int
    code: str | None
    personal_id: str | None
    name: str | None
    birth_date: str | None
    school_class: str | None
    entry: Entry

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {"row": self.row}
        if self.school_class is not None:
            shown["class"] = self.school_class
        identity = {
            "code": self.code,
            "personal_id": self.personal_id,
            "name": self.name,
            "birth_date": self.birth_date,
        }
        return shown | identity | self.entry.as_json()


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet; a sheet that holds several subjects or terms gives one reading for each."""

    sheet: str
    kind: SheetKind
    school_class: str | None = None
    subject: str | None = None
    term: int | None = None
    school_year: str | None = None
    rows: tuple[PupilRow, ...] = ()
    problems: tuple[SheetProblem, ...] = ()
    hidden: bool = False

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {
            "sheet": self.sheet,
            "kind": self.kind.value,
            "class": self.school_class,
            "subject": self.subject,
            "term": self.term,
            "school_year": self.school_year,
            "rows": [row.as_json() for row in self.rows],
            "problems": [problem.as_json() for problem in self.problems],
        }
        return shown | ({"hidden": True} if self.hidden else {})
