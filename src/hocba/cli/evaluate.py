"""Áp dụng quy định đánh giá lên JSON Lines: mỗi dòng vào là một học sinh, mỗi dòng ra là kết quả, cùng thứ tự."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import IO, Any

from hocba.kernel import strict_json
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.regulations.api import evaluate_json
from hocba.wording.api import sentence

HELP = "áp dụng quy định đánh giá lên dữ liệu JSON Lines"
LONGEST_LINE = 1 << 20
"""Bytes. A pupil's year takes about two thousand."""

_BOM = b"\xef\xbb\xbf"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="tệp JSON Lines; để trống: đầu vào chuẩn")
    parser.add_argument("--explain", action="store_true", help="kèm lời giải thích: quy tắc, điều, khoản, số liệu")


def run(arguments: argparse.Namespace) -> int:
    """0: every record was read whole. 1: at least one could not be. 2: the file cannot be opened."""
    try:
        source = nullcontext(sys.stdin.buffer) if arguments.file == "-" else open(arguments.file, "rb")  # noqa: SIM115
    except OSError as error:
        print(f"hocba evaluate: không mở được tệp «{arguments.file}»: {error.strerror}.", file=sys.stderr)
        return 2
    faulty = 0
    with source as stream:
        for line in lines(stream):
            result = judge_line(line, explain=arguments.explain)
            faulty += is_faulty(result)
            sys.stdout.buffer.write(_ENCODE(result).encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()
    if faulty:
        print(f"hocba evaluate: {faulty} dòng có dữ liệu cần xem lại; các dòng khác đã có kết quả.", file=sys.stderr)
    return 1 if faulty else 0


def lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines that are not blank, one at a time. A line beyond the limit comes as its first part, too long to be read."""
    first = True
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        line, first = line.removeprefix(_BOM) if first else line, False
        if not line.isspace():
            yield line


def judge_line(line: bytes, *, explain: bool = False) -> dict[str, Any]:
    """One line's answer; a line that is not a JSON value is answered with its problem."""
    try:
        if len(line) > LONGEST_LINE:
            raise fail("evaluate.line_too_long", most=str(LONGEST_LINE))
        result: dict[str, Any] = evaluate_json(strict_json.loads(line), explain=explain)
    except ProblemError as error:
        result = {"id": _identity(line), "problems": [error.problem.as_json()]}
    for problem in result["problems"]:
        problem["message"] = sentence(Problem(**problem))
    return result


def _identity(line: bytes) -> str | None:
    """The id of a line that is no good otherwise, so that whoever sent it finds it again."""
    try:
        given = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        return None
    identity = given.get("id") if isinstance(given, dict) else None
    return identity if isinstance(identity, str) else None


def is_faulty(result: dict[str, Any]) -> bool:
    """Whether the record itself was at fault; a second reading of the law is nobody's fault."""
    return any(not problem["code"].startswith("interpretation.") for problem in result["problems"])
