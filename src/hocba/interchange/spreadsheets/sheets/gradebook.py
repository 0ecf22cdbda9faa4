"""Marks of one subject in one term; a sheet may hold several of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.interchange.spreadsheets.headers.columns import Column
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.sheets.averages import expected_average
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.kinds import ASSESSMENTS
from hocba.interchange.spreadsheets.sheets.layout import Line
from hocba.interchange.spreadsheets.sheets.reading import GradebookEntry
from hocba.interchange.spreadsheets.values.marks import is_comment_result, read_average, read_comment_result, read_mark
from hocba.kernel.codes import AssessmentKind, Stage
from hocba.kernel.names import clean
from hocba.kernel.problems import Problem, ProblemError
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import SubjectPlan, curriculum

_ANY_GRADE = Stage.LOWER_SECONDARY.grades[0]
"""Asked about where a sheet names no grade: the way of assessment is the same in all grades of the stage."""
_AVERAGES = {Meaning.AVERAGE, Meaning.YEAR_AVERAGE}
_BETWEEN_MARKS = re.compile(r"[\s;]+")


@dataclass(frozen=True, slots=True)
class Section:
    """The columns of one subject in one term. ``subject`` and ``term`` only where the header names them."""

    subject: str | None
    term: int | None
    columns: tuple[Column, ...]

    def having(self, *meanings: Meaning) -> list[Column]:
        return [column for column in self.columns if column.meaning in meanings]

    def average(self, term: int | None) -> Column | None:
        """The column of the term asked for, else one without a term, else Đánh giá of a comment subject."""
        found = self.having(Meaning.AVERAGE)
        of_term = [c for c in found if term and c.period == term] or [c for c in found if c.period is None]
        return next(iter(of_term or self.having(Meaning.RESULT)), None)


def sections(columns: tuple[Column, ...]) -> list[Section]:
    """In the order of the sheet; columns that name no subject or term belong to all."""
    own = [c for c in columns if c.meaning in ASSESSMENTS] or [c for c in columns if c.meaning is Meaning.AVERAGE]
    subjects: list[str | None] = list(dict.fromkeys(c.subject for c in own)) or [None]
    terms: list[int | None] = list(dict.fromkeys(c.period for c in own if c.period)) or [None]
    return [
        Section(
            subject,
            term,
            tuple(c for c in columns if c.subject in {subject, None} and c.period in _periods(term, terms)),
        )
        for subject in subjects
        for term in terms
    ]


def implied_term(columns: tuple[Column, ...]) -> int | None:
    """The term that the only average of a sheet names, where nothing else does."""
    terms = {column.period for column in columns if column.meaning is Meaning.AVERAGE}
    return terms.pop() or None if len(terms) == 1 else None


def _periods(term: int | None, terms: list[int | None]) -> set[int | None]:
    return {term, None} if len(terms) > 1 else {None, 0, 1, 2}


def is_assessed_by_comment(section: Section, lines: list[Line], subject: str | None, grade: int | None) -> bool:
    """As the curriculum has it; by what the cells hold where it does not know the subject."""
    plan = _plan_of(subject, grade or _ANY_GRADE) if subject else None
    if plan is not None:
        return plan.kind is AssessmentKind.COMMENT
    cells = [line.value(c) for line in lines for c in section.having(*ASSESSMENTS, Meaning.RESULT)]
    filled = [cell for cell in cells if cell is not None]
    return 2 * sum(map(is_comment_result, filled)) > len(filled)


def _plan_of(subject: str, grade: int) -> SubjectPlan | None:
    try:
        return curriculum(Stage.of_grade(grade), grade).get(SubjectCode(subject))
    except ProblemError:
        return None


def read_entry(
    line: Line, section: Section, *, term: int | None, by_comment: bool, findings: Findings
) -> GradebookEntry:
    reader = read_comment_result if by_comment else read_mark
    before = len(findings.problems)
    average = section.average(term)
    entry = GradebookEntry(
        _trimmed(_regular(line, section, reader, findings)),
        _one(line, section.having(Meaning.MIDTERM), reader, findings),
        _one(line, section.having(Meaning.FINAL), reader, findings),
        _one(line, [average] if average else [], reader if by_comment else read_average, findings),
        next((clean(as_text(line.value(c))) for c in section.having(Meaning.COMMENT) if line.value(c)), None),
    )
    if average and len(findings.problems) == before:
        _compare(entry, line.row, average.number, findings)
    return entry


def _regular(
    line: Line, section: Section, reader: Callable[[CellValue], str], findings: Findings
) -> Iterator[str | None]:
    columns = section.having(Meaning.REGULAR)
    for column in columns:
        value = line.value(column)
        for part in _parts(value) if len(columns) == 1 else [value]:
            yield findings.read(reader, part, row=line.row, column=column.number)


def _parts(value: CellValue | None) -> Sequence[CellValue | None]:
    """A template of the sector database keeps all regular marks in one cell: ``8 7,5 9``."""
    if not isinstance(value, str) or is_comment_result(value):
        return [value]
    return [part.rstrip(",") for part in _BETWEEN_MARKS.split(value.strip()) if part]


def _one(line: Line, columns: list[Column], reader: Callable[[CellValue], str], findings: Findings) -> str | None:
    column = next(iter(columns), None)
    return findings.read(reader, line.value(column), row=line.row, column=column.number) if column else None


def _trimmed(marks: Iterator[str | None]) -> tuple[str | None, ...]:
    kept = list(marks)
    while kept and kept[-1] is None:
        kept.pop()
    return tuple(kept)


def _compare(entry: GradebookEntry, row: int, column: int, findings: Findings) -> None:
    expected = expected_average(entry)
    if expected is not None and entry.average is not None and entry.average != expected:
        findings.add(Problem("average.differs", "", entry.average, {"expected": expected}), row, column)
