"""Marks are read as people write them, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hocba.kernel.marks import Tenths, format_mark, format_mark_vi, parse_mark, round_half_up
from hocba.kernel.problems import ProblemError


@pytest.mark.parametrize(
    ("text", "tenths"),
    [
        ("0", 0),
        ("-0", 0),
        ("+8", 80),
        ("8", 80),
        ("08", 80),
        ("8.0", 80),
        ("8,5", 85),
        ("7.5", 75),
        (" 7.5 ", 75),
        ("7.50", 75),
        ("10", 100),
        ("10.0", 100),
        ("10,00", 100),
        ("0.1", 1),
        ("0,0", 0),
        ("-0.0", 0),
    ],
)
def test_a_mark_is_read(text: str, tenths: int) -> None:
    assert parse_mark(text) == tenths


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("85", "mark.ambiguous"),
        ("11", "mark.ambiguous"),
        ("99", "mark.ambiguous"),
        ("100", "mark.out_of_range"),
        ("10.5", "mark.out_of_range"),
        ("10,1", "mark.out_of_range"),
        ("11.0", "mark.out_of_range"),
        ("-1", "mark.out_of_range"),
        ("-0.5", "mark.out_of_range"),
        ("8.75", "mark.too_precise"),
        ("8,05", "mark.too_precise"),
        ("", "mark.not_a_number"),
        (" ", "mark.not_a_number"),
        ("tám", "mark.not_a_number"),
        ("8.", "mark.not_a_number"),
        (".5", "mark.not_a_number"),
        ("8 5", "mark.not_a_number"),
        ("8.5.0", "mark.not_a_number"),
        ("1e1", "mark.not_a_number"),
        ("nan", "mark.not_a_number"),
        ("８", "mark.not_a_number"),
        ("٨", "mark.not_a_number"),
        ("²", "mark.not_a_number"),
        ("8\u00a05", "mark.not_a_number"),
        ("1" * 100_000, "mark.not_a_number"),
    ],
)
def test_what_is_not_surely_a_mark_has_a_code(text: str, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        parse_mark(text)
    assert (caught.value.problem.code, caught.value.problem.value) == (code, text)


@given(st.integers(0, 100))
def test_writing_and_reading_a_mark_gives_it_back(tenths: int) -> None:
    mark = Tenths(tenths)
    assert parse_mark(format_mark(mark)) == parse_mark(format_mark_vi(mark)) == mark


@given(st.text(max_size=12))
def test_any_text_is_a_mark_in_range_or_a_problem(text: str) -> None:
    try:
        mark = parse_mark(text)
    except ProblemError as error:
        code = error.problem.code
    else:
        code = "mark.read" if 0 <= mark <= 100 else "outside"
    assert code.startswith("mark.")


def test_vietnamese_writing_has_a_comma() -> None:
    assert format_mark_vi(Tenths(80)) == "8,0"
    assert format_mark_vi(Tenths(80), fixed=False) == "8"
    assert format_mark_vi(Tenths(75), fixed=False) == "7,5"


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"), [(5, 2, 3), (1, 2, 1), (7, 2, 4), (49, 100, 0), (0, 9, 0), (645, 10, 65)]
)
def test_halves_go_up(numerator: int, denominator: int, rounded: int) -> None:
    assert round_half_up(numerator, denominator) == rounded


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_rounding_is_never_off_by_more_than_a_half(numerator: int, denominator: int) -> None:
    error = 2 * (round_half_up(numerator, denominator) * denominator - numerator)
    assert -denominator < error <= denominator
