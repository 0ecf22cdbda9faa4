"""The usual faults of a class before its transcripts are made, each in one pupil or two."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from hocba.demo import edit
from hocba.demo.entry import without_final
from hocba.demo.model import Cell, Pupil, SubjectMarks, TermMarks
from hocba.kernel.codes import AssessmentKind, CommentResult, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import Term
from hocba.kernel.subjects import SubjectCode

HINGE: Final = SubjectCode("TOAN")
TOO_MANY_ABSENCES: Final = 46
"""One more than article 12 of Circular 22/2021 allows."""


def commit(pupils: Sequence[Pupil]) -> list[Pupil]:
    """The class with its faults, at places that stay the same for any seed."""
    changed = list(pupils)
    changed[1] = missing_final_mark(changed[1])
    changed[4] = decomposed_name(changed[4])
    changed[7] = replace(changed[7], code=changed[6].code)
    changed[10] = missing_remark(changed[10])
    changed[13] = replace(changed[13], birth_date=changed[13].birth_date[:4])
    changed[16] = edit.with_year(changed[16], absences=TOO_MANY_ABSENCES)
    changed[19] = hinging_on_one_subject(changed[19])
    return changed


def missing_final_mark(pupil: Pupil) -> Pupil:
    return edit.with_subject(
        pupil, SubjectCode("KHTN"), lambda subject: edit.with_term(subject, Term.SECOND, without_final)
    )


def missing_remark(pupil: Pupil) -> Pupil:
    return edit.with_subject(pupil, SubjectCode("NGU_VAN"), lambda subject: replace(subject, remark=""))


def decomposed_name(pupil: Pupil) -> Pupil:
    """As pasted from a system that writes letters and marks apart."""
    return replace(pupil, name=unicodedata.normalize("NFD", pupil.name))


def hinging_on_one_subject(pupil: Pupil) -> Pupil:
    """All is Tốt but one subject under 5.0: Đạt by the thresholds, Khá by article 9 clause 3."""
    subjects = tuple(_raised(each) for each in edit.year(pupil).subjects)
    return edit.with_year(pupil, subjects=subjects, conduct=(Level.GOOD, Level.GOOD))


def _raised(subject: SubjectMarks) -> SubjectMarks:
    if subject.kind is AssessmentKind.COMMENT:
        return replace(subject, terms=_mapped(subject, lambda _: CommentResult.PASS))
    if subject.code == HINGE:
        return replace(subject, terms=_mapped(subject, lambda cell: _scaled(cell, least=38, share=10)))
    return replace(subject, terms=_mapped(subject, lambda cell: _scaled(cell, least=82, share=6)))


def _mapped(subject: SubjectMarks, change: Callable[[Cell], Cell]) -> tuple[TermMarks, TermMarks]:
    def term(marks: TermMarks) -> TermMarks:
        return TermMarks(tuple(change(cell) for cell in marks.regular), change(marks.midterm), change(marks.final))

    return term(subject.terms[0]), term(subject.terms[1])


def _scaled(cell: Cell, *, least: int, share: int) -> Cell:
    """Pressed into a narrow band above ``least``, so that the marks still differ."""
    return Tenths(min(100, least + cell // share)) if isinstance(cell, int) else cell
