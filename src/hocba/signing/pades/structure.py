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
_ENTRY = re.compile(rb"(\d{10}) 00000 n[ \r]\r?\n")
_ENTRY_BYTES = 20
_MOST_REVISIONS = 8
_MOST_SECTIONS = 64
"""In one revision; typst writes one, the seal four. A hostile table would hold millions of empty ones."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of ``count`` cross-reference entries from object ``first`` on; ``table``: where they start in the file."""

    first: int
    count: int
    table: int


@dataclass(frozen=True, slots=True)
class Pdf:
    """A parsed file: cross-reference ``sections``, newest first, and the newest ``trailer``'s text."""

    data: bytes
    startxref: int
    trailer: bytes
    sections: tuple[Section, ...]
    revisions: int

    def offset(self, number: int) -> int:
        """Where the newest version of an object starts; ProblemError ``pdf.structure``."""
        for section in self.sections:
            if section.first <= number < section.first + section.count:
                start = section.table + (number - section.first) * _ENTRY_BYTES
                entry = _ENTRY.fullmatch(self.data, start, start + _ENTRY_BYTES)
                if entry is None:
                    break
                return int(entry[1])
        raise fail("pdf.structure", value=str(number))

    def reference(self, text: bytes, key: bytes) -> int:
        """The object number behind ``/Key N 0 R``; ProblemError ``pdf.structure`` if absent."""
        found = re.search(rb"/" + key + rb" (\d{1,9}) 0 R", text)
        if found is None:
            raise fail("pdf.structure", value=key.decode())
        return int(found[1])

    def body(self, number: int) -> bytes:
        """The object's text between ``obj`` and ``endobj`` (for a stream: up to the end of its dictionary)."""
        inner = self.inner(number)
        end = self.data.find(b"endobj", inner)
        stream = self.data.find(b"stream", inner, end)
        return self.data[inner : stream if stream >= 0 else end].rstrip()

    def inner(self, number: int) -> int:
        """Where the object's text starts, behind ``N 0 obj`` and one white space."""
        start, head = self.offset(number), b"%d 0 obj" % number
        if not self.data.startswith(head, start) or self.data[start + len(head) : start + len(head) + 1] not in b"\n ":
            raise fail("pdf.structure", value=str(number))
        return start + len(head) + 1

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
    sections: list[Section] = []
    trailers: list[bytes] = []
    position: int | None = newest
    limit = len(data)
    while position is not None:
        if position >= limit:  # what came before lies before: no circles
            raise fail("pdf.structure", value="Prev")
        limit = position
        found, trailer = _revision(data, position)
        sections += found
        trailers.append(trailer)
        previous = re.search(rb"/Prev (\d{1,10})", trailer)
        position = int(previous[1]) if previous else None
        if len(trailers) > _MOST_REVISIONS:
            raise fail("pdf.structure", value="Prev")
    return Pdf(data, newest, trailers[0], tuple(sections), len(trailers))


def _revision(data: bytes, position: int) -> tuple[list[Section], bytes]:
    """One cross-reference table and its trailer dictionary."""
    if data[position : position + 5] != b"xref\n":
        raise fail("pdf.structure", value="xref")
    sections = []
    cursor = position + 5
    while (head := _SUBSECTION.match(data, cursor)) is not None:
        sections.append(Section(int(head[1]), int(head[2]), head.end()))
        cursor = head.end() + int(head[2]) * _ENTRY_BYTES
        if cursor > len(data) or len(sections) > _MOST_SECTIONS:
            raise fail("pdf.structure", value="xref")
    trailer = _TRAILER.match(data, cursor)
    if trailer is None:
        raise fail("pdf.structure", value="trailer")
    return sections, trailer[1]
