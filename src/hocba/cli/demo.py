"""Phường trình diễn: mở trang web với dữ liệu hư cấu; với --out thì đi trọn một lớp từ điểm đến học bạ đã kí."""

from __future__ import annotations

import argparse
import shlex
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hocba.kernel.problems import ProblemError
from hocba.wording.api import sentence

if TYPE_CHECKING:
    from hocba.demo.journey import Done, Progress

HELP = "dựng phường trình diễn, hoặc đi trọn một lớp từ điểm đến học bạ đã kí (--out)"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help="ghi học bạ XML, PDF và trust/ của một lớp vào DIR")
    parser.add_argument("--students", type=_count, metavar="N", help="chỉ làm N học sinh đầu danh sách (cùng --out)")
    parser.add_argument("--port", type=int, metavar="N", help="cổng của trang (mặc định: cổng trống đầu tiên từ 8000)")
    parser.add_argument("--check", action="store_true", help="dừng ngay khi trang đã trả lời")
    parser.add_argument("--open", action="store_true", help="mở trình duyệt")


def run(arguments: argparse.Namespace) -> int:
    try:
        return _site(arguments) if arguments.out is None else _journey(arguments.out, arguments.students)
    except ProblemError as error:
        print(sentence(error.problem), file=sys.stderr)
        return 2


def _site(arguments: argparse.Namespace) -> int:
    from hocba.web.project.demonstration.start import Options, start

    options = Options(port=arguments.port, check=arguments.check, browse=arguments.open)
    start(options, tell=partial(print, flush=True))
    return 0


def _journey(directory: Path, students: int | None) -> int:
    from hocba.demo import journey

    done = journey.run(directory, students=students, tell=_tell)
    print(_summary(done, directory))
    return 0


def _tell(progress: Progress) -> None:
    state = "đã có" if progress.kept else "đã kí và đóng dấu"
    print(f"  {progress.position:>2}/{progress.total}  {progress.name}: {state}", flush=True)


def _summary(done: Done, directory: Path) -> str:
    place = shlex.quote(str(directory))
    return f"""
Lớp {done.class_name}, {done.school}: {done.students} học bạ ({done.kept} có từ lần chạy trước).
Đã kí {done.signatures} chữ kí trong {done.seconds:.1f} giây.
Người, trường và khoá đều là trình diễn, không có giá trị pháp lý.

Kiểm tra lại như một người lạ:
  hocba verify {place}/*.xml {place}/*.pdf --trust {place}/trust"""


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("phải là số nguyên dương")
    return number
