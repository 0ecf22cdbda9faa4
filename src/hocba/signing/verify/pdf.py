"""Is a PDF covered, whole, by exactly one seal?

The seal is found by following the file's own structure (catalog → form → field → value), never by searching text,
and its dictionary must have exactly our form. Its ByteRange must be the whole file but for the hexadecimal
string; so nothing can be added, and what is read from the file is covered by what was verified.
"""

from __future__ import annotations

import re

from hocba.kernel.problems import fail
from hocba.signing.algorithms import digest_of
from hocba.signing.cms.reader import read_signed_data
from hocba.signing.pades.form import SealDictionary, read_dictionary
from hocba.signing.pades.sealer import covered_digest
from hocba.signing.pades.structure import Pdf, parse
from hocba.signing.timestamps.token import read_token
from hocba.signing.verify.reading import SignatureReading

MOST_BYTES = 64 * 1024 * 1024
_FORM = re.compile(rb"/AcroForm<</Fields\[(\d{1,9}) 0 R\]/SigFlags 3>>/Perms<</DocMDP (\d{1,9}) 0 R>>>>\Z")
_SEALED_REVISIONS = 2


def verify_seal(data: bytes, *, slot: str) -> tuple[Pdf, SignatureReading]:
    """The parsed file and its one seal: the file is intact.

    Raises ProblemError: ``pdf.structure``, ``pdf.too_large``, ``seal.missing``, ``seal.form``, ``pdf.byte_range``,
    ``pdf.revisions``, ``pdf.changed``, ``cms.*``, ``timestamp.*``, ``key.unsupported``.
    """
    if len(data) > MOST_BYTES:
        raise fail("pdf.too_large")
    pdf = parse(data)
    seal = _find_seal(pdf)
    _check_range(data, seal)
    if pdf.revisions != _SEALED_REVISIONS:
        raise fail("pdf.revisions")
    message = read_signed_data(_contents(seal))
    if message.message_digest != covered_digest(data, seal.hole):
        raise fail("pdf.changed", slot)
    if {digest_of(der) for der in message.certificates} != set(message.attested):
        raise fail("cms.certificate", slot)
    stamp = None if message.timestamp is None else read_token(message.timestamp, digest=digest_of(message.value))
    return pdf, SignatureReading(slot, message.certificates, message.algorithm, seal.claimed, stamp)


def _find_seal(pdf: Pdf) -> SealDictionary:
    catalog = pdf.body(pdf.catalog)
    form = _FORM.search(catalog)
    if form is None or catalog.count(b"/AcroForm") != 1:
        raise fail("seal.form" if b"/AcroForm" in catalog else "seal.missing")
    value = int(form[2])
    if pdf.reference(pdf.body(int(form[1])), b"V") != value:
        raise fail("seal.form")
    seal = read_dictionary(pdf.data, pdf.inner(value))
    if seal is None:
        raise fail("seal.form")
    return seal


def _check_range(data: bytes, seal: SealDictionary) -> None:
    """All of the file, from the first byte to the last, but for ``<hexadecimal digits>``."""
    before, after, length = seal.byte_range
    if (before, after, after + length) != (seal.hole[0] - 1, seal.hole[1] + 1, len(data)):
        raise fail("pdf.byte_range")


def _contents(seal: SealDictionary) -> bytes:
    """The DER message; behind it only zeros may stand."""
    raw = bytes.fromhex(seal.contents.decode()) if len(seal.contents) % 2 == 0 else b""
    size = _der_size(raw)
    if size > len(raw) or any(raw[size:]):
        raise fail("cms.form", value="padding")
    return raw[:size]


def _der_size(raw: bytes) -> int:
    if len(raw) < 4 or raw[0] != 0x30:
        raise fail("cms.form")
    if raw[1] < 0x80:
        return 2 + raw[1]
    count = raw[1] & 0x7F
    return 2 + count + int.from_bytes(raw[2 : 2 + count], "big")
