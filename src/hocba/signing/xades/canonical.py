"""Canonical slices: the exclusive canonical form of an element, cut out of a document that already is canonical.

The documents we sign are written as canonical XML with one default namespace on the root (see docs/signatures.md).
Then the exclusive canonical form (W3C xml-exc-c14n) of an element is its own bytes with the default namespace
declared in the start tag. ``assert_canonical`` proves the assumption with libxml2, once per document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from hocba.kernel.problems import fail
from hocba.signing.algorithms import digest_of

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# In canonical XML a "<" is always markup; text cannot imitate a start tag.
_START_TAG_HEAD = re.compile(rb'<([A-Za-z_][\w.:-]*)(?: [\w.:-]+="[^"<]*")*')
_START_TAG_REST = re.compile(rb'(?: [\w.:-]+="[^"<]*")*>')
_IDENTIFIER = re.compile(rb' Id="([^"<]*)"')
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


class Elements:
    """The elements with an Id of one canonical document: looked for once, measured when asked for."""

    def __init__(self, document: bytes) -> None:
        self.document = document
        self._positions: dict[bytes, list[int]] = {}
        for found in _IDENTIFIER.finditer(document):
            self._positions.setdefault(found[1], []).append(found.start())
        self._found: dict[str, Element] = {}
        self._digests: dict[str, bytes] = {}

    def find(self, identifier: str) -> Element:
        """The one element with this Id; ProblemError ``xml.id_missing`` or ``xml.id_duplicate``."""
        if identifier not in self._found:
            found = list(self._candidates(identifier.encode()))
            if len(found) != 1:
                raise fail("xml.id_duplicate" if found else "xml.id_missing", value=identifier)
            self._found[identifier] = found[0]
        return self._found[identifier]

    def digest(self, identifier: str) -> bytes:
        """SHA-256 of the exclusive canonical form of an element of the default namespace; raises as ``find``."""
        if identifier not in self._digests:
            element = self.find(identifier)
            self._digests[identifier] = digest_of(canonical_slice(self.document, element, self.namespace))
        return self._digests[identifier]

    @cached_property
    def namespace(self) -> bytes:
        """The namespace that the root declares; ProblemError ``xml.not_canonical`` without one."""
        return default_namespace(self.document)

    def _candidates(self, identifier: bytes) -> Iterator[Element]:
        for position in self._positions.get(identifier, []):
            start = self.document.rfind(b"<", 0, position)
            head = _START_TAG_HEAD.fullmatch(self.document, start, position)
            if head is not None:  # else it stands in text
                yield _extent(self.document, head[1], start, position + len(b' Id=""') + len(identifier))


def find_element(document: bytes, identifier: str) -> Element:
    """``Elements.find`` for a single question."""
    return Elements(document).find(identifier)


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
    if document.find(b"<" + tag, inner, max(close, inner)) < 0:  # nothing of a similar name inside: the usual case
        return close
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
