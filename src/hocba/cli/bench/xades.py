"""Chữ kí XAdES: mỗi giây bao nhiêu, so với giới hạn của chính khoá RSA và với signxml, trong cùng lượt đo."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.util import find_spec

from hocba.cli.bench.cast import SIGNED, Cast, assemble
from hocba.cli.bench.report import Report, Row
from hocba.issuing.api import Draft, finish_slots, new_draft, prepare_slots, sign_all
from hocba.signing.algorithms import Algorithm, digest_of, sign_digest

HELP = "chữ kí XAdES: số chữ kí mỗi giây"
_INCLUDED = [
    "một ô: bản nháp đã mở; kiểm thứ tự, kiểm người kí, băm phần được kí, kí, ghép chữ kí vào văn bản",
    "trọn học bạ: từ bản nháp trống, cả bốn lớp, tìm lại mọi phần tử sau mỗi lớp; chưa có dấu thời gian",
]
_SHORT = {Algorithm.RSA_SHA256: "RSA-2048", Algorithm.ECDSA_P256_SHA256: "P-256"}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=3.0, help="số giây cho mỗi phép đo")


def measure(arguments: argparse.Namespace) -> Report:
    report = Report("xades")
    for algorithm, short in _SHORT.items():
        cast = assemble(algorithm)
        raw, ours, record = _interleaved(report, cast, short, arguments.seconds)
        report.ratio(f"một ô / giới hạn khoá {short}", ours, raw)
        report.ratio(f"trọn học bạ / giới hạn khoá {short}", record, raw)
        if algorithm is Algorithm.RSA_SHA256 and find_spec("signxml"):
            peer = report.repeat("signxml", "chữ kí", _signxml(cast), seconds=arguments.seconds)
            report.ratio("một ô / signxml", ours, peer)
    report.notes += _INCLUDED
    return report


def _interleaved(report: Report, cast: Cast, short: str, seconds: float) -> tuple[Row, Row, Row]:
    """Short turns, one after another: a machine whose speed wanders then changes all three alike."""
    actions: dict[str, tuple[Callable[[], object], int]] = {
        f"giới hạn của khoá {short}": (_raw(cast), 1),
        f"XAdES {short}, một ô của bản nháp": (_one_slot(cast), 1),
        f"XAdES {short}, trọn học bạ ({len(cast.signers)} ô)": (_whole_record(cast), len(cast.signers)),
    }
    rows = {}
    turns = 10
    for turn in range(turns):
        for name, (action, units) in actions.items():
            row = Report("").repeat(name, "chữ kí", action, seconds=seconds / turns)
            row.work *= units
            if turn == 0:
                rows[name] = row
            else:
                _add(rows[name], row)
    report.rows += rows.values()
    raw, ours, record = rows.values()
    return raw, ours, record


def _add(total: Row, turn: Row) -> None:
    total.work += turn.work
    total.seconds += turn.seconds
    total.cpu_seconds += turn.cpu_seconds


def _raw(cast: Cast) -> Callable[[], object]:
    digest = digest_of(b"hocba")
    return lambda: sign_digest(cast.seal.key, digest)


def _one_slot(cast: Cast) -> Callable[[], object]:
    """What ``issue`` does for a slot: the draft is open, its elements have been found."""
    draft = new_draft(cast.templates[0])
    name = next(iter(cast.signers))
    signer = cast.signers[name]

    def sign() -> Draft:
        prepared = prepare_slots(draft, {name: signer.certificate}, at=SIGNED)
        return finish_slots(draft, prepared, [signer.sign(prepared[0].digest)], check_values=False)

    return sign


def _whole_record(cast: Cast) -> Callable[[], object]:
    """All slots of a record as ``issue`` fills them, from an empty draft; nothing time-stamped."""
    transcript, xml = cast.templates[0], new_draft(cast.templates[0]).xml
    return lambda: sign_all(Draft(transcript, xml), cast.signers, at=SIGNED)


def _signxml(cast: Cast) -> Callable[[], object]:
    from lxml import etree
    from signxml.xades.xades import XAdESSigner

    document = etree.fromstring(new_draft(cast.templates[0]).xml)
    certificate = [cast.seal.certificate.parsed]
    signer = XAdESSigner()
    return lambda: signer.sign(document, key=cast.seal.key, cert=certificate)
