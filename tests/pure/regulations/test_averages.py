"""Averages are exact and round half up, at the very places where binary or half-even arithmetic goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hocba.kernel.marks import Tenths, parse_mark
from hocba.kernel.problems import ProblemError
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import regular_count, term_average, year_average

marks = st.integers(0, 100).map(Tenths)


@pytest.mark.parametrize(
    ("regular", "midterm", "final", "average"),
    [
        (["8", "7.5", "9", "6"], "7", "8.3", "7.7"),  # 69.4 : 9 = 7.711
        (["6.4", "6.5", "6.4"], "6.4", "6.5", "6.5"),  # 51.6 : 8 = 6.45 exactly
        (["8.2", "8.3", "8.2"], "8.2", "8.3", "8.3"),  # 8.25: half-even would say 8.2
        (["6.3", "6.2", "6.3"], "6.4", "6.1", "6.2"),  # 49.9 : 8 = 6.2375
        (["0", "0"], "0", "0", "0"),
        (["10", "10", "10", "10"], "10", "10", "10"),
        (["0", "9"], "9", "9", "7.7"),  # a zero weighs like any mark
    ],
)
def test_term_average(regular: list[str], midterm: str, final: str, average: str) -> None:
    assert term_average([parse_mark(m) for m in regular], parse_mark(midterm), parse_mark(final)) == parse_mark(average)


@pytest.mark.parametrize(
    ("first", "second", "average"),
    [
        ("8", "7.1", "7.4"),
        ("6.5", "6.4", "6.4"),
        ("6.4", "6.5", "6.5"),
        ("0", "0.1", "0.1"),
        ("0.1", "0", "0"),
        ("10", "10", "10"),
    ],
)
def test_year_average(first: str, second: str, average: str) -> None:
    assert year_average(parse_mark(first), parse_mark(second)) == parse_mark(average)


@pytest.mark.parametrize(
    ("regular", "midterm", "final"), [([], 80, 80), ([80, None], 80, 80), ([80, 80], None, 80), ([80, 80], 80, None)]
)
def test_no_average_while_a_mark_is_missing(regular: list, midterm: int | None, final: int | None) -> None:
    assert term_average(regular, midterm, final) is None


def test_no_year_average_while_a_term_is_missing() -> None:
    assert year_average(None, Tenths(80)) is None
    assert year_average(Tenths(80), None) is None


@given(st.lists(marks, min_size=1, max_size=6), marks, marks)
def test_average_lies_between_the_lowest_and_the_highest_mark(regular: list, midterm: Tenths, final: Tenths) -> None:
    everything = [*regular, midterm, final]
    assert min(everything) <= term_average(regular, midterm, final) <= max(everything)


@given(st.lists(marks, min_size=1, max_size=6), marks, marks, st.data())
def test_a_better_mark_never_lowers_the_average(
    regular: list, midterm: Tenths, final: Tenths, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(regular) - 1))
    better = list(regular)
    better[place] = Tenths(data.draw(st.integers(regular[place], 100)))
    assert term_average(better, midterm, final) >= term_average(regular, midterm, final)


@given(st.permutations([Tenths(80), Tenths(75), Tenths(0), Tenths(60)]))
def test_order_of_regular_marks_is_irrelevant(regular: list) -> None:
    assert term_average(regular, Tenths(70), Tenths(83)) == term_average(sorted(regular), Tenths(70), Tenths(83))


@pytest.mark.parametrize(
    ("subject", "grade", "count"),
    [
        ("TOAN", 6, 4),
        ("NGOAI_NGU_1", 9, 4),
        ("CONG_NGHE", 7, 2),
        ("CONG_NGHE", 8, 3),
        ("TIN_HOC", 9, 2),
        ("HDTN_HN", 6, 2),
    ],
)
def test_regular_count_follows_periods_and_kind(subject: str, grade: int, count: int) -> None:
    assert regular_count(SubjectCode(subject), grade) == count


@pytest.mark.parametrize(("periods", "count"), [(1, 2), (35, 2), (36, 3), (70, 3), (71, 4)])
def test_a_school_that_teaches_more_periods_has_more_regular_marks(periods: int, count: int) -> None:
    assert regular_count(SubjectCode("TIN_HOC"), 8, periods=periods) == count


def test_regular_count_needs_a_subject_of_the_grade() -> None:
    with pytest.raises(KeyError):
        regular_count(SubjectCode("VAT_LI"), 8)
    with pytest.raises(ProblemError, match=r"curriculum\.not_found"):
        regular_count(SubjectCode("TOAN"), 11)
