"""A check points to a place of the record; people read its Vietnamese name."""

from __future__ import annotations

import pytest

from hocba.kernel.problems import Problem
from hocba.wording.api import sentence
from hocba.wording.transcript import field_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("student.gender", "giới tính của học sinh"),
        ("subjects.TOAN.teacher", "giáo viên môn Toán"),
        ("subjects.TOAN.teacher.identity", "giáo viên môn Toán"),
        ("subjects", "các môn học"),
    ],
)
def test_a_place_has_a_name(path: str, name: str) -> None:
    assert field_name(path) == name


def test_an_unknown_place_is_shown_as_it_is() -> None:
    assert field_name("corrections.0") == "corrections.0"


def test_sentences_carry_the_name_and_not_the_path() -> None:
    text = sentence(Problem("lint.missing", "student.gender"))
    assert "giới tính của học sinh" in text
    assert "student.gender" not in text
