"""Dựng học bạ PDF/A-3b từ bản ghi JSON (hoặc từ học bạ XML đã kí), XML được đính kèm trong PDF.

PDF từ bản ghi JSON là bản xem trước: chưa có chữ kí số nào.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hocba.kernel.problems import ProblemError
from hocba.transcript.api import read_xml, record_from_json, render_pdf, write_xml
from hocba.wording.api import sentence

HELP = "dựng PDF từ bản ghi học bạ JSON"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path, metavar="BẢN_GHI", help="bản ghi .json hoặc học bạ .xml")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="RA.pdf", help="tệp PDF sẽ ghi")
    parser.add_argument("--verify-url", default="", metavar="ĐỊA_CHỈ", help="địa chỉ tra cứu, in thành mã QR")


def run(arguments: argparse.Namespace) -> int:
    try:
        pdf = _render(arguments.record.read_bytes(), arguments.verify_url)
        arguments.output.write_bytes(pdf)
    except OSError as error:
        print(f"{error.filename}: không đọc hoặc ghi được tệp ({error.strerror}).", file=sys.stderr)
        return 2
    except ProblemError as error:
        print(sentence(error.problem), file=sys.stderr)
        return 1
    print(f"Đã ghi {arguments.output} ({len(pdf) / 1024:.0f} kB).")
    return 0


def _render(source: bytes, verify_url: str) -> bytes:
    is_xml = source.lstrip()[:1] == b"<"
    transcript = read_xml(source) if is_xml else record_from_json(source)
    return render_pdf(transcript, xml=source if is_xml else write_xml(transcript), verify_url=verify_url)
