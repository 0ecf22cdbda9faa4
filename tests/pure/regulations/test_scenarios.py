"""What the lawyer's scenarios say is what the law as code concludes."""

from __future__ import annotations

import json
from functools import reduce

import pytest

from hocba.regulations.api import evaluate_json
from hocba.regulations.scenarios import Scenario, scenarios

ALL = list(scenarios())


def at(answer: dict, path: str) -> object:
    if path == "decision":
        path = "year.decision"
    return reduce(lambda node, key: node[int(key)] if isinstance(node, list) else node[key], path.split("."), answer)


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: f"{scenario.source} {scenario.title}")
def test_scenario(scenario: Scenario) -> None:
    answer = evaluate_json(json.loads(json.dumps(scenario.given)))
    expected = dict(scenario.expect)
    codes = [problem["code"] for problem in answer["problems"]]
    assert [code for code in codes if code.startswith("interpretation.")] == scenario.interpretations
    assert [code for code in codes if not code.startswith("interpretation.")] == expected.pop("problems", [])
    assert {path: at(answer, path) for path in expected} == expected


def test_every_article_that_decides_has_scenarios() -> None:
    assert {scenario.source.split("-")[1] for scenario in ALL} == {"06", "08", "09", "11", "12", "13", "15"}
