"""Before a zipped workbook is opened: how large it really is, and whether it is one."""

from __future__ import annotations

import io
import zipfile
import zlib

from hocba.interchange.spreadsheets import limits
from hocba.kernel.problems import ProblemError, fail

_CHUNK = 1 << 20
_WORKBOOKS = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_ENCRYPTED_FLAG = 1


def check(data: bytes) -> None:
    """Unpack once, keeping nothing. Raises ProblemError ``file.unreadable`` or ``file.too_large``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive.infolist())
            for part in archive.infolist():
                _check_part(archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, UnicodeError):
        raise fail("file.unreadable", reason="damaged") from None


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.MAX_PARTS:
        raise fail("file.too_large", reason="parts", limit=str(limits.MAX_PARTS))
    if sum(part.file_size for part in parts) > limits.MAX_UNPACKED_BYTES:
        raise fail("file.too_large", reason="unpacked", limit=str(limits.MAX_UNPACKED_BYTES))
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise fail("file.unreadable", reason="encrypted")
    if not _WORKBOOKS & {part.filename for part in parts}:
        raise fail("file.unreadable", reason="not_a_spreadsheet")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A part that unpacks to more than its directory entry says fails its own checksum here."""
    first = True
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if first and _declares_entities(chunk):
                raise _entities()
            first = False


def _declares_entities(chunk: bytes) -> bool:
    """No workbook has a document type; expanding bombs need one, and it can only stand before the root."""
    head = chunk[:_CHUNK].replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and any(word in head for word in _DECLARATIONS)


def _entities() -> ProblemError:
    return fail("file.unreadable", reason="entities")
