"""Đọc bảng tính (xlsx, xls, ods, HTML, XML 2003, CSV): danh sách lớp, sổ điểm, bảng tổng hợp."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from hocba.interchange.spreadsheets.api import SheetKind, SheetProblem, SheetReading, read_workbook
from hocba.kernel.problems import ProblemError, fail
from hocba.wording.spreadsheets import KINDS, told

HELP = "đọc bảng tính danh sách lớp, sổ điểm"
READ, READ_WITH_PROBLEMS, UNREADABLE = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="tệp cần đọc")
    parser.add_argument("--json", action="store_true", help="in mỗi trang tính một dòng JSON")


def run(arguments: argparse.Namespace) -> int:
    """0 read, 1 read with problems, 2 unreadable."""
    path = Path(arguments.file)
    try:
        readings = read_workbook(_bytes(path), filename=path.name)
        status = READ_WITH_PROBLEMS if any(reading.problems for reading in readings) else READ
    except ProblemError as error:
        readings = [SheetReading("", SheetKind.UNKNOWN, problems=(SheetProblem(error.problem),))]
        status = UNREADABLE
    for reading in readings:
        print(json.dumps(reading.as_json(), ensure_ascii=False) if arguments.json else _told(reading))
    return status


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        print(error.strerror, file=sys.stderr)
        raise fail("file.unreadable", reason="no_file") from None


def _told(reading: SheetReading) -> str:
    about = [
        f"lớp {reading.school_class}" if reading.school_class else "",
        reading.subject or "",
        f"học kì {'I' * reading.term}" if reading.term else "",
        reading.school_year or "",
        f"{len(reading.rows)} học sinh",
    ]
    title = f"{reading.sheet or 'Tệp'}: {KINDS[reading.kind]}"
    return "\n".join([", ".join([title, *filter(None, about)]), *map(_told_problem, reading.problems)])


def _told_problem(found: SheetProblem) -> str:
    place = f"{found.column or 'dòng '}{found.row}: " if found.row else ""
    return f"  {place}{told(found.problem)}"
