"""A class in the middle of entry: the first term is whole, the second has the gaps of a week in May."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hocba.demo import edit
from hocba.demo.model import Pupil, SubjectMarks, TermMarks
from hocba.kernel.school_year import Term
from hocba.kernel.subjects import SubjectCode

NOTHING_YET: Final = {SubjectCode("CONG_NGHE"), SubjectCode("NGHE_THUAT")}
"""Subjects whose teachers have entered nothing of the second term."""

WITHOUT_FINAL: Final = {SubjectCode("NGU_VAN"), SubjectCode("KHTN"), SubjectCode("HDTN_HN")}
"""Subjects whose end-of-term tests are being marked."""

HALF_WAY: Final = SubjectCode("TOAN")
"""The teacher has entered the end-of-term test for the first half of the list."""


def interrupt(pupils: Sequence[Pupil]) -> list[Pupil]:
    half = len(pupils) // 2
    return [_interrupted(each, behind=position >= half) for position, each in enumerate(pupils)]


def _interrupted(pupil: Pupil, *, behind: bool) -> Pupil:
    year = edit.year(pupil)
    return edit.with_year(
        pupil,
        subjects=tuple(_subject(each, behind=behind) for each in year.subjects),
        conduct=(year.conduct[0], None),
        remark="",
    )


def _subject(subject: SubjectMarks, *, behind: bool) -> SubjectMarks:
    if subject.code in NOTHING_YET:
        return replace(edit.with_term(subject, Term.SECOND, _emptied), remark="")
    if subject.code in WITHOUT_FINAL or (subject.code == HALF_WAY and behind):
        return replace(edit.with_term(subject, Term.SECOND, without_final), remark="")
    return subject


def _emptied(term: TermMarks) -> TermMarks:
    return TermMarks(regular=(None,) * len(term.regular), midterm=None, final=None)


def without_final(term: TermMarks) -> TermMarks:
    return replace(term, final=None)
