"""The record as JSON, and its published schema."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from tests.samples import sample_subjects, sample_transcript

from hocba.kernel.problems import ProblemError
from hocba.transcript import model
from hocba.transcript.api import record_from_json, record_to_json

SCHEMAS = files("hocba.transcript.schemas")


def test_a_record_comes_back_equal() -> None:
    exempt = replace(sample_subjects()[0], term1="M", term2=None, year=None)
    transcript = sample_transcript(subjects=(exempt, *sample_subjects()[1:]), extra={"a": "b"}, supersedes="x:1")
    assert record_from_json(json.dumps(record_to_json(transcript))) == transcript


def test_marks_travel_as_exact_strings() -> None:
    subjects = record_to_json(sample_transcript())["subjects"]
    assert (subjects[0]["term1"], subjects[1]["term2"], subjects[7]["term2"]) == ("7.8", "9", "10")


def test_what_has_a_default_may_be_left_out() -> None:
    plain = record_to_json(sample_transcript(demonstration=False))
    for key in ("corrections", "supersedes", "demonstration", "extra"):
        del plain[key]
    assert record_from_json(plain) == sample_transcript(demonstration=False)


def test_the_published_example_is_the_sample_record() -> None:
    assert record_from_json(SCHEMAS.joinpath("hocba-record-1.example.json").read_bytes()) == sample_transcript()


@pytest.mark.parametrize(
    ("keys", "value", "code", "path"),
    [
        (["grade"], "8", "record.bad_value", "grade"),
        (["grade"], True, "record.bad_value", "grade"),
        (["subjects", 1, "year"], 8.8, "record.bad_value", "subjects.1.year"),
        (["subjects", 1, "year"], "8.88", "record.bad_value", "subjects.1.year"),
        (["subjects", 1, "kind"], "score", "record.bad_value", "subjects.1.kind"),
        (["subjects"], {}, "record.bad_value", "subjects"),
        (["summary", "decision"], "passed", "record.bad_value", "summary.decision"),
        (["summary", "year"], None, "record.bad_value", "summary.year"),
        (["school_year"], "2025-2027", "record.bad_value", "school_year"),
        (["issued_on"], "29/5/2026", "record.bad_value", "issued_on"),
        (["salt"], "!!", "record.bad_value", "salt"),
        (["student", "nickname"], "x", "record.unknown_key", "student.nickname"),
        (["extra"], {"a": 1}, "record.bad_value", "extra.a"),
    ],
)
def test_a_wrong_value_is_named_by_its_path(keys: list[Any], value: Any, code: str, path: str) -> None:
    plain = json.loads(json.dumps(record_to_json(sample_transcript())))
    place = plain
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    with pytest.raises(ProblemError) as caught:
        record_from_json(plain)
    assert (caught.value.problem.code, caught.value.problem.path) == (code, path)


@pytest.mark.parametrize("source", ["", "{", b"\xff", "[" * 100_000])
def test_broken_json_is_refused(source: str | bytes) -> None:
    with pytest.raises(ProblemError) as caught:
        record_from_json(source)
    assert caught.value.problem.code == "record.not_json"


@pytest.mark.parametrize("source", ["[]", "1", "null", '"x"'])
def test_json_that_is_no_object_is_refused(source: str) -> None:
    with pytest.raises(ProblemError) as caught:
        record_from_json(source)
    assert caught.value.problem.code == "record.bad_value"


def test_a_missing_key_is_named() -> None:
    plain = record_to_json(sample_transcript())
    del plain["student"]["name"]
    with pytest.raises(ProblemError) as caught:
        record_from_json(plain)
    assert (caught.value.problem.code, caught.value.problem.path) == ("record.missing_key", "student.name")


@pytest.mark.parametrize(
    ("definition", "kind"),
    [
        ("", model.Transcript),
        ("school", model.School),
        ("student", model.Student),
        ("parent", model.Parent),
        ("history_row", model.StudyHistoryRow),
        ("subject", model.SubjectResult),
        ("signatory", model.Signatory),
        ("levels", model.LevelPair),
        ("summary", model.YearSummary),
        ("correction", model.Correction),
    ],
)
def test_the_schema_describes_the_model(definition: str, kind: type) -> None:
    schema = json.loads(SCHEMAS.joinpath("hocba-record-1.schema.json").read_text())
    described = schema["$defs"][definition] if definition else schema
    fields = dataclasses.fields(kind)
    no_default = {
        f.name for f in fields if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    }
    assert set(described["properties"]) == {f.name for f in fields}
    assert set(described["required"]) == no_default
    assert described["additionalProperties"] is False
