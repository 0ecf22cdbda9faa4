"""Which container this is, by its content: names lie (HTML and XML are called ``.xls`` every day)."""

from __future__ import annotations

from pathlib import PurePath

from hocba.interchange.spreadsheets.containers import delimited, excel, html, xml2003, zipped
from hocba.interchange.spreadsheets.containers.encoding import decode
from hocba.interchange.spreadsheets.grid import Grid
from hocba.kernel.problems import fail

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM6",
    b"RIFF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
)
_HEAD = 20_000


def read_grids(data: bytes, *, filename: str) -> list[Grid]:
    """Raises ProblemError ``file.unreadable`` (``reason``) or ``file.too_large``."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise fail("file.unreadable", reason="empty")
    if data.startswith(b"PK"):
        zipped.check(data)
        return excel.read(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise fail("file.unreadable", reason="encrypted")
        return excel.read(data)
    if data.startswith(_OTHER_KINDS):
        raise fail("file.unreadable", reason="not_a_spreadsheet")
    return _read_text(decode(data), PurePath(filename).stem)


def _read_text(text: str, stem: str) -> list[Grid]:
    head = text[:_HEAD].lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and "<html" not in head:
        return xml2003.read(text)
    if "<table" in head or "<html" in head:
        return [html.read(text, stem)]
    if head.lstrip().startswith(("<?xml", "<!doctype", "{\\rtf", "mime-version:")):
        raise fail("file.unreadable", reason="not_a_spreadsheet")
    return [delimited.read(text, stem)]
