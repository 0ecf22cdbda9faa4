"""Random pupils' years as JSON objects, many of them at the edges where a level turns."""

from __future__ import annotations

import random
from typing import Any

from hocba.kernel.codes import AssessmentKind, Stage
from hocba.kernel.marks import Tenths, format_mark
from hocba.regulations.api import curriculum, regular_count

EDGES = (0, 34, 35, 49, 50, 64, 65, 79, 80, 89, 90, 100)


def uniform(value: str, grade: int = 8, *, comment: str = "Đ", **others: str) -> dict[str, Any]:
    """Every assessment of the year is ``value``, but for the subjects named in ``others``."""
    subjects = []
    for code, plan in curriculum(Stage.LOWER_SECONDARY, grade).items():
        if not plan.elective:
            got = others.get(code, value if plan.kind is AssessmentKind.MARK else comment)
            term = {"regular": [got] * regular_count(code, grade), "midterm": got, "final": got}
            subjects.append({"code": code, "terms": [term, dict(term)]})
    return record(subjects, grade=grade)


def record(subjects: list[Any], **fields: Any) -> dict[str, Any]:
    facts = {"id": "p1", "stage": "lower_secondary", "grade": 8, "school_year": "2025-2026"}
    return {**facts, "conduct": ["T", "T"], "absences": 0, **fields, "subjects": subjects}


def subject(record: dict[str, Any], code: str) -> dict[str, Any]:
    return next(entry for entry in record["subjects"] if entry["code"] == code)


def drawn(dice: random.Random) -> dict[str, Any]:
    """One random year: some flat at edges, some scattered, some with gaps, exemptions, electives and a summer."""
    grade = dice.choice([6, 7, 8, 9])
    base, flat = dice.choice(EDGES), dice.random() < 0.7
    subjects = []
    for code, plan in curriculum(Stage.LOWER_SECONDARY, grade).items():
        if plan.elective and dice.random() < 0.95:
            continue
        level = base if dice.random() < 0.75 else dice.choice(EDGES)
        count = regular_count(code, grade)
        terms: list[Any] = [_term(dice, plan.kind, level, count, flat=flat) for _ in range(2)]
        if dice.random() < 0.01:
            terms = ["M", "M"]
        subjects.append({"code": code, "terms": terms})
    dice.shuffle(subjects)
    drawn_record = record(
        subjects,
        grade=grade,
        conduct=[dice.choice(["T", "K", "Đ", "CĐ"]) if dice.random() < 0.6 else "T" for _ in range(2)],
        absences=dice.choice([0, 3, 45, 46, None]) if dice.random() < 0.3 else 1,
    )
    if dice.random() < 0.3:
        drawn_record["summer"] = _summer(dice, subjects, grade)
    return drawn_record


def _term(dice: random.Random, kind: AssessmentKind, level: int, count: int, *, flat: bool) -> dict[str, Any]:
    def entry() -> str | None:
        if dice.random() < 0.0003:
            return None
        if kind is AssessmentKind.COMMENT:
            return "CĐ" if dice.random() < 0.01 else "Đ"
        spread = 0 if flat else dice.randint(-15, 15)
        return format_mark(Tenths(min(100, max(0, level + spread))))

    return {"regular": [entry() for _ in range(count)], "midterm": entry(), "final": entry()}


def _summer(dice: random.Random, subjects: list[dict[str, Any]], grade: int) -> dict[str, Any]:
    plan = curriculum(Stage.LOWER_SECONDARY, grade)
    marks = {
        entry["code"]: format_mark(Tenths(dice.choice(EDGES)))
        if plan[entry["code"]].kind is AssessmentKind.MARK
        else dice.choice(["Đ", "CĐ"])
        for entry in subjects
        if dice.random() < 0.8
    }
    return {"reassessed": marks, "conduct": dice.choice(["Đ", "CĐ", "T", None])}
