"""``hocba evaluate`` as its users meet it: lines in, lines out, never a traceback."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.pure.regulations.records import drawn, record, subject, uniform

from hocba.cli.evaluate import LONGEST_LINE
from hocba.regulations.schemas import schema

INPUT, OUTPUT = Draft202012Validator(schema("input")), Draft202012Validator(schema("output"))


def run(data: bytes, *words: str) -> tuple[int, list[dict[str, Any]]]:
    command = [sys.executable, "-m", "hocba.cli.main", "evaluate", *words]
    done = subprocess.run(command, input=data, capture_output=True, timeout=120, check=False)
    assert b"Traceback" not in done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for answer in answers:
        OUTPUT.validate(answer)
    return done.returncode, answers


def line(given: object) -> bytes:
    return json.dumps(given, ensure_ascii=False).encode()


def test_answers_come_in_the_order_of_the_lines() -> None:
    given = [{**uniform("7"), "id": f"p{number}"} for number in range(50)]
    status, answers = run(b"\n".join(map(line, given)))
    assert status == 0
    assert [answer["id"] for answer in answers] == [entry["id"] for entry in given]


def test_a_second_reading_of_the_law_is_not_a_bad_line() -> None:
    status, [answer] = run(line(uniform("8.5", GDTC="CĐ")))
    assert status == 0
    assert {problem["code"] for problem in answer["problems"]} == {"interpretation.one_subject_comment"}
    assert "Giáo dục thể chất" in answer["problems"][0]["message"]


def test_one_bad_line_does_not_stop_the_others() -> None:
    status, answers = run(b"\n".join([line(uniform("7")), b"{oops", line(uniform("8"))]))
    assert status == 1
    assert [answer.get("year", {}).get("level") for answer in answers] == ["K", None, "T"]


@pytest.mark.parametrize(
    ("bad", "code", "identity"),
    [
        (b"not json", "json.invalid", None),
        (b'{"id":"a","grade":NaN}', "json.invalid", "a"),
        (b'{"id":"a","absences":Infinity}', "json.invalid", "a"),
        (b'{"id":"a","absences":' + b"9" * 5000 + b"}", "json.invalid", None),
        (b'{"id":"a","absences":' + b"9" * 50 + b"}", "json.invalid", "a"),
        (b'{"id":"a","grade":8,"grade":9}', "json.duplicate_key", "a"),
        (b"[" * 100_000, "json.too_deep", None),
        (b'{"a":' * 100_000, "json.too_deep", None),
        (b'{"id":"\xff"}', "json.not_utf8", None),
        (b'{"id":"' + b"x" * LONGEST_LINE + b'"}', "evaluate.line_too_long", None),
        (b'{"id":"\\ud800"}', "evaluate.field_missing", "\ud800"),
        (b"[]", "evaluate.not_an_object", None),
        (b"null", "evaluate.not_an_object", None),
        (b"\x00", "json.invalid", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_hostile_line_gets_its_code_and_the_next_line_its_answer(bad: bytes, code: str, identity: str | None) -> None:
    status, [first, second] = run(bad + b"\n" + line(uniform("7")) + b"\n")
    assert status == 1
    assert (first["id"], [problem["code"] for problem in first["problems"]]) == (identity, [code])
    assert first["problems"][0]["message"]
    assert second["year"]["level"] == "K"


def test_blank_lines_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    status, answers = run(b"\xef\xbb\xbf" + line(uniform("7")) + b"\r\n\r\n  \n" + line(uniform("8")))
    assert status == 0
    assert len(answers) == 2


def test_nothing_in_nothing_out() -> None:
    assert run(b"") == (0, [])


def test_a_file_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "class.jsonl").write_bytes(line(uniform("7")))
    assert run(b"", str(tmp_path / "class.jsonl"))[0] == 0
    assert run(b"", str(tmp_path / "nowhere.jsonl")) == (2, [])
    assert run(b"", str(tmp_path)) == (2, [])


def test_explain_cites_the_law_and_speaks_to_a_parent() -> None:
    given = uniform("8.5", TOAN="4.9")
    subject(given, "TIN_HOC")["terms"][1]["final"] = None
    _, [answer] = run(line(given), "--explain")
    steps = {(step["path"], step["rule"]): step for step in answer["trace"]}
    average = steps["terms.0.averages.TOAN", "term_average"]
    assert (average["article"], average["clause"], average["point"]) == (9, 1, "b")
    assert average["numbers"] == {"regular": ["4.9"] * 4, "midterm": "4.9", "final": "4.9"}
    raised = steps["terms.0.level", "one_subject"]
    assert (raised["article"], raised["clause"], raised["value"], raised["numbers"]["subject"]) == (9, 3, "K", "TOAN")
    assert "Mức Đạt được điều chỉnh lên mức Khá" in raised["sentence"]
    assert steps["terms.1.averages.TIN_HOC", "term_average"]["sentence"] == "Tin học: còn thiếu đánh giá cuối kì."
    assert steps["year.level", "level"]["value"] is None
    assert "Tin học" in steps["year.level", "level"]["sentence"]


def test_every_random_record_and_its_answers_keep_to_the_published_schemas() -> None:
    dice = random.Random(5)
    given = [drawn(dice) for _ in range(60)]
    for entry in given:
        INPUT.validate(entry)
    run(b"\n".join(map(line, given)))
    run(b"\n".join(map(line, given)), "--explain")


@pytest.mark.parametrize(
    "wrong",
    [
        {**uniform("8"), "absences": "3"},
        {**uniform("8"), "extra": 1},
        {**uniform("8"), "conduct": ["A", "B"]},
        record([{"code": "TOAN", "terms": [{"midterm": "8.75"}]}]),
        record([{"code": "TOAN", "terms": [{"midterm": 8}]}]),
    ],
)
def test_the_input_schema_refuses_what_the_command_reports(wrong: dict[str, Any]) -> None:
    assert not INPUT.is_valid(wrong)
    assert run(line(wrong))[0] == 1
