"""Kiểm tra học bạ: mỗi giây bao nhiêu tệp XML và PDF, so với giới hạn kiểm khoá và với pyHanko, pdfsig."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from hocba.cli.bench.cast import SIGNED, VERIFY_URL, Cast, assemble
from hocba.cli.bench.report import Report
from hocba.issuing.api import Issued, issue, verify_bytes
from hocba.signing.algorithms import Algorithm, digest_of, is_signature, sign_digest
from hocba.signing.certificates import public_key

HELP = "kiểm tra học bạ: số tệp mỗi giây"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=3.0, help="số giây cho mỗi phép đo")


def measure(arguments: argparse.Namespace) -> Report:
    report, cast, seconds = Report("verify"), assemble(Algorithm.RSA_SHA256), arguments.seconds
    made = _issued(cast)
    key, digest = public_key(cast.seal.certificate.der), digest_of(b"hocba")
    value, trust = sign_digest(cast.seal.key, digest), cast.trust
    report.repeat("giới hạn của khoá RSA-2048", "phép kiểm", lambda: is_signature(key, value, digest), seconds=seconds)
    report.repeat(
        f"XML, {len(cast.signers)} chữ kí",
        "tệp",
        lambda: verify_bytes(made.xml, filename="", trust=trust, at=SIGNED),
        seconds=seconds,
    )
    ours = report.repeat(
        "PDF có con dấu, kể cả XML bên trong",
        "tệp",
        lambda: verify_bytes(made.pdf, filename="", trust=trust, at=SIGNED),
        seconds=seconds,
    )
    if find_spec("pyhanko"):
        peer = report.repeat("pyHanko, chỉ con dấu PDF", "tệp", _pyhanko(cast, made.pdf), seconds=seconds)
        report.ratio("PDF hocba / pyHanko", ours, peer)
    program = shutil.which("pdfsig")
    if program:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "sealed.pdf"
            path.write_bytes(made.pdf)
            report.repeat("pdfsig, chỉ con dấu PDF", "tệp", _pdfsig(program, path), seconds=seconds)
    return report


def _issued(cast: Cast) -> Issued:
    transcript = cast.templates[0]
    url = VERIFY_URL.format(id=transcript.id)
    return issue(transcript, cast.signers, at=SIGNED, verify_url=url, timestamper=cast.timestamper)


def _pdfsig(program: str, path: Path) -> Callable[[], object]:
    return lambda: subprocess.run([program, "-nocert", str(path)], capture_output=True, check=False)  # noqa: S603


def _pyhanko(cast: Cast, pdf: bytes) -> Callable[[], object]:
    import logging

    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    logging.getLogger("pyhanko").setLevel(logging.ERROR)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.ERROR)
    root, issuing = (x509.Certificate.load(each.certificate.der) for each in (cast.pki.root, cast.pki.issuing))

    def validate() -> object:
        context = ValidationContext(trust_roots=[root], other_certs=[issuing], moment=SIGNED, allow_fetching=False)
        signature = PdfFileReader(BytesIO(pdf)).embedded_signatures[0]
        return validate_pdf_signature(signature, context, ts_validation_context=context)

    return validate
