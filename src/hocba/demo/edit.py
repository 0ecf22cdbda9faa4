"""Small changes to frozen pupils."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hocba.demo.model import Pupil, PupilYear, SubjectMarks, TermMarks
from hocba.kernel.school_year import Term
from hocba.kernel.subjects import SubjectCode


def year(pupil: Pupil) -> PupilYear:
    """The pupil's year; only classes with a gradebook have one."""
    if pupil.year is None:
        raise LookupError(pupil.code)
    return pupil.year


def with_year(pupil: Pupil, **changes: Any) -> Pupil:
    return replace(pupil, year=replace(year(pupil), **changes))


def with_subject(pupil: Pupil, code: SubjectCode, change: Callable[[SubjectMarks], SubjectMarks]) -> Pupil:
    subjects = tuple(change(each) if each.code == code else each for each in year(pupil).subjects)
    return with_year(pupil, subjects=subjects)


def with_term(subject: SubjectMarks, term: Term, change: Callable[[TermMarks], TermMarks]) -> SubjectMarks:
    first, second = subject.terms
    return replace(subject, terms=(change(first), second) if term is Term.FIRST else (first, change(second)))
