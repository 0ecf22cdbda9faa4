"""Soát học bạ trước khi kí: bản ghi JSON, hoặc tệp XML (thêm XSD và Schematron).

Mã thoát: 0 không có lỗi (có thể có lưu ý); 1 có lỗi phải sửa; 2 không đọc được tệp.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from hocba.kernel.problems import Problem, ProblemError
from hocba.transcript.api import blocks, lint, read_xml, record_from_json, schematron_problems
from hocba.wording.api import sentence

HELP = "soát một bản ghi học bạ trước khi kí"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="TỆP", help="bản ghi .json hoặc học bạ .xml")
    parser.add_argument("--json", action="store_true", help="in mỗi phát hiện thành một dòng JSON")


def run(arguments: argparse.Namespace) -> int:
    try:
        problems = _findings(arguments.file.read_bytes())
    except OSError as error:
        print(f"{arguments.file}: không mở được tệp ({error.strerror}).", file=sys.stderr)
        return 2
    except ProblemError as error:
        _show(error.problem, as_json=arguments.json)
        return 2
    for problem in problems:
        _show(problem, as_json=arguments.json)
    if not problems and not arguments.json:
        print("Không phát hiện lỗi nào.")
    return 1 if any(map(blocks, problems)) else 0


def _findings(source: bytes) -> list[Problem]:
    if source.lstrip()[:1] == b"<":
        return [*lint(read_xml(source)), *schematron_problems(source)]
    return lint(record_from_json(source))


def _show(problem: Problem, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**problem.as_json(), "blocks": blocks(problem)}, ensure_ascii=False))
        return
    print(f"{'LỖI' if blocks(problem) else 'Lưu ý'}: {sentence(problem)}")
