"""What must hold for every pupil, whatever the marks."""

from __future__ import annotations

import copy
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pure.regulations.records import drawn, uniform

from hocba.kernel.codes import AssessmentKind, Level, Stage
from hocba.kernel.marks import Tenths, format_mark
from hocba.regulations.api import curriculum, evaluate_json

PLAN = curriculum(Stage.LOWER_SECONDARY, 8)
seeds = st.integers(0, 10**9)
DECISIONS = ["retained", "summer_conduct", "reassess", "promoted"]


def rank(level: str | None) -> int:
    return -1 if level is None else Level(level).rank


@settings(max_examples=300, deadline=None)
@given(seeds, st.data())
def test_a_better_mark_never_lowers_a_level(seed: int, data: st.DataObject) -> None:
    """One term's marks of one subject go up: averages, levels and the decision never go down."""
    dice = random.Random(seed)
    levels = {code: dice.choice([30, 35, 45, 50, 60, 65, 80, 90]) for code, p in PLAN.items() if not p.elective}
    before = uniform(
        "8", **{c: format_mark(Tenths(v)) for c, v in levels.items() if PLAN[c].kind is AssessmentKind.MARK}
    )
    after = copy.deepcopy(before)
    index = data.draw(st.integers(0, 7))
    better = data.draw(st.integers(levels[after["subjects"][index]["code"]], 100))
    after["subjects"][index]["terms"][data.draw(st.integers(0, 1))]["final"] = format_mark(Tenths(better))
    low, high = evaluate_json(before), evaluate_json(after)
    for old, new in zip([*low["terms"], low["year"]], [*high["terms"], high["year"]], strict=True):
        assert rank(new["level"]) >= rank(old["level"])
    assert DECISIONS.index(high["year"]["decision"]) >= DECISIONS.index(low["year"]["decision"])


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_order_of_subjects_is_irrelevant(seed: int) -> None:
    record = drawn(random.Random(seed))
    turned = {**record, "subjects": record["subjects"][::-1]}
    assert json.dumps(evaluate_json(record)) == json.dumps(evaluate_json(turned))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 11), st.integers(0, 1), st.sampled_from(["regular", "midterm", "final"]))
def test_undetermined_while_one_assessment_is_missing(subject: int, term: int, part: str) -> None:
    record = uniform("7")
    assessed = record["subjects"][subject]["terms"][term]
    assessed[part] = [None, *assessed["regular"][1:]] if part == "regular" else None
    answer = evaluate_json(record)
    assert answer["terms"][term]["level"] is None
    assert answer["terms"][1 - term]["level"] == "K"
    by_comment = record["subjects"][subject]["code"] in answer["year"]["comments"]
    # a comment subject's year is its second term (article 9 clause 1): a gap in the first leaves the year standing
    known = by_comment and term == 0
    assert (answer["year"]["level"], answer["year"]["decision"]) == (
        ("K", "promoted") if known else (None, "undetermined")
    )
    assert answer["problems"] == []


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_explanation_never_changes_a_result(seed: int) -> None:
    record = drawn(random.Random(seed))
    explained = evaluate_json(record, explain=True)
    trace = explained.pop("trace")
    assert explained == evaluate_json(record)
    for step in trace:
        node: object = explained
        for key in step["path"].split("."):
            node = node[int(key)] if isinstance(node, list) else node[key]
        if step["rule"] not in {"level", "reassess"}:  # the level before adjustment is explained first
            assert step["value"] == node, step


@pytest.mark.parametrize("grade", [6, 7, 8, 9])
@pytest.mark.parametrize("mark", range(0, 101, 5))
def test_uniform_marks_give_their_own_average(mark: int, grade: int) -> None:
    text = format_mark(Tenths(mark))
    assert set(evaluate_json(uniform(text, grade))["year"]["averages"].values()) == {text}


@pytest.mark.parametrize(
    ("mark", "level"),
    [("0", "CĐ"), ("4.9", "CĐ"), ("5", "Đ"), ("6.4", "Đ"), ("6.5", "K"), ("7.9", "K"), ("8", "T"), ("10", "T")],
)
def test_level_boundaries(mark: str, level: str) -> None:
    answer = evaluate_json(uniform(mark))
    assert [period["level"] for period in (*answer["terms"], answer["year"])] == [level] * 3
