"""Trọn một học bạ: bản ghi → XML mười sáu chữ kí → PDF/A-3 có con dấu; bộ nhớ phải bằng phẳng."""

from __future__ import annotations

import argparse
import resource

from hocba.cli.bench.cast import SIGNED, VERIFY_URL, assemble
from hocba.cli.bench.report import Report, peak_memory_mib
from hocba.issuing.api import issue, verify_bytes
from hocba.signing.algorithms import Algorithm, digest_of, sign_digest
from hocba.transcript.pdf_pool import use_one_core

HELP = "trọn một học bạ: số học sinh mỗi giây trên một nhân"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--students", type=int, default=200, help="số học sinh")
    parser.add_argument("--seconds", type=float, default=1.0, help="số giây đo giới hạn của khoá")


def measure(arguments: argparse.Namespace) -> Report:
    """Keys are RSA-2048; the seals are time-stamped; the first and the last result are verified."""
    use_one_core()
    report, cast = Report("issue"), assemble(Algorithm.RSA_SHA256)
    digest = digest_of(b"hocba")
    report.repeat(
        "giới hạn của khoá RSA-2048", "chữ kí", lambda: sign_digest(cast.seal.key, digest), seconds=arguments.seconds
    )
    quarters, size = [], 0
    with report.row("bản ghi → XML + PDF", "học sinh") as row:
        for number, transcript in enumerate(cast.records(arguments.students), start=1):
            made = issue(
                transcript,
                cast.signers,
                at=SIGNED,
                verify_url=VERIFY_URL.format(id=transcript.id),
                timestamper=cast.timestamper,
            )
            size += len(made.xml) + len(made.pdf)
            if number * 4 % arguments.students < 4:
                quarters.append(_resident_mib())
        row.work = arguments.students
    report.ratios["học sinh mỗi giây CPU"] = row.work / row.cpu_seconds
    verdicts = [verify_bytes(data, filename="", trust=cast.trust, at=SIGNED).word for data in (made.xml, made.pdf)]
    report.notes += [
        f"mỗi học sinh {size // arguments.students:,} byte, {len(cast.signers)} chữ kí XML và một con dấu PDF",
        f"bản cuối cùng khi kiểm tra lại: {', '.join(verdicts)}",
        f"bộ nhớ thường trú sau mỗi phần tư của {arguments.students} học sinh: "
        + " · ".join(f"{mib:.0f}" for mib in quarters)
        + " MiB",
    ]
    report.ratios["bộ nhớ cuối / sau phần tư đầu"] = quarters[-1] / quarters[0]
    return report


def _resident_mib() -> float:
    """Now, where the system tells (Linux); else the high-water mark."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        return peak_memory_mib()
