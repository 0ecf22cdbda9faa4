"""What words of headers and titles mean."""

from __future__ import annotations

import unicodedata

import pytest

from hocba.interchange.spreadsheets.headers import subjects
from hocba.interchange.spreadsheets.headers.columns import interpret
from hocba.interchange.spreadsheets.headers.meanings import Meaning, meaning_of
from hocba.interchange.spreadsheets.headers.titles import class_in, class_value, grade_of, read_titles
from hocba.interchange.spreadsheets.headers.words import compact
from hocba.kernel.subjects import SUBJECT_NAMES


@pytest.mark.parametrize(
    ("text", "meaning", "term"),
    [
        ("ĐĐGtx", Meaning.REGULAR, None),
        ("TX 5", Meaning.REGULAR, None),
        ("Điểm thường xuyên 2", Meaning.REGULAR, None),
        ("ĐĐGgk", Meaning.MIDTERM, None),
        ("Giữa kỳ", Meaning.MIDTERM, None),
        ("Kiểm tra giữa kì I", Meaning.MIDTERM, 1),
        ("ĐĐGck", Meaning.FINAL, None),
        ("CUỐI HỌC KỲ 2", Meaning.FINAL, 2),
        ("ĐTBmhkII", Meaning.AVERAGE, 2),
        ("TBm", Meaning.AVERAGE, None),
        ("ĐTBmcn", Meaning.YEAR_AVERAGE, None),
        ("Họ\nvà  tên", Meaning.NAME, None),
        ("HO VA TEN", Meaning.NAME, None),
        ("Họ và tên đệm", Meaning.SURNAME, None),
        ("HK", Meaning.CONDUCT, None),
        ("Mã định danh Bộ GD&ĐT", Meaning.CODE, None),
        ("Số định danh\ncá nhân", Meaning.PERSONAL_ID, None),
    ],
)
def test_headers_are_known_in_any_spelling(text: str, meaning: Meaning, term: int | None) -> None:
    for form in ("NFC", "NFD"):
        for spelled in (text, text.upper()):
            assert meaning_of(unicodedata.normalize(form, spelled)) == (meaning, term)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["Họ tên cha", "Họ tên mẹ", "Năm sinh cha", "Ghi chú", "SĐT", "Mã nhận xét", "Toán", ""]
)
def test_other_headers_mean_nothing_here(text: str) -> None:
    assert meaning_of(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Địa lý", "DIA_LI"),
        ("Mỹ thuật", "MI_THUAT"),
        ("Lịch sử & Địa lý", "LS_DL"),
        ("KHTN", "KHTN"),
        ("Hóa", "HOA_HOC"),
        ("Tiếng Anh", "NGOAI_NGU_1"),
        ("Ngoại ngữ 1 (Tiếng Anh)", "NGOAI_NGU_1"),
        ("HĐTN, HN", "HDTN_HN"),
        ("GDQP-AN", "GDQP_AN"),
        ("NGỮ VĂN", "NGU_VAN"),
        ("Hoá học", "HOA_HOC"),
        ("Thể dục", "GDTC"),
        ("TN&XH", "TNXH"),
        ("GDKT&PL", "GDKT_PL"),
    ],
)
def test_subjects_are_known_by_old_names_and_abbreviations(text: str, code: str) -> None:
    assert subjects.subject_named(text) == code
    assert subjects.subject_named(unicodedata.normalize("NFD", text)) == code


@pytest.mark.parametrize("text", ["Chuyên đề Toán", "Học sinh", "Toán nâng cao", "Danh sách", "Sheet1", ""])
def test_other_texts_are_no_subjects(text: str) -> None:
    assert subjects.subject_named(text) is None


def test_no_two_subjects_share_a_spelling() -> None:
    spelled: dict[str, str] = {compact(name): str(code) for code, name in SUBJECT_NAMES.items()}
    for code, aliases in subjects._ALIASES.items():
        for alias in aliases.split("|"):
            assert spelled.setdefault(compact(alias), code) == code, alias


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lớp 8A1", "8A1"),
        ("Khối 8 - Lớp 8A1", "8A1"),
        ("LỚP: 8/1", "8/1"),
        ("Lớp: 10 A2", "10A2"),
        ("Lớp 8a năm học 2025-2026", "8A"),
        ("Lớp 8 học kì I", None),
        ("Lớp 13A", None),
        ("Khối 8", None),
        ("TRƯỜNG THCS 8A1", None),
        ("Lớp 12Đ3", "12D3"),
    ],
)
def test_class_in_a_title_stands_after_its_word(text: str, found: str | None) -> None:
    assert class_in(text, titled=True) == found


@pytest.mark.parametrize(
    ("text", "found"), [("8A1", "8A1"), ("Lớp 8/2", "8/2"), ("lớp 6a", "6A"), ("Chồi 1", "Chồi 1"), (" ", None)]
)
def test_class_in_a_column(text: str, found: str | None) -> None:
    assert class_value(text) == found


@pytest.mark.parametrize(
    ("school_class", "grade"), [("8A1", 8), ("12B", 12), ("10/3", 10), ("Chồi", None), (None, None)]
)
def test_grade_is_the_number_of_the_class(school_class: str | None, grade: int | None) -> None:
    assert grade_of(school_class) == grade


@pytest.mark.parametrize(
    ("title", "sheet", "subject", "school_class", "term", "year"),
    [
        ("BẢNG ĐIỂM CHI TIẾT MÔN TOÁN HỌC KỲ 1 NĂM HỌC 2025-2026", "Sheet1", "TOAN", None, 1, "2025-2026"),
        ("BẢNG ĐIỂM MÔN TIN HỌC HỌC KÌ II - LỚP 9B", "x", "TIN_HOC", "9B", 2, None),
        ("Môn học: KHTN", "6A_HK2", "KHTN", "6A", 2, None),
        ("DANH SÁCH HỌC SINH LỚP 8A1", "HocSinh", None, "8A1", None, None),
        ("HỌC SINH", "Điểm Ngữ văn 8A1 HK1", "NGU_VAN", "8A1", 1, None),
        ("Năm học: 2025 – 2027", "LS&ĐL", "LS_DL", None, None, None),
        ("Bảng điểm Địa lý lớp 7/2 HKI", "", "DIA_LI", "7/2", 1, None),
    ],
)
def test_titles_name_subject_class_term_and_year(
    title: str, sheet: str, subject: str | None, school_class: str | None, term: int | None, year: str | None
) -> None:
    context = read_titles([title], sheet)
    assert (context.subject, context.school_class, context.term, context.school_year) == (
        subject,
        school_class,
        term,
        year,
    )


def test_names_change_their_meaning_with_the_grade() -> None:
    assert subjects.for_grade("GDCD", 10) == "GDKT_PL"
    assert subjects.for_grade("GDCD", 9) == "GDCD"
    assert subjects.for_grade("HDTN", 6) == "HDTN_HN"
    assert subjects.for_grade("HDTN_HN", 3) == "HDTN"
    assert subjects.for_grade("HDTN", None) == "HDTN"


def test_cn_is_the_year_under_a_caption_and_technology_alone() -> None:
    assert interpret(1, ["CN"]).subject == "CONG_NGHE"
    assert interpret(1, ["Toán", "CN"]).period == 0
