"""What teachers have entered: marks, remarks, attendance, conduct. What nobody entered has no row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from hocba.demo.model import Cell, Pupil, PupilYear, SchoolClass, SubjectMarks, TermMarks
from hocba.kernel.codes import CommentResult
from hocba.web.gradebook.api import FIRST, SECOND, HomeroomEntry, Mark, SubjectRemark
from hocba.web.project.demonstration.loading.bulk import insert
from hocba.web.project.demonstration.loading.ledger import ClassKey, Ledger
from hocba.web.registry.api import Enrolment

Row = tuple[Any, ...]

_CELL = ("school_id", "enrolment_id", "updated_by_id", "updated_at", "version")
_MARK = (*_CELL, "class_subject_id", "term", "column", "tenths", "result")
_REMARK = (*_CELL, "class_subject_id", "column", "value")
_HOMEROOM = (*_CELL, "column", "value")


def load_entries(ledger: Ledger) -> None:
    """All classes that keep a gradebook."""
    put = partial(insert, using=ledger.using)
    put(Mark, _MARK, _marks(ledger))
    put(SubjectRemark, _REMARK, _remarks(ledger))
    put(HomeroomEntry, _HOMEROOM, _homeroom(ledger))


def _years(ledger: Ledger) -> Iterator[tuple[ClassKey, SchoolClass, Pupil, PupilYear, Enrolment]]:
    for school, school_class in ledger.ward.each_class():
        key = (school.code, school_class.name)
        for pupil, enrolment in zip(school_class.pupils, ledger.enrolments[key], strict=True):
            if pupil.year is not None:
                yield key, school_class, pupil, pupil.year, enrolment


def _subjects(ledger: Ledger) -> Iterator[tuple[Row, Any, SubjectMarks]]:
    """The common part of a row, the number of the class's subject, and what the pupil has there."""
    teachers = {
        (school.code, each.class_name, each.subject): ledger.users[each.teacher].pk
        for school in ledger.ward.schools
        for each in school.assignments
    }
    for key, _, _, year, enrolment in _years(ledger):
        for subject in year.subjects:
            cell = _cell(ledger, enrolment, teachers[(*key, subject.code)])
            yield cell, ledger.subjects[key][subject.code].pk, subject


def _cell(ledger: Ledger, enrolment: Enrolment, by: int) -> Row:
    return enrolment.school_id, enrolment.pk, by, ledger.now, 1


def _marks(ledger: Ledger) -> Iterator[Row]:
    for cell, class_subject, subject in _subjects(ledger):
        for term, marks in zip((FIRST, SECOND), subject.terms, strict=True):
            for column, value in _columns(marks):
                if value is not None:
                    yield (*cell, class_subject, term, column, *_value(value))


def _columns(marks: TermMarks) -> Iterator[tuple[str, Cell]]:
    for number, value in enumerate(marks.regular, start=1):
        yield f"tx{number}", value
    yield "gk", marks.midterm
    yield "ck", marks.final


def _value(cell: Cell) -> tuple[int | None, str]:
    """``tenths`` and ``result``: a row holds one of them."""
    return (None, cell.value) if isinstance(cell, CommentResult) else (cell, "")


def _remarks(ledger: Ledger) -> Iterator[Row]:
    for cell, class_subject, subject in _subjects(ledger):
        if subject.remark:
            yield (*cell, class_subject, "nx", subject.remark)


def _homeroom(ledger: Ledger) -> Iterator[Row]:
    for _, school_class, _, year, enrolment in _years(ledger):
        cell = _cell(ledger, enrolment, ledger.users[school_class.homeroom].pk)
        for column, value in _year_columns(year):
            if value:
                yield (*cell, column, value)


def _year_columns(year: PupilYear) -> Iterator[tuple[str, str]]:
    """Absences by term: the invented year has only their sum."""
    first = year.absences // 2
    yield "vang1", str(first)
    yield "vang2", str(year.absences - first)
    for number, level in enumerate(year.conduct, start=1):
        yield f"rl{number}", level.value if level else ""
    yield "nx", year.remark
