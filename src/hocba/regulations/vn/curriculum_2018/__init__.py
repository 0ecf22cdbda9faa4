"""The 2018 general education curriculum as data: subjects, periods per year, how each is assessed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeAlias

import yaml

from hocba.kernel.codes import AssessmentKind, Stage
from hocba.kernel.problems import fail
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.curriculum import SubjectPlan

Plan: TypeAlias = Mapping[SubjectCode, SubjectPlan]

_FILES = {Stage.LOWER_SECONDARY: "lower_secondary.yaml"}


@cache
def plan(stage: Stage, grade: int) -> Plan:
    """Subjects of a grade in the curriculum's order. Raises ProblemError ``curriculum.not_found``."""
    table = _table(stage)
    if grade not in table["grades"]:
        raise fail("curriculum.not_found", value=str(grade), stage=stage)
    column = table["grades"].index(grade)
    rows = ((SubjectCode(code), row) for code, row in table["subjects"].items())
    return MappingProxyType({code: _subject(code, row, column) for code, row in rows})


def _table(stage: Stage) -> dict[str, Any]:
    name = _FILES.get(stage)
    if name is None:
        return {"grades": []}
    loaded: dict[str, Any] = yaml.safe_load(files(__name__).joinpath(name).read_text("utf-8"))
    return loaded


def _subject(code: SubjectCode, row: Mapping[str, Any], column: int) -> SubjectPlan:
    return SubjectPlan(
        code=code,
        kind=AssessmentKind(row["kind"]),
        periods=row["periods"][column],
        elective=row.get("elective", False),
    )
