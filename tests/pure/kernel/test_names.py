"""One spelling, one order, one folded form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hocba.kernel.names import clean, fold, given_name, repeated, sort_key

NAMES = ["Nguyễn Thị Ánh", "Đặng Quỳnh Ơn", "Lê Huyền Ưu", "Hoàng Yến", "Trần Đình Ân"]


@pytest.mark.parametrize("name", NAMES)
def test_composed_and_decomposed_spellings_are_one_name(name: str) -> None:
    decomposed = unicodedata.normalize("NFD", name)
    assert clean(decomposed) == clean(name) == name
    assert sort_key(decomposed) == sort_key(name)
    assert fold(decomposed) == fold(name)


@pytest.mark.parametrize("written", ["  Lê\u00a0 Huyền\tƯu ", "Lê Huyền Ưu\u200b", "\ufeffLê Huyền Ưu", "Lê Huyền\nƯu"])
def test_invisible_characters_and_spaces_are_cleaned_away(written: str) -> None:
    assert clean(written) == "Lê Huyền Ưu"


def test_look_alikes_of_the_barred_d_are_one_letter() -> None:
    assert clean("Ðặng") == clean("Ɖặng") == "Đặng"


@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing_and_nothing_raises(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert isinstance(sort_key(text), str)
    assert isinstance(fold(text), str)


def test_folding_serves_search() -> None:
    assert fold("Đặng Thị Ánh") == "dang thi anh"
    assert fold("ĐỖ ƯỚC") == "do uoc"


def test_a_class_list_goes_by_given_name_then_by_the_rest() -> None:
    listed = ["Trần Thị An", "Lê Văn Ân", "Phạm Thị Bình", "Bùi Đức Dũng", "Vũ Văn Đạt", "Lê Thị Hà", "Trần Văn Hà"]
    backwards = listed[::-1]
    assert sorted(backwards, key=sort_key) == listed


def test_letters_go_by_the_vietnamese_alphabet() -> None:
    letters = ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    backwards = letters[::-1]
    assert sorted(backwards, key=sort_key) == letters


def test_tones_go_ngang_huyen_hoi_nga_sac_nang() -> None:
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    backwards = tones[::-1]
    assert sorted(backwards, key=sort_key) == tones


def test_people_are_called_by_the_last_word() -> None:
    assert given_name(" Nguyễn Thị  Ánh ") == "Ánh"
    assert given_name("") == ""


def test_only_names_that_stand_twice_need_more_to_be_told_apart() -> None:
    assert repeated(["Nguyễn Minh Anh", "Lê Thị Hà", "Nguyễn Minh Anh"]) == {"Nguyễn Minh Anh"}
    assert repeated(["Nguyễn Minh Anh", "Nguyễn Mình Anh"]) == frozenset()
