"""What single cells say."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hocba.interchange.spreadsheets.grid import CellValue
from hocba.interchange.spreadsheets.sheets.averages import expected_average
from hocba.interchange.spreadsheets.sheets.footers import ends_list, is_total
from hocba.interchange.spreadsheets.sheets.reading import GradebookEntry
from hocba.interchange.spreadsheets.values import levels
from hocba.interchange.spreadsheets.values.dates import read_date
from hocba.interchange.spreadsheets.values.identifiers import read_code, read_personal_id
from hocba.interchange.spreadsheets.values.marks import read_average, read_comment_result, read_mark
from hocba.interchange.spreadsheets.values.people import is_name, join_name, read_gender
from hocba.kernel.marks import Tenths, format_mark
from hocba.kernel.problems import ProblemError


def code_of(error: pytest.ExceptionInfo[ProblemError]) -> str:
    return error.value.problem.code


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        (0.0, "0"),
        (8.0, "8"),
        (8.5, "8.5"),
        (7.000000001, "7"),
        (8.299999999999999, "8.3"),
        (10.0, "10"),
        ("7,5", "7.5"),
        ("7.0", "7"),
        (" 8 ", "8"),
        ("0", "0"),
        ("miễn", "M"),
        ("10,0", "10"),
    ],
)
def test_marks_are_read_exactly(cell: CellValue, mark: str) -> None:
    assert read_mark(cell) == mark


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (85.0, "mark.ambiguous"),
        ("85", "mark.ambiguous"),
        (date(2026, 5, 8), "mark.ambiguous"),
        (-1.0, "mark.out_of_range"),
        (10.5, "mark.out_of_range"),
        (100.0, "mark.out_of_range"),
        (8.75, "mark.too_precise"),
        (8.25, "mark.too_precise"),
        ("8,75", "mark.too_precise"),
        ("vắng", "mark.not_a_number"),
        ("TRUE", "mark.not_a_number"),
        (1e200, "mark.not_a_number"),
        ("-", "mark.not_a_number"),
        ("８", "mark.not_a_number"),
        ("1e1", "mark.not_a_number"),
        (6.449999, "mark.too_precise"),
    ],
)
def test_what_is_no_mark_says_why(cell: CellValue, code: str) -> None:
    with pytest.raises(ProblemError) as error:
        read_mark(cell)
    assert code_of(error) == code


@given(st.integers(0, 100), st.sampled_from([-1, 0, 1]), st.sampled_from(["", ","]))
def test_every_mark_survives_a_binary_cell_and_a_text_cell(tenths: int, noise: int, comma: str) -> None:
    mark = format_mark(Tenths(tenths))
    assert read_mark(tenths / 10 + noise * 1e-12) == mark
    assert read_mark(mark.replace(".", comma or ".")) == mark


@pytest.mark.parametrize(
    ("cell", "shown"), [(6.7142857, "6.7"), (6.25, "6.3"), ("6,249", "6.2"), (6.45, "6.5"), (0.0, "0")]
)
def test_a_claimed_average_is_taken_as_people_see_it(cell: CellValue, shown: str) -> None:
    assert read_average(cell) == shown


@pytest.mark.parametrize("cell", ["x", 10.04e3, "11", "NaN", "Infinity", -0.5])
def test_an_average_off_the_scale_is_a_problem(cell: CellValue) -> None:
    with pytest.raises(ProblemError) as error:
        read_average(cell)
    assert code_of(error).startswith("mark.")


def test_average_is_computed_half_up_and_only_from_whole_sets() -> None:
    assert expected_average(GradebookEntry(("8", "7.5", None, "0"), "7", "8")) == "6.7"
    assert expected_average(GradebookEntry(("6", "6"), "6", "6.3")) == "6.1"
    assert expected_average(GradebookEntry((), "7", "8")) is None
    assert expected_average(GradebookEntry(("8",), None, "8")) is None
    assert expected_average(GradebookEntry(("Đ",), "Đ", "Đ")) is None


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("05/03/2012", "2012-03-05"),
        ("5-3-2012", "2012-03-05"),
        ("5.3.12", "2012-03-05"),
        ("5 / 3 / 2012", "2012-03-05"),
        ("2012-03-05", "2012-03-05"),
        ("05/03/2012 00:00:00", "2012-03-05"),
        (40973.0, "2012-03-05"),
        ("40973", "2012-03-05"),
        ("44096", "2020-09-22"),
        (2012.0, "2012"),
        ("2012", "2012"),
        ("03/2012", "2012-03"),
        ("2012-03", "2012-03"),
        ("//2012", "2012"),
        ("00/03/2012", "2012-03"),
        ("05032012", "2012-03-05"),
        (5032012.0, "2012-03-05"),
        (date(2012, 3, 5), "2012-03-05"),
        ("29/02/2012", "2012-02-29"),
        ("1/1/99", "1999-01-01"),
    ],
)
def test_birth_dates_of_all_spellings(cell: CellValue, iso: str) -> None:
    assert read_date(cell) == iso


@pytest.mark.parametrize(
    "cell",
    [
        "03/25/2012",
        "30/02/2012",
        "29/02/2013",
        "hôm qua",
        "32/1/2012",
        "1/13/2012",
        "05/00/2012",
        "9999",
        12.5,
        "0",
        "1/1/1812",
        date(2912, 1, 1),
        "1/2/3/2012",
        "99999999",
        "-5/3/2012",
    ],
)
def test_what_is_no_birth_date_is_a_problem(cell: CellValue) -> None:
    with pytest.raises(ProblemError) as error:
        read_date(cell)
    assert code_of(error) == "date.invalid"


@given(st.dates(date(1930, 1, 1), date(2049, 12, 31)))
def test_serial_numbers_count_as_excel_counts(day: date) -> None:
    assert read_date(float((day - date(1899, 12, 30)).days)) == day.isoformat()
    assert date.fromisoformat(read_date(day.strftime("%d/%m/%Y"))) - day == timedelta(0)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (2512345678.0, "2512345678"),
        (912345678.0, "0912345678"),
        ("912345678", "0912345678"),
        ("HS001", "HS001"),
        ("'0912345678", "0912345678"),
        (" 25 ", "25"),
        ("20250001", "20250001"),
    ],
)
def test_codes_regain_the_zero_that_a_number_cell_lost(cell: CellValue, code: str) -> None:
    assert read_code(cell) == code


@pytest.mark.parametrize("cell", [31212001234.0, "031212001234", "31212001234", " 031 212 001 234 "])
def test_personal_ids_regain_their_zeros(cell: CellValue) -> None:
    assert read_personal_id(cell) == "031212001234"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3.12E+11", "id.ruined"),
        ("12345678", "personal_id.invalid"),
        ("0312120012345", "personal_id.invalid"),
        ("03121200123x", "personal_id.invalid"),
        (1.5, "personal_id.invalid"),
    ],
)
def test_ruined_and_foreign_identifiers_are_problems(cell: CellValue, code: str) -> None:
    with pytest.raises(ProblemError) as error:
        read_personal_id(cell)
    assert code_of(error) == code


def test_names_become_nfc_with_single_spaces() -> None:
    assert join_name(["Nguye\u0302\u0303n\u00a0 Thi\u0323", " A\u0301nh\u200b"]) == "Nguyễn Thị Ánh"
    assert is_name("Y Ban")
    assert not is_name("B")
    assert not is_name("An 2")


@pytest.mark.parametrize(("cell", "gender"), [("Nam", "Nam"), ("nữ", "Nữ"), ("NU", "Nữ"), ("02", "Nữ"), (1.0, "Nam")])
def test_genders_by_word_or_code(cell: CellValue, gender: str) -> None:
    assert read_gender(cell) == gender


@pytest.mark.parametrize("cell", ["x", "3", "Nam nữ"])
def test_unknown_gender_is_a_problem(cell: CellValue) -> None:
    with pytest.raises(ProblemError) as error:
        read_gender(cell)
    assert code_of(error) == "gender.unknown"


def test_levels_of_each_scale() -> None:
    assert [read_comment_result(text) for text in ("Đ", "đạt", "D", "CĐ", "chua dat", "Miễn giảm")] == [
        "Đ",
        "Đ",
        "Đ",
        "CĐ",
        "CĐ",
        "M",
    ]
    assert levels.read_level("Hoàn thành tốt", levels.PRIMARY_SUBJECT) == "T"
    assert levels.read_level("Cần cố gắng.", levels.PRIMARY_TRAIT) == "C"
    assert levels.read_level("CHT", levels.PRIMARY_YEAR) == "CHT"
    assert levels.read_honour("Học sinh tiêu biểu") == "Học sinh tiêu biểu"
    for scale, word in itertools.product([levels.SECONDARY, levels.PRIMARY_TRAIT], ["", "H", "8", "Trung bình"]):
        with pytest.raises(ProblemError):
            levels.read_level(word, scale)


@pytest.mark.parametrize("text", ["Tổng cộng: 45", "TỔNG SỐ", "Tong cong", "Sĩ số: 40", "Ghi chú"])
def test_totals_are_told_by_their_accents(text: str) -> None:
    assert is_total([text])


@pytest.mark.parametrize("text", ["Tống Công Minh", "Hoàng Hiệu", "Cao Thị Ghi"])
def test_pupils_are_not_taken_for_totals_or_signatures(text: str) -> None:
    assert not is_total([text])
    assert not ends_list([text])


@pytest.mark.parametrize(
    "text", ["Hiệu trưởng", "NGƯỜI LẬP BIỂU", "Nguoi lap", "Đồ Sơn, ngày 5 tháng 1 năm 2026", "(Ký, đóng dấu)"]
)
def test_signatures_end_a_list(text: str) -> None:
    assert ends_list([text])


def test_marks_are_never_kept_as_binary_fractions() -> None:
    assert Decimal(read_mark(0.1 + 0.2)) == Decimal("0.3")
