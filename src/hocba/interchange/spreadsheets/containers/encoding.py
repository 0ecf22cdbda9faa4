"""Bytes to text for the containers that are text: byte order mark, UTF-8, UTF-16, Windows-1258."""

from __future__ import annotations

import codecs

from hocba.kernel.problems import fail

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4_096
_MOST_CONTROLS = 0.01


def decode(data: bytes) -> str:
    """Raises ProblemError ``file.unreadable``: not text, or text of several encodings at once."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    guessed = _utf16_without_mark(data)
    if guessed:
        return _strictly(data, guessed)
    try:
        return _strictly(data, "utf-8")
    except ValueError:
        return _strictly(data, "cp1258")


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) * 3 > len(sample):
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) * 3 > len(sample) else None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise fail("file.unreadable", reason="encoding") from None
    controls = sum(1 for char in text if char < " " and char not in "\t\n\r\f")
    if controls > _MOST_CONTROLS * len(text) + 1:
        raise fail("file.unreadable", reason="not_a_spreadsheet")
    return text
