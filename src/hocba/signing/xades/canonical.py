"""Canonical slices: the exclusive canonical form of an element, cut out of a document that already is canonical.

The documents we sign are written as canonical XML with one default namespace on the root (see docs/signatures.md).
Then the exclusive canonical form (W3C xml-exc-c14n) of an element is its own bytes with the default namespace
declared in the start tag. ``assert_canonical`` proves the assumption with libxml2, once per document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from hocba.kernel.problems import fail

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# In canonical XML a "<" is always markup; text cannot imitate a start tag.
_START_TAG_HEAD = re.compile(rb'<([A-Za-z_][\w.:-]*)(?: [\w.:-]+="[^"<]*")*')
_START_TAG_REST = re.compile(rb'(?: [\w.:-]+="[^"<]*")*>')
_ROOT_NAMESPACE = re.compile(rb'<[A-Za-z_][\w.-]* xmlns="([^"<]*)"')


@dataclass(frozen=True, slots=True)
class Element:
    """Where an element lies: ``start`` of ``<``, ``inner`` after its start tag, ``close`` at its end tag, ``end``."""

    tag: bytes
    start: int
    inner: int
    close: int
    end: int

    @property
    def empty(self) -> bool:
        return self.inner == self.close


def find_element(document: bytes, identifier: str) -> Element:
    """The one element with this Id; ProblemError ``xml.id_missing`` or ``xml.id_duplicate``."""
    found = _candidates(document, identifier)
    if len(found) != 1:
        raise fail("xml.id_duplicate" if found else "xml.id_missing", value=identifier)
    return found[0]


def _candidates(document: bytes, identifier: str) -> list[Element]:
    needle = b' Id="' + identifier.encode() + b'"'
    found = []
    position = document.find(needle)
    while position >= 0:
        start = document.rfind(b"<", 0, position)
        head = _START_TAG_HEAD.fullmatch(document, start, position)
        if head is not None:
            found.append(_extent(document, head[1], start, position + len(needle)))
        position = document.find(needle, position + 1)
    return found


def _extent(document: bytes, tag: bytes, start: int, position: int) -> Element:
    rest = _START_TAG_REST.match(document, position)
    close = -1 if rest is None else _closing(document, tag, rest.end())
    if rest is None or close < 0:
        raise fail("xml.not_canonical", value=tag.decode())
    return Element(tag, start, rest.end(), close, close + len(tag) + 3)


def _closing(document: bytes, tag: bytes, inner: int) -> int:
    """Where the end tag for the content that starts at ``inner`` lies, or -1; steps over children of the same name."""
    closing = b"</" + tag + b">"
    close, closed = document.find(closing, inner), 0
    while close >= 0 and _openings(document, tag, inner, close) > closed:
        close, closed = document.find(closing, close + 1), closed + 1
    return close


def _openings(document: bytes, tag: bytes, start: int, end: int) -> int:
    return document.count(b"<" + tag + b" ", start, end) + document.count(b"<" + tag + b">", start, end)


def default_namespace(document: bytes) -> bytes:
    """The namespace that the root declares; ProblemError ``xml.not_canonical`` without one."""
    found = _ROOT_NAMESPACE.match(document, len(DECLARATION))
    if not document.startswith(DECLARATION) or found is None:
        raise fail("xml.not_canonical")
    return found[1]


def canonical_slice(document: bytes, element: Element, namespace: bytes) -> bytes:
    """The exclusive canonical form of an element of the default namespace."""
    name_end = element.start + 1 + len(element.tag)
    return b'%b xmlns="%b"%b' % (document[element.start : name_end], namespace, document[name_end : element.end])


def assert_canonical(document: bytes) -> None:
    """Prove with libxml2 that the document is the declaration followed by its own canonical form.

    Raises ProblemError ``xml.not_canonical``.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(document, parser)
    except etree.XMLSyntaxError:
        raise fail("xml.not_canonical") from None
    if DECLARATION + etree.tostring(tree, method="c14n", exclusive=True, with_comments=False) != document:
        raise fail("xml.not_canonical")
