"""Scenarios that a lawyer can read, by article: short YAML, expanded to full records for ``evaluate_json``.

``marks`` and ``comments`` say what a subject (or all ``others``) got: one value for every assessment of the year, a
pair for the two terms, or a whole term spelled out. A subject at ``absent`` is left out of the record.
``expect`` names values of the answer by path, and the codes of ``problems`` (none, if silent); codes of second readings
stand under ``interpretations`` (none, if silent).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from hocba.kernel.codes import AssessmentKind, Stage
from hocba.regulations.curriculum import SubjectPlan
from hocba.regulations.vn.curriculum_2018 import plan
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.regular_count import regular_count

_FOLDERS = ("hocba.regulations.vn.tt22_2021",)
_DEFAULTS: Mapping[str, Any] = {
    "grade": 8,
    "school_year": "2025-2026",
    "marks": {"others": "8.5"},
    "comments": {"others": "Đ"},
    "conduct": ["T", "T"],
    "absences": 0,
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """``source``: file, article and clause. ``given``: a record for ``evaluate_json``. ``expect``: path → value."""

    source: str
    title: str
    given: dict[str, Any]
    expect: dict[str, Any]
    interpretations: list[str]


def scenarios() -> Iterator[Scenario]:
    """Every scenario of every circular."""
    for folder in _FOLDERS:
        for file in sorted(files(folder).joinpath("scenarios").iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".yaml"):
                yield from _read(file.name, yaml.safe_load(file.read_text("utf-8")))


def _read(name: str, sheet: Mapping[str, Any]) -> Iterator[Scenario]:
    for number, written in enumerate(sheet["scenarios"], start=1):
        facts = {**_DEFAULTS, **written}
        source = f"{name}:{number}"
        doubts = written.get("interpretations", [])
        yield Scenario(source, written["title"], _record(source, facts), written["expect"], doubts)


def _record(identity: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    stage = Stage.of_grade(facts["grade"])
    said = {AssessmentKind.MARK: facts["marks"], AssessmentKind.COMMENT: facts["comments"]}
    subjects = [
        {"code": code, "terms": _terms(subject, _value(said[subject.kind], subject))}
        for code, subject in plan(stage, facts["grade"]).items()
        if _value(said[subject.kind], subject) != "absent"
    ]
    record = {key: facts[key] for key in ("grade", "school_year", "conduct", "absences", "summer") if key in facts}
    return {"id": identity, "stage": str(stage), **record, "subjects": subjects}


def _value(said: Mapping[str, Any], subject: SubjectPlan) -> Any:
    return said.get(subject.code, "absent" if subject.elective else said["others"])


def _terms(subject: SubjectPlan, value: Any) -> list[Any]:
    pair = value if isinstance(value, list) else [value, value]
    return [_term(subject, one) for one in pair]


def _term(subject: SubjectPlan, value: Any) -> Any:
    if value is None or value == "M" or isinstance(value, dict):
        return value
    count = regular_count(subject.kind, subject.periods, Parameters())
    return {"regular": [value] * count, "midterm": value, "final": value}
