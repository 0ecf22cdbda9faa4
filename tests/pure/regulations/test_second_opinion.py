"""Two implementations that share nothing must agree on every random pupil."""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal
from typing import Any

from tests.pure.regulations.records import drawn
from tests.pure.regulations.second_opinion import opinion

from hocba.regulations.api import evaluate_json

STUDENTS = 20_000


def as_opinion(answer: dict[str, Any]) -> dict[str, Any]:
    periods = [*answer["terms"], answer["year"]]
    return {
        "results": [
            {**{code: _number(mark) for code, mark in p["averages"].items()}, **p["comments"]} for p in periods
        ],
        "levels": [period["level"] for period in periods],
        "adjusted": answer["year"]["adjusted"],
        "conduct": answer["year"]["conduct"],
        "honour": answer["year"]["honour"],
        "decision": answer["year"]["decision"],
        "reassess": set(answer["year"]["reassess"]),
    }


def _number(mark: str | None) -> Decimal | str | None:
    return mark if mark in (None, "M") else Decimal(mark)


def test_both_readings_agree_on_random_years() -> None:
    dice = random.Random(22_2021)
    seen: Counter[str] = Counter()
    for _ in range(STUDENTS):
        record = drawn(dice)
        ours, theirs = as_opinion(evaluate_json(record)), opinion(record)
        assert ours == theirs, record
        seen.update([f"level {ours['levels'][2]}", f"decision {ours['decision']}", f"honour {ours['honour']}"])
        seen["adjusted"] += ours["adjusted"]
    # the draw must reach every branch often enough to mean something
    assert len([key for key in seen if key.startswith("level")]) == 5
    assert len([key for key in seen if key.startswith("decision")]) == 6
    assert len([key for key in seen if key.startswith("honour")]) == 3
    assert min(seen.values()) > STUDENTS // 500, seen
