"""PDF/A-3b bằng typst bên cạnh WeasyPrint dựng một bảng HTML tương đương từ cùng bản ghi, trong cùng lượt đo."""

from __future__ import annotations

import argparse
import html
import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from itertools import count
from pathlib import Path

from hocba.cli.bench.report import Report
from hocba.transcript.api import SignatureNote, record_from_json, record_to_json, render_pdf, write_xml
from hocba.transcript.model import Transcript

_EXAMPLE = files("hocba.transcript.schemas").joinpath("hocba-record-1.example.json")
HELP = "dựng PDF: số học bạ mỗi giây"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=5.0, help="thời gian của mỗi phép đo")
    parser.add_argument("--record", type=Path, help="bản ghi JSON để dựng; mặc định là một bản ghi tự đặt ra")


def measure(arguments: argparse.Namespace) -> Report:
    report = Report("render")
    record = record_from_json((arguments.record or _EXAMPLE).read_bytes())
    numbers = count()

    def ours() -> None:
        different = _other(record, next(numbers))
        render_pdf(
            different, xml=write_xml(different), signatures=_notes(record), verify_url="https://hocba.example.vn/"
        )

    row = report.repeat("hocba (typst, 5 trang, PDF/A-3b, XML đính kèm)", "PDF", ours, seconds=arguments.seconds)
    _peer(report, record, row_name="WeasyPrint (một bảng HTML)", seconds=arguments.seconds)
    if len(report.rows) > 1:
        report.ratio("hocba / WeasyPrint", row, report.rows[1])
    report.notes.append(f"bản ghi: {len(json.dumps(record_to_json(record), ensure_ascii=False))} kí tự JSON")
    return report


def _other(record: Transcript, number: int) -> Transcript:
    """Another pupil with other remarks: typst does not lay out twice what it has just laid out."""
    return replace(
        record,
        id=f"{record.id[:40]}-{number:08d}",
        student=replace(record.student, name=f"{record.student.name} {number}"),
        subjects=tuple(replace(subject, remark=f"{number}. {subject.remark}") for subject in record.subjects),
        summary=replace(record.summary, remark=f"{number}. {record.summary.remark}"),
    )


def _notes(record: Transcript) -> list[SignatureNote]:
    time = datetime(2026, 5, 28, tzinfo=UTC)
    teachers = [SignatureNote(f"GVBM:{row.code}", row.teacher.name, time, "ab" * 32) for row in record.subjects]
    return [
        *teachers,
        SignatureNote("GVCN", record.homeroom.name, time, "cd" * 32),
        SignatureNote("CBQL", record.principal.name, time, "ef" * 32),
        SignatureNote("KY_PHAT_HANH", record.school.name, time, "01" * 32),
    ]


def _peer(report: Report, record: Transcript, *, row_name: str, seconds: float) -> None:
    try:
        from weasyprint import HTML
    except ImportError:
        report.notes.append("WeasyPrint không có trên máy này: cài requirements/dev.txt để so sánh.")
        return
    page = _html(record)
    report.repeat(row_name, "PDF", lambda: HTML(string=page).write_pdf(), seconds=seconds)


def _html(record: Transcript) -> str:
    """Comparable work: the subject table with its remarks, nothing else of the five pages."""
    cell = "<td>{}</td>".format
    rows = "".join(
        f"<tr>{''.join(cell(html.escape(str(value or ''))) for value in (row.name, row.term1, row.term2, row.year))}"
        f"{cell(html.escape(row.remark))}{cell(html.escape(row.teacher.name))}</tr>"
        for row in record.subjects
    )
    style = "<style>@page{size:A4;margin:20mm}table{border-collapse:collapse}td{border:1px solid;padding:2px}</style>"
    return f'<html lang="vi">{style}<h1>{html.escape(record.student.name)}</h1><table>{rows}</table></html>'
