"""``hocba …``: one module per command, loaded only when it is called, so that each starts quickly."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from hocba import __version__

COMMANDS: dict[str, str] = {
    "demo": "dựng phường trình diễn, hoặc đi trọn một lớp từ điểm đến học bạ đã kí (--out)",
    "serve": "chạy trang web",
    "init": "tạo cơ sở dữ liệu và nâng cấp cấu trúc",
    "doctor": "kiểm tra cấu hình, nói rõ chỗ sai và cách sửa",
    "evaluate": "áp dụng quy định đánh giá lên dữ liệu JSON Lines",
    "verify": "kiểm tra học bạ XML hoặc PDF",
    "read": "đọc bảng tính danh sách lớp, sổ điểm",
    "render": "dựng PDF từ bản ghi học bạ JSON",
    "lint": "soát một bản ghi học bạ trước khi kí",
    "bench": "đo tốc độ",
}
"""Name → what it does. Each lives in ``hocba.cli.<name>`` with ``configure(parser)`` and ``run(arguments) -> int``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is what the command says."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_usage())
        return 0
    if words[0] == "--version":
        print(f"hocba {__version__}")
        return 0
    name = words[0]
    if name not in COMMANDS:
        print(f"hocba: không có lệnh «{name}».\n\n{_usage()}", file=sys.stderr)
        return 2
    return _run(name, words[1:])


def _run(name: str, words: list[str]) -> int:
    command = importlib.import_module(f"hocba.cli.{name}")
    parser = argparse.ArgumentParser(prog=f"hocba {name}", description=command.__doc__)
    command.configure(parser)
    try:
        status: int = command.run(parser.parse_args(words))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # the reader (head, less) has gone; keep Python from complaining again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return status


def _usage() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {text}" for name, text in COMMANDS.items()]
    return "\n".join(
        ["Cách dùng: hocba LỆNH [tham số]", "", *lines, "", "Xem thêm: hocba LỆNH --help · hocba --version"]
    )


if __name__ == "__main__":
    sys.exit(main())
