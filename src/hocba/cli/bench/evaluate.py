"""Bao nhiêu năm học của học sinh được xét trong một giây, kể cả đọc và viết JSON."""

from __future__ import annotations

import argparse
import json
import random

from hocba.cli.bench.report import Report
from hocba.cli.evaluate import judge_line
from hocba.kernel.codes import AssessmentKind, Stage
from hocba.kernel.marks import Tenths, format_mark
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import curriculum, evaluate_json, regular_count

HELP = "xét kết quả năm học từ điểm: số học sinh mỗi giây"
_DIFFERENT = 500
_GRADE = 8


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--students", type=int, default=20_000, help="số học sinh của mỗi phép đo")


def measure(arguments: argparse.Namespace) -> Report:
    """The same lines three ways; the bare JSON round trip shows what of it is not the law."""
    report = Report("evaluate")
    lines = [_line(random.Random(seed)) for seed in range(_DIFFERENT)]  # noqa: S311 - invented marks
    work = [lines[index % _DIFFERENT] for index in range(arguments.students)]
    with report.row("từ JSON đến JSON", "năm học") as whole:
        for line in work:
            json.dumps(judge_line(line), ensure_ascii=False)
        whole.work = len(work)
    explained = work[: max(len(work) // 5, 1)]
    with report.row("từ JSON đến JSON, có giải thích", "năm học") as row:
        for line in explained:
            json.dumps(judge_line(line, explain=True), ensure_ascii=False)
        row.work = len(explained)
    results = [evaluate_json(json.loads(line)) for line in lines]
    with report.row("riêng JSON, không xét gì", "năm học") as bare:
        for index, line in enumerate(work):
            json.loads(line)
            json.dumps(results[index % _DIFFERENT], ensure_ascii=False)
        bare.work = len(work)
    report.ratio("xét / riêng JSON", whole, bare)
    return report


def _line(dice: random.Random) -> bytes:
    plan = curriculum(Stage.LOWER_SECONDARY, _GRADE)
    subjects = [
        {"code": code, "terms": [_term(dice, code, subject.kind) for _ in range(2)]}
        for code, subject in plan.items()
        if not subject.elective
    ]
    record = {
        "id": f"{dice.getrandbits(40):010x}",
        "stage": Stage.LOWER_SECONDARY,
        "grade": _GRADE,
        "school_year": "2025-2026",
        "subjects": subjects,
        "conduct": [dice.choice(["T", "K", "Đ"]) for _ in range(2)],
        "absences": dice.randrange(20),
    }
    return json.dumps(record, ensure_ascii=False).encode()


def _term(dice: random.Random, code: SubjectCode, kind: AssessmentKind) -> dict[str, object]:
    entries = [_entry(dice, kind) for _ in range(regular_count(code, _GRADE) + 2)]
    return {"regular": entries[2:], "midterm": entries[0], "final": entries[1]}


def _entry(dice: random.Random, kind: AssessmentKind) -> str:
    if kind is AssessmentKind.COMMENT:
        return "Đ" if dice.random() < 0.99 else "CĐ"
    return format_mark(Tenths(min(100, max(0, round(dice.gauss(72, 14))))))
