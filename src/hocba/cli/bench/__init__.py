"""Đo tốc độ: việc đã làm, giây, mỗi giây, bộ nhớ cao nhất, và giới hạn hoặc thư viện cùng loại trong cùng lượt đo.

``hocba bench NAME [--json]``; one module per bench with ``configure(parser)`` and ``measure(arguments) -> Report``.
"""

from __future__ import annotations

import argparse
import importlib
import json

BENCHES: dict[str, str] = {
    "evaluate": "quy định đánh giá, kể cả đọc và ghi JSON",
    "xades": "chữ kí XAdES",
    "pades": "con dấu PAdES",
    "render": "dựng PDF",
    "issue": "trọn một học bạ: XML 16 chữ kí và PDF đóng dấu",
    "verify": "kiểm tra học bạ",
}


def configure(parser: argparse.ArgumentParser) -> None:
    benches = parser.add_subparsers(dest="bench", required=True, metavar="TÊN")
    for name, text in BENCHES.items():
        bench = benches.add_parser(name, help=text)
        bench.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        importlib.import_module(f"hocba.cli.bench.{name}").configure(bench)


def run(arguments: argparse.Namespace) -> int:
    report = importlib.import_module(f"hocba.cli.bench.{arguments.bench}").measure(arguments)
    print(json.dumps(report.as_json(), ensure_ascii=False) if arguments.json else report.as_text())
    return 0
