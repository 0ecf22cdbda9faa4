"""Prepare → sign elsewhere → finish: an incremental update with one certifying signature.

The widget is invisible (an empty rectangle): the form itself draws where the seal stands, so no font is
embedded again for each document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from hocba.kernel.problems import fail
from hocba.signing.algorithms import Algorithm, digest_of, is_signature
from hocba.signing.certificates import SigningCertificate, public_key
from hocba.signing.cms.writer import signed_attributes, signed_data
from hocba.signing.pades.form import write_dictionary
from hocba.signing.pades.structure import Pdf, parse
from hocba.signing.ports import Timestamper

TIMESTAMP_RESERVE = 8192
"""Bytes kept free for a time-stamp token."""

_SIGNATURE_BYTES = {Algorithm.RSA_SHA256: 1024, Algorithm.ECDSA_P256_SHA256: 80}
_UNSIGNED_ATTRIBUTE_BYTES = 64


@dataclass(frozen=True, slots=True)
class PreparedSeal:
    """``document`` with a hole of zeros; ``to_be_signed``: the signed attributes."""

    document: bytes
    hole: tuple[int, int]
    certificate: SigningCertificate
    to_be_signed: bytes

    @property
    def digest(self) -> bytes:
        """SHA-256 of ``to_be_signed``: what a provider receives."""
        return digest_of(self.to_be_signed)


def prepare_seal(document: bytes, certificate: SigningCertificate, *, at: datetime) -> PreparedSeal:
    """Append the update that will hold the seal. Raises ProblemError ``pdf.structure``, ``pdf.already_sealed``."""
    pdf = parse(document)
    reserve = 2 * _reserve(certificate)
    placed, hole = _append(pdf, at, reserve)
    attributes = signed_attributes(covered_digest(placed, hole), certificate)
    return PreparedSeal(placed, hole, certificate, attributes)


def finish_seal(prepared: PreparedSeal, value: bytes, *, timestamper: Timestamper | None = None) -> bytes:
    """The sealed file; with ``timestamper`` as B-T. Raises ProblemError ``signature.value``, ``seal.too_large``."""
    if not is_signature(public_key(prepared.certificate.der), value, prepared.digest):
        raise fail("signature.value")
    token = timestamper.stamp(digest_of(value)) if timestamper else None
    message = signed_data(prepared.to_be_signed, value, prepared.certificate, timestamp=token)
    start, end = prepared.hole
    digits = message.hex().encode()
    if len(digits) > end - start:
        raise fail("seal.too_large")
    return b"".join((prepared.document[:start], digits.ljust(end - start, b"0"), prepared.document[end:]))


def covered_digest(document: bytes, hole: tuple[int, int]) -> bytes:
    """SHA-256 over everything but the hexadecimal string of Contents with its brackets."""
    view = memoryview(document)
    covered = sha256(view[: hole[0] - 1])
    covered.update(view[hole[1] + 1 :])
    return covered.digest()


def _reserve(certificate: SigningCertificate) -> int:
    chain = sum(map(len, certificate.chain))
    fixed = 1024 + 64 * len(certificate.chain) + len(certificate.parsed.issuer.public_bytes())
    return chain + fixed + _SIGNATURE_BYTES[certificate.algorithm] + _UNSIGNED_ATTRIBUTE_BYTES + TIMESTAMP_RESERVE


def _append(pdf: Pdf, at: datetime, digits: int) -> tuple[bytes, tuple[int, int]]:
    """The file with the update, and the hole for the signature in it."""
    page = pdf.first_page()
    field, signature = pdf.size, pdf.size + 1
    start = len(pdf.data) + (not pdf.data.endswith(b"\n"))
    objects = {
        pdf.catalog: _catalog(pdf.body(pdf.catalog), field, signature),
        page: _page(pdf.body(page), field),
        field: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(hocba-seal)/F 132/Rect[0 0 0 0]/P %d 0 R/V %d 0 R>>"
        % (page, signature),
    }
    body, offsets = _write_objects(objects, start)
    head = b"%d 0 obj\n" % signature
    offsets[signature] = start + len(body)
    dictionary_at = offsets[signature] + len(head)
    empty, _ = write_dictionary(at, offset=0, digits=0, tail=0)
    table_at = dictionary_at + len(empty) + digits + len(b"\nendobj\n")
    tail = b"\nendobj\n" + _table(offsets) + _trailer(pdf) + b"startxref\n%d\n%%%%EOF\n" % table_at
    dictionary, hole = write_dictionary(at, offset=dictionary_at, digits=digits, tail=len(tail))
    separator = b"" if pdf.data.endswith(b"\n") else b"\n"
    return b"".join((pdf.data, separator, body, head, dictionary, tail)), hole


def _catalog(body: bytes, field: int, signature: int) -> bytes:
    if b"/AcroForm" in body or b"/Perms" in body:
        raise fail("pdf.already_sealed")
    return _extend(body, b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>/Perms<</DocMDP %d 0 R>>" % (field, signature))


def _page(body: bytes, field: int) -> bytes:
    widget = b"%d 0 R" % field
    if b"/Annots" not in body:
        return _extend(body, b"/Annots[" + widget + b"]")
    extended, count = re.subn(rb"/Annots\s*\[", b"/Annots[" + widget + b" ", body, count=1)
    if not count:
        raise fail("pdf.structure", value="Annots")
    return extended


def _extend(body: bytes, entries: bytes) -> bytes:
    if not (body.startswith(b"<<") and body.endswith(b">>")):
        raise fail("pdf.structure", value="dictionary")
    return body[:-2] + entries + b">>"


def _write_objects(objects: Mapping[int, bytes], start: int) -> tuple[bytes, dict[int, int]]:
    written, offsets = b"", {}
    for number, body in objects.items():
        offsets[number] = start + len(written)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    return written, offsets


def _table(offsets: Mapping[int, int]) -> bytes:
    """One subsection per object: short enough, and correct for any numbering."""
    entries = (b"%d 1\n%010d 00000 n\r\n" % (number, offsets[number]) for number in sorted(offsets))
    return b"xref\n" + b"".join(entries)


def _trailer(pdf: Pdf) -> bytes:
    identifier = re.search(rb"/ID\s*\[\s*(\([^()\\]*\)|<[0-9A-Fa-f]*>)", pdf.trailer)
    kept = b"".join(
        found[0] for found in (re.search(rb"/%b \d+ 0 R" % key, pdf.trailer) for key in (b"Root", b"Info")) if found
    )
    changed = sha256(pdf.data[-1024:]).hexdigest()[:32].encode()
    again = b"/ID[" + identifier[1] + b"<" + changed + b">]" if identifier else b""
    return b"trailer\n<</Size %d%b%b/Prev %d>>\n" % (pdf.size + 2, kept, again, pdf.startxref)
