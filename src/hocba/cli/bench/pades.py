"""Con dấu PAdES: mỗi giây bao nhiêu, so với giới hạn của chính khoá RSA và với pyHanko, trong cùng lượt đo."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from hocba.cli.bench.cast import SIGNED, Cast, assemble
from hocba.cli.bench.report import Report
from hocba.issuing.api import new_draft
from hocba.signing.algorithms import Algorithm, digest_of, sign_digest
from hocba.signing.pades.sealer import finish_seal, prepare_seal
from hocba.transcript.api import render_pdf

HELP = "con dấu PAdES: số con dấu mỗi giây"
_RESERVED = 16_384


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=3.0, help="số giây cho mỗi phép đo")


def measure(arguments: argparse.Namespace) -> Report:
    report, cast = Report("pades"), assemble(Algorithm.RSA_SHA256)
    transcript = cast.templates[0]
    pdf = render_pdf(transcript, xml=new_draft(transcript).xml)
    digest = digest_of(b"hocba")
    raw = report.repeat(
        "giới hạn của khoá RSA-2048", "chữ kí", lambda: sign_digest(cast.seal.key, digest), seconds=arguments.seconds
    )
    ours = report.repeat("PAdES hocba", "con dấu", lambda: _seal(cast, pdf), seconds=arguments.seconds)
    report.ratio("PAdES / giới hạn khoá", ours, raw)
    if find_spec("pyhanko"):
        stock = report.repeat("pyHanko nguyên bản", "con dấu", _pyhanko(cast, pdf, False), seconds=arguments.seconds)
        tuned = report.repeat("pyHanko tinh chỉnh", "con dấu", _pyhanko(cast, pdf, True), seconds=arguments.seconds)
        report.ratio("PAdES / pyHanko nguyên bản", ours, stock)
        report.ratio("PAdES / pyHanko tinh chỉnh", ours, tuned)
    report.notes.append(f"tệp PDF {len(pdf):,} byte")
    return report


def _seal(cast: Cast, pdf: bytes) -> bytes:
    prepared = prepare_seal(pdf, cast.seal.certificate, at=SIGNED)
    return finish_seal(prepared, sign_digest(cast.seal.key, prepared.digest))


def _pyhanko(cast: Cast, pdf: bytes, tuned: bool) -> Callable[[], object]:
    """Stock: ready signer, size of Contents found by a rehearsal. Tuned: key parsed once, size told."""
    import logging

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    logging.getLogger("pyhanko").setLevel(logging.ERROR)
    signer = _pyhanko_signer(cast, tuned)
    meta = signers.PdfSignatureMetadata(
        field_name="Seal",
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=fields.SigSeedSubFilter.PADES,
    )

    def seal() -> object:
        return signers.sign_pdf(
            IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer, bytes_reserved=_RESERVED if tuned else None
        )

    return seal


def _pyhanko_signer(cast: Cast, tuned: bool) -> Any:
    from asn1crypto import keys, x509
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    store: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple([x509.Certificate.load(der) for der in cast.seal.certificate.issuers])
    key = cast.seal.key

    class Cached(signers.SimpleSigner):
        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
            return bytes(256) if dry_run else sign_digest(key, digest_of(data))

    encoded = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return (Cached if tuned else signers.SimpleSigner)(
        signing_cert=x509.Certificate.load(cast.seal.certificate.der),
        signing_key=keys.PrivateKeyInfo.load(encoded),
        cert_registry=store,
    )
