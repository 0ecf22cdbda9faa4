"""As much PDF as a seal needs: classic cross-reference tables, plain objects, one trailer per revision.

typst writes exactly this (a test pins it). Anything else is refused, never guessed at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hocba.kernel.problems import fail

_TAIL = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_SUBSECTION = re.compile(rb"(\d{1,10}) (\d{1,10})\s*\n")
_TRAILER = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_ENTRY_BYTES = 20
_MOST_REVISIONS = 8


@dataclass(frozen=True, slots=True)
class Pdf:
    """A parsed file: ``offsets`` of the newest version of each object, and the newest ``trailer``'s text."""

    data: bytes
    startxref: int
    trailer: bytes
    offsets: dict[int, int]
    revisions: int

    def reference(self, text: bytes, key: bytes) -> int:
        """The object number behind ``/Key N 0 R``; ProblemError ``pdf.structure`` if absent."""
        found = re.search(rb"/" + key + rb" (\d{1,9}) 0 R", text)
        if found is None:
            raise fail("pdf.structure", value=key.decode())
        return int(found[1])

    def body(self, number: int) -> bytes:
        """The object's text between ``obj`` and ``endobj`` (for a stream: up to the end of its dictionary)."""
        start = self.offsets.get(number, -1)
        head = re.compile(rb"%d 0 obj\s" % number).match(self.data, start) if start >= 0 else None
        if head is None:
            raise fail("pdf.structure", value=str(number))
        end = self.data.find(b"endobj", head.end())
        stream = self.data.find(b"stream", head.end(), end)
        return self.data[head.end() : stream if stream >= 0 else end].rstrip()

    @property
    def catalog(self) -> int:
        return self.reference(self.trailer, b"Root")

    @property
    def size(self) -> int:
        found = re.search(rb"/Size (\d{1,9})", self.trailer)
        if found is None:
            raise fail("pdf.structure", value="Size")
        return int(found[1])

    def first_page(self) -> int:
        number = self.reference(self.body(self.catalog), b"Pages")
        for _ in range(_MOST_REVISIONS):
            body = self.body(number)
            if re.search(rb"/Type\s*/Page\b(?!s)", body):
                return number
            kids = re.search(rb"/Kids\s*\[\s*(\d{1,9}) 0 R", body)
            if kids is None:
                break
            number = int(kids[1])
        raise fail("pdf.structure", value="Pages")


def parse(data: bytes) -> Pdf:
    """Raises ProblemError ``pdf.structure``."""
    tail = _TAIL.search(data, max(0, len(data) - 64))
    if not data.startswith(b"%PDF-1.") or tail is None:
        raise fail("pdf.structure", value="startxref")
    newest = int(tail[1])
    offsets: dict[int, int] = {}
    trailers: list[bytes] = []
    position: int | None = newest
    while position is not None:
        older, trailer = _section(data, position)
        offsets = older | offsets
        trailers.append(trailer)
        previous = re.search(rb"/Prev (\d{1,10})", trailer)
        position = int(previous[1]) if previous else None
        if len(trailers) > _MOST_REVISIONS:
            raise fail("pdf.structure", value="Prev")
    return Pdf(data, newest, trailers[0], offsets, len(trailers))


def _section(data: bytes, position: int) -> tuple[dict[int, int], bytes]:
    """One cross-reference table: object number → offset, and its trailer dictionary."""
    if data[position : position + 5] != b"xref\n":
        raise fail("pdf.structure", value="xref")
    offsets: dict[int, int] = {}
    cursor = position + 5
    while (head := _SUBSECTION.match(data, cursor)) is not None:
        first, count, cursor = int(head[1]), int(head[2]), head.end()
        if cursor + count * _ENTRY_BYTES > len(data):
            raise fail("pdf.structure", value="xref")
        for number in range(first, first + count):
            entry = data[cursor : cursor + _ENTRY_BYTES]
            cursor += _ENTRY_BYTES
            if entry[17:18] == b"n":
                offsets[number] = _offset(entry)
    trailer = _TRAILER.match(data, cursor)
    if trailer is None:
        raise fail("pdf.structure", value="trailer")
    return offsets, trailer[1]


def _offset(entry: bytes) -> int:
    if not entry[:10].isdigit():
        raise fail("pdf.structure", value="xref")
    return int(entry[:10])
