"""The signed XML inside the sealed PDF: found through the catalogue, never by searching text."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from hocba.kernel.problems import fail
from hocba.signing.pades.structure import Pdf
from hocba.signing.verify.xml_document import MOST_BYTES

_ASSOCIATED = re.compile(rb"/AF\s*\[\s*(\d{1,9}) 0 R\s*\]")
_NAMED = re.compile(rb"/EmbeddedFiles\s*<<\s*/Names\s*\[\s*\(([^()\\]{1,120})\)\s*(\d{1,9}) 0 R\s*\]")
_FILE = re.compile(rb"/EF\s*<<\s*/F (\d{1,9}) 0 R")
_FILE_NAME = re.compile(rb"/F\s*\(([^()\\]{1,120})\)")
_LENGTH = re.compile(rb"/Length (\d{1,9})\b(?! 0 R)")


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    data: bytes


def attached_xml(pdf: Pdf) -> Attachment:
    """The one associated file. Raises ProblemError ``attachment.missing``, ``attachment.form``."""
    catalog = pdf.body(pdf.catalog)
    associated, named = _ASSOCIATED.search(catalog), _NAMED.search(catalog)
    if associated is None or named is None:
        raise fail("attachment.missing")
    # what a reader lists and what the catalogue associates must be the same file under the same name
    specification = pdf.body(int(associated[1]))
    stream, name = _FILE.search(specification), _FILE_NAME.search(specification)
    if stream is None or name is None or int(named[2]) != int(associated[1]) or named[1] != name[1]:
        raise fail("attachment.form")
    return Attachment(name[1].decode("latin-1"), _stream(pdf, int(stream[1])))


def _stream(pdf: Pdf, number: int) -> bytes:
    dictionary = pdf.body(number)
    length = _LENGTH.search(dictionary)
    if length is None:
        raise fail("attachment.form")
    start = pdf.data.index(b"stream", pdf.inner(number) + len(dictionary)) + len(b"stream")
    start += 2 if pdf.data[start : start + 2] == b"\r\n" else 1
    raw = pdf.data[start : start + int(length[1])]
    return _inflate(raw) if b"/FlateDecode" in dictionary else raw


def _inflate(raw: bytes) -> bytes:
    machine = zlib.decompressobj()
    try:
        data = machine.decompress(raw, MOST_BYTES)
    except zlib.error:
        raise fail("attachment.form") from None
    if not machine.eof:
        raise fail("attachment.form")
    return data
