"""Bad input has a code and a place, and the rest of the record is still computed."""

from __future__ import annotations

from typing import Any

import pytest
from tests.pure.regulations.records import record, subject, uniform

from hocba.regulations.api import evaluate_json


def codes(answer: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(problem["code"], problem.get("path")) for problem in answer["problems"]]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("85", "mark.ambiguous"),
        ("10.5", "mark.out_of_range"),
        ("-1", "mark.out_of_range"),
        ("8.75", "mark.too_precise"),
        ("tám", "mark.not_a_number"),
        ("", "mark.not_a_number"),
        ("８", "mark.not_a_number"),
        ("1e1", "mark.not_a_number"),
        ("9" * 10_000, "mark.not_a_number"),
        (7.5, "evaluate.not_a_string"),
        (8, "evaluate.not_a_string"),
        (True, "evaluate.not_a_string"),
        (["8"], "evaluate.not_a_string"),
        ({}, "evaluate.not_a_string"),
    ],
)
def test_a_bad_mark_costs_only_its_own_subject(value: object, code: str) -> None:
    given = uniform("8.5")
    subject(given, "TOAN")["terms"][1]["midterm"] = value
    answer = evaluate_json(given)
    assert codes(answer) == [(code, "subjects.TOAN.terms.1.midterm")]
    assert len(str(answer["problems"][0].get("value", ""))) <= 40
    assert answer["year"]["averages"]["TOAN"] is None
    assert answer["year"]["averages"]["NGU_VAN"] == "8.5"
    assert answer["terms"][0]["level"] == "T"
    assert (answer["year"]["level"], answer["year"]["decision"]) == (None, "undetermined")


@pytest.mark.parametrize("written", ["8,5", "8.50", " 8.5 "])
def test_other_spellings_of_a_mark_are_read(written: str) -> None:
    given = uniform("8.5")
    subject(given, "TOAN")["terms"][0]["final"] = written
    assert evaluate_json(given)["year"]["averages"]["TOAN"] == "8.5"


def test_a_mark_in_a_comment_subject_and_the_other_way_round() -> None:
    given = uniform("8.5")
    subject(given, "GDTC")["terms"][0]["final"] = "8"
    subject(given, "TOAN")["terms"][0]["final"] = "Đ"
    assert sorted(codes(evaluate_json(given))) == [
        ("comment.unknown", "subjects.GDTC.terms.0.final"),
        ("mark.not_a_number", "subjects.TOAN.terms.0.final"),
    ]


def test_an_unknown_subject_is_left_aside() -> None:
    given = uniform("8.5")
    given["subjects"].append({"code": "VAT_LI", "terms": []})
    answer = evaluate_json(given)
    assert codes(answer) == [("subject.unknown", "subjects.12.code")]
    assert answer["year"]["level"] == "T"


def test_a_subject_that_stands_twice_is_not_believed() -> None:
    given = uniform("8.5")
    given["subjects"].append(subject(uniform("4"), "TOAN"))
    answer = evaluate_json(given)
    assert codes(answer) == [("subject.duplicate", "subjects.TOAN")]
    assert answer["year"]["averages"]["TOAN"] is None
    assert answer["year"]["level"] is None


def test_a_compulsory_subject_that_is_not_there_is_missing_data() -> None:
    given = uniform("8.5")
    given["subjects"].remove(subject(given, "GDDP"))
    answer = evaluate_json(given)
    assert codes(answer) == [("subject.missing", "subjects.GDDP")]
    assert answer["year"]["decision"] == "undetermined"


def test_a_kind_against_the_curriculum_is_said_and_not_applied() -> None:
    given = uniform("8.5")
    subject(given, "TOAN")["kind"] = "comment"
    answer = evaluate_json(given)
    assert codes(answer) == [("subject.kind_differs", "subjects.TOAN.kind")]
    assert answer["year"]["averages"]["TOAN"] == "8.5"


@pytest.mark.parametrize(
    "exempt", ["M", ["M", "M"], [{"regular": "M"}, {"midterm": "M"}], [{"regular": ["M", "M"], "final": "M"}, "M"]]
)
def test_exempt_is_understood_in_every_place(exempt: object) -> None:
    given = uniform("8.5")
    subject(given, "TOAN")["terms"] = exempt
    answer = evaluate_json(given)
    assert answer["problems"] == []
    assert answer["year"]["averages"]["TOAN"] == "M"
    assert answer["year"]["level"] == "T"


def test_marks_of_an_exempt_subject_contradict_themselves() -> None:
    given = uniform("8.5")
    subject(given, "TOAN")["terms"][0]["final"] = "M"
    answer = evaluate_json(given)
    assert codes(answer) == [("subject.exempt_with_marks", "subjects.TOAN.terms.0")]
    assert answer["year"]["averages"]["TOAN"] is None


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"id": None}, ("evaluate.field_missing", "id")),
        ({"id": 7}, ("evaluate.field_type", "id")),
        ({"stage": "university"}, ("evaluate.stage_unknown", "stage")),
        ({"stage": ["lower_secondary"]}, ("evaluate.field_type", "stage")),
        ({"grade": "8"}, ("evaluate.field_type", "grade")),
        ({"grade": 8.0}, ("evaluate.field_type", "grade")),
        ({"grade": True}, ("evaluate.field_type", "grade")),
        ({"grade": 5}, ("grade.not_in_stage", "grade")),
        ({"grade": 10**17}, ("grade.not_in_stage", "grade")),
        ({"stage": "primary", "grade": 3}, ("ruleset.not_found", "grade")),
        ({"school_year": "2025"}, ("school_year.invalid", "school_year")),
        ({"school_year": "2025-2027"}, ("school_year.invalid", "school_year")),
        ({"school_year": "2031-2032"}, ("ruleset.year_not_known", "school_year")),
        ({"school_year": "2022-2023"}, ("ruleset.not_found", "grade")),
    ],
)
def test_what_cannot_be_judged_says_why(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    answer = evaluate_json({**uniform("8"), **fields})
    assert set(answer) == {"id", "problems"}
    assert codes(answer) == [problem]


@pytest.mark.parametrize("given", [None, [], "x", 3, True, {}])
def test_what_is_not_a_record_says_so(given: object) -> None:
    answer = evaluate_json(given)
    assert answer["id"] is None
    assert next(problem["code"] for problem in answer["problems"]).startswith("evaluate.")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"absences": -1}, ("evaluate.integer", "absences")),
        ({"absences": 10**12}, ("evaluate.integer", "absences")),
        ({"absences": "3"}, ("evaluate.integer", "absences")),
        ({"absences": True}, ("evaluate.integer", "absences")),
        ({"conduct": ["T", "A"]}, ("evaluate.level_unknown", "conduct.1")),
        ({"conduct": ["T", ["K"]]}, ("evaluate.level_unknown", "conduct.1")),
        ({"conduct": "T"}, ("evaluate.two_terms", "conduct")),
        ({"conduct": ["T", "T", "T"]}, ("evaluate.two_terms", "conduct")),
    ],
)
def test_a_bad_fact_leaves_averages_and_level_standing(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    answer = evaluate_json({**uniform("8"), **fields})
    assert codes(answer) == [problem]
    assert answer["year"]["level"] == "T"
    assert answer["year"]["decision"] == "undetermined"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"summer": []}, ("evaluate.field_type", "summer")),
        ({"summer": {"reassessed": ["TOAN"]}}, ("evaluate.field_type", "summer.reassessed")),
        ({"summer": {"reassessed": {"XYZ": "5"}}}, ("subject.unknown", "summer.reassessed.XYZ")),
        ({"summer": {"reassessed": {"TOAN": "55"}}}, ("mark.ambiguous", "summer.reassessed.TOAN")),
        ({"summer": {"reassessed": {"GDTC": "5"}}}, ("comment.unknown", "summer.reassessed.GDTC")),
        ({"summer": {"conduct": "Tốt"}}, ("evaluate.level_unknown", "summer.conduct")),
        ({"sumer": {}}, ("evaluate.field_unknown", "sumer")),
    ],
)
def test_a_bad_summer_leaves_the_year_standing(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    answer = evaluate_json({**uniform("8"), **fields})
    assert codes(answer) == [problem]
    assert answer["year"]["decision"] == "promoted"


@pytest.mark.parametrize(
    "subjects", [None, {}, "TOAN", [None], ["TOAN"], [{}], [{"code": 3}], [{"code": "TOAN", "terms": 5}]]
)
def test_misshapen_subjects_never_raise(subjects: Any) -> None:
    answer = evaluate_json(record(subjects))
    assert answer["year"]["decision"] == "undetermined"
    assert any(problem["code"].startswith("evaluate.") for problem in answer["problems"])


@pytest.mark.parametrize(
    "term",
    [
        5,
        "x",
        [],
        [1],
        {"regular": 5},
        {"regular": {"a": 1}},
        {"regular": "8777"},
        {"regular": ""},
        {"mid": "8"},
        {"regular": [["8"]]},
        True,
    ],
)
def test_misshapen_terms_never_raise(term: object) -> None:
    given = uniform("8.5")
    subject(given, "TOAN")["terms"][0] = term
    answer = evaluate_json(given)
    assert answer["problems"]
    assert answer["year"]["averages"]["TOAN"] is None
    assert answer["year"]["averages"]["NGU_VAN"] == "8.5"
