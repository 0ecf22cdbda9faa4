"""Kiểm tra học bạ XML hoặc PDF: có nguyên vẹn không, ai cấp, còn hiệu lực không. Không cần cơ sở dữ liệu hay mạng."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from hocba.issuing.verdict import SignatureLine, Verdict, Word
from hocba.issuing.verify import verify_bytes
from hocba.kernel.clock import VIETNAM, system_clock
from hocba.kernel.problems import Problem, ProblemError
from hocba.signing.trust.store import TrustStore
from hocba.signing.verify.pdf import MOST_BYTES
from hocba.wording.api import sentence
from hocba.wording.signing import WORDS, slot_label

HELP = "kiểm tra học bạ XML hoặc PDF"

_GOOD = {Word.VALID, Word.LEGACY}
_ALL_VALID, _NOT_VALID, _UNREADABLE = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="tệp học bạ")
    parser.add_argument(
        "--trust", type=Path, metavar="DIR", help="thư mục chứng thư số gốc tin cậy và danh sách thu hồi"
    )
    parser.add_argument("--json", action="store_true", help="in mỗi tệp một đối tượng JSON")
    parser.add_argument("--at", type=_moment, metavar="TIME", help="thời điểm kiểm tra, ISO 8601; để trống: bây giờ")


def run(arguments: argparse.Namespace) -> int:
    """0: every file valid. 1: at least one is not. 2: at least one, or the trust folder, could not be read."""
    try:
        trust = TrustStore.load(arguments.trust) if arguments.trust else TrustStore.built_in()
    except ProblemError as error:
        print(f"hocba verify: {sentence(error.problem)}", file=sys.stderr)
        return _UNREADABLE
    at = arguments.at or system_clock()
    status = _ALL_VALID
    for name in arguments.files:
        verdict = _verify(name, trust, at)
        print(_as_json(verdict) if arguments.json else _as_text(verdict))
        status = max(status, _status(verdict))
    return status


def _moment(text: str) -> datetime:
    """A time without a zone is Vietnamese time."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _verify(name: str, trust: TrustStore, at: datetime) -> Verdict:
    try:
        with open(name, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return Verdict(name, Word.UNREADABLE, (Problem("file.not_opened", value=error.strerror),))
    return verify_bytes(data, filename=name, trust=trust, at=at)


def _status(verdict: Verdict) -> int:
    if verdict.word in _GOOD:
        return _ALL_VALID
    return _UNREADABLE if verdict.word is Word.UNREADABLE else _NOT_VALID


def _as_json(verdict: Verdict) -> str:
    messages = [sentence(problem) for problem in verdict.problems]
    return json.dumps(verdict.as_json() | {"messages": messages}, ensure_ascii=False)


def _as_text(verdict: Verdict) -> str:
    lines = [f"{WORDS[verdict.word]}  —  {verdict.file}"]
    lines += [f"  · {where}{text}" for text, where in _reasons(verdict).items()]
    if verdict.transcript is not None:
        shown = verdict.transcript
        lines.append(
            f"  {shown.student.name} · lớp {shown.class_name} · năm học {shown.school_year} · {shown.school.name}"
        )
    lines += [f"  {_signature(line)}" for line in verdict.signatures]
    return "\n".join(lines)


def _reasons(verdict: Verdict) -> dict[str, str]:
    """Each sentence once → the slot it is about, or nothing where it is about several."""
    places: dict[str, set[str]] = {}
    for problem in verdict.problems:
        places.setdefault(sentence(problem), set()).add(problem.path)
    return {
        text: f"{slot_label(*paths)}: " if len(paths) == 1 and paths != {""} else "" for text, paths in places.items()
    }


def _signature(line: SignatureLine) -> str:
    mark = "✓" if line.ok else "✗"
    source = "dấu thời gian" if line.time_source == "tsa" else "tự khai"
    where = " (PDF)" if line.part == "pdf" else ""
    time = f"{line.time.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    return f"{mark} {slot_label(line.slot)}{where}: {line.signer}, {time} ({source})"
