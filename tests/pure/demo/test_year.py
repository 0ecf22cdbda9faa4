"""Marks, remarks and the four showcase classes."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from hocba.demo.curriculum import subjects
from hocba.demo.model import Cell, Pupil, PupilYear, SchoolClass, Showcase, TermMarks, Ward
from hocba.kernel.codes import AssessmentKind, CommentResult, Stage
from hocba.regulations.api import regular_count

WHOLE = {None, Showcase.ISSUED, Showcase.READY_TO_SIGN}


def years(ward: Ward) -> Iterator[tuple[SchoolClass, Pupil, PupilYear]]:
    for _, school_class in ward.each_class():
        for pupil in school_class.pupils:
            if pupil.year is not None:
                yield school_class, pupil, pupil.year


def cells(term: TermMarks) -> list[Cell]:
    return [*term.regular, term.midterm, term.final]


def test_gradebooks_are_kept_for_lower_secondary_only(ward: Ward) -> None:
    for _, school_class in ward.each_class():
        kept = {p.year is not None for p in school_class.pupils}
        assert kept == {school_class.stage is Stage.LOWER_SECONDARY}


def test_subjects_and_regular_counts_are_those_of_the_curriculum(ward: Ward) -> None:
    for school_class, _, year in years(ward):
        assert tuple(s.code for s in year.subjects) == tuple(subjects(school_class.grade))
        for subject in year.subjects:
            expected = regular_count(subject.code, school_class.grade)
            assert [len(t.regular) for t in subject.terms] == [expected, expected]


def test_marks_are_marks_and_comments_are_comments(ward: Ward) -> None:
    for school_class, _, year in years(ward):
        for subject in year.subjects:
            assert subject.kind is subjects(school_class.grade)[subject.code].kind
            entered = [c for t in subject.terms for c in cells(t) if c is not None]
            if subject.kind is AssessmentKind.COMMENT:
                assert set(entered) <= set(CommentResult)
            else:
                assert all(type(c) is int and 0 <= c <= 100 for c in entered)


def test_whole_classes_have_no_gap(ward: Ward) -> None:
    for school_class, _, year in years(ward):
        if school_class.showcase in WHOLE:
            assert all(c is not None for s in year.subjects for t in s.terms for c in cells(t))
            assert None not in year.conduct
            assert year.remark
            assert all(s.remark for s in year.subjects)


def test_remarks_fit_the_form_vary_and_never_rank(ward: Ward) -> None:
    remarks = [r for _, _, y in years(ward) for r in (y.remark, *(s.remark for s in y.subjects)) if r]
    assert max(map(len, remarks)) <= 255
    assert len(set(remarks)) > 300
    ranking = ("nhất lớp", "đứng đầu", "đứng thứ", "xếp hạng", "xếp thứ", "yếu", "kém", "dốt", "lười")
    assert [r for r in remarks if any(word in r.lower() for word in ranking)] == []
    assert all(unicodedata.is_normalized("NFC", r) and r.endswith(".") for r in remarks)


def test_pupils_differ(ward: Ward) -> None:
    means = Counter(
        sum(c for s in y.subjects for t in s.terms for c in cells(t) if isinstance(c, int)) // 500
        for _, _, y in years(ward)
    )
    assert len(means) > 4


def test_class_in_entry_lacks_only_things_of_the_second_term(ward: Ward) -> None:
    _, school_class = ward.showcase(Showcase.IN_ENTRY)
    missing = Counter[str]()
    for pupil in school_class.pupils:
        assert pupil.year is not None
        for subject in pupil.year.subjects:
            assert None not in cells(subject.terms[0])
            missing[subject.code] += None in cells(subject.terms[1])
        assert pupil.year.conduct[0] is not None
    assert 0 < missing["TOAN"] < len(school_class.pupils)
    assert missing["CONG_NGHE"] == len(school_class.pupils)
    assert missing["GDCD"] == 0


@pytest.fixture
def faulty(ward: Ward) -> SchoolClass:
    return ward.showcase(Showcase.WITH_FAULTS)[1]


def test_faults_of_entry(faulty: SchoolClass) -> None:
    held = [p.year for p in faulty.pupils if p.year]
    assert sum(1 for y in held for s in y.subjects for t in s.terms if t.final is None) == 1
    assert sum(1 for y in held for s in y.subjects if not s.remark) == 1
    assert [y.absences for y in held if y.absences > 45] == [46]


def test_faults_of_the_list(faulty: SchoolClass) -> None:
    assert sum(not unicodedata.is_normalized("NFC", p.name) for p in faulty.pupils) == 1
    assert sorted(Counter(p.code for p in faulty.pupils).values())[-2:] == [1, 2]
    assert "2013" in [p.birth_date for p in faulty.pupils]
