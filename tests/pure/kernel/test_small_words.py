"""School years, identifiers, codes, problems, strict JSON."""

from __future__ import annotations

import pytest

from hocba.kernel import strict_json
from hocba.kernel.codes import Level, Stage
from hocba.kernel.ids import mask_id, parse_personal_id
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import subject_name


@pytest.mark.parametrize("text", ["2025-2026", " 2025-2026 ", "2025 - 2026", "2025–2026", "2025/2026"])
def test_a_school_year_is_read_and_written_one_way(text: str) -> None:
    assert str(SchoolYear.parse(text)) == "2025-2026"


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-2025", "2025-2027", "2026-2025", "25-26", "２０２５-２０２６", "2025-2026-2027"]
)
def test_what_is_not_a_school_year_says_so(text: str) -> None:
    with pytest.raises(ProblemError, match=r"school_year\.invalid"):
        SchoolYear.parse(text)


def test_school_years_have_an_order_and_an_end() -> None:
    assert SchoolYear(2024) < SchoolYear(2025)
    assert SchoolYear(2025).end == 2026


@pytest.mark.parametrize("text", ["031212001234", "031 212 001 234"])
def test_a_personal_id_has_twelve_digits(text: str) -> None:
    assert parse_personal_id(text) == "031212001234"


@pytest.mark.parametrize("text", ["", "31212001234", "0312120012345", "03121200123a", "０31212001234"])
def test_a_wrong_personal_id_is_refused_and_never_repeated_whole(text: str) -> None:
    with pytest.raises(ProblemError) as caught:
        parse_personal_id(text)
    assert len(text) < 4 or caught.value.problem.value != text


def test_masking_leaves_three_characters() -> None:
    assert mask_id("031212001234") == "•••••••••234"
    assert mask_id("12") == "••"
    assert mask_id("") == ""


def test_levels_have_ranks_and_stages_have_grades() -> None:
    assert [level.rank for level in Level] == [3, 2, 1, 0]
    assert [Stage.of_grade(grade) for grade in (1, 5, 6, 9, 10, 12)] == [
        *[Stage.PRIMARY] * 2,
        *[Stage.LOWER_SECONDARY] * 2,
        *[Stage.UPPER_SECONDARY] * 2,
    ]
    with pytest.raises(StopIteration):
        Stage.of_grade(13)


def test_an_unknown_subject_is_shown_as_it_is() -> None:
    assert subject_name("LS_DL") == "Lịch sử và Địa lí"
    assert subject_name("XYZ") == "XYZ"


def test_a_problem_travels_with_what_it_knows_and_no_more() -> None:
    assert Problem("a.b").as_json() == {"code": "a.b"}
    assert fail("a.b", "x", "1", n="2").problem.as_json() == {
        "code": "a.b",
        "path": "x",
        "value": "1",
        "params": {"n": "2"},
    }


@pytest.mark.parametrize(
    ("data", "value"), [(b"{}", {}), (b' {"a": [1, null, "x"]} ', {"a": [1, None, "x"]}), (b"-7", -7)]
)
def test_json_is_read(data: bytes, value: object) -> None:
    assert strict_json.loads(data) == value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "json.invalid"),
        (b"{} {}", "json.invalid"),
        (b"NaN", "json.invalid"),
        (b"-Infinity", "json.invalid"),
        (b"9" * 19, "json.invalid"),
        (b"9" * 10_000, "json.invalid"),
        (b'{"a":{"b":1,"b":1}}', "json.duplicate_key"),
        (b"[" * 50_000, "json.too_deep"),
        (b'"\xc3"', "json.not_utf8"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_json_that_others_let_pass_or_die_of_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        strict_json.loads(data)
    assert caught.value.problem.code == code
