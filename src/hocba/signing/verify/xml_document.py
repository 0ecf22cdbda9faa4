"""Parsing a signed XML so that there is only one way to read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from hocba.kernel.problems import fail
from hocba.signing.algorithms import digest_of
from hocba.signing.verify.policy import Target
from hocba.signing.xades.canonical import DECLARATION

MOST_BYTES = 4 * 1024 * 1024
MOST_ATTRIBUTES = 16
"""Of one element; ours have four at most. libxml2 sorts them in quadratic time: many would keep it busy for minutes."""
_CROWDED = etree.XPath(f"boolean(//*[@*[{MOST_ATTRIBUTES + 1}]])")
_CARRIERS = etree.XPath("//*[@Id]")
# what another program might take for an Id; xml:id too
_OTHER_SPELLINGS = etree.XPath("boolean(//@id | //@ID | //@iD | //@*[local-name() = 'id'])")


@dataclass(frozen=True, slots=True)
class XmlDocument:
    root: etree._Element
    by_id: dict[str, etree._Element]
    _digests: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    def element(self, target: Target, namespace: str) -> etree._Element:
        """The element with this Id at exactly this place; ProblemError ``xml.id_missing``, ``xml.misplaced``."""
        found = self.by_id.get(target.id)
        if found is None:
            raise fail("xml.id_missing", value=target.id)
        line = [found, *found.iterancestors()]
        if [each.tag for each in reversed(line)] != [f"{{{namespace}}}{name}" for name in target.path.split("/")]:
            raise fail("xml.misplaced", value=target.id)
        return found

    def digest(self, target: Target, namespace: str) -> bytes:
        """SHA-256 of the canonical form, once for each element; raises as ``element``."""
        element = self.element(target, namespace)
        if target.id not in self._digests:
            self._digests[target.id] = digest_of(canonical(element))
        return self._digests[target.id]


def open_document(data: bytes) -> XmlDocument:
    """Raises ProblemError ``xml.too_large``, ``xml.markup_forbidden``, ``xml.malformed``, ``xml.attributes``,
    ``xml.not_canonical``, ``xml.id_spelling``, ``xml.id_duplicate``.
    """
    if len(data) > MOST_BYTES:
        raise fail("xml.too_large")
    if not data.startswith(DECLARATION):
        raise fail("xml.not_canonical", value="declaration")
    # in canonical XML these two only ever begin a DTD, a comment, a CDATA section or an instruction
    if b"<!" in data or data.find(b"<?", len(DECLARATION)) >= 0:
        raise fail("xml.markup_forbidden")
    root = _parse(data)
    if _CROWDED(root):
        raise fail("xml.attributes")
    if DECLARATION + canonical(root) != data:
        raise fail("xml.not_canonical")
    return XmlDocument(root, _index(root))


def canonical(element: etree._Element) -> bytes:
    """Exclusive canonical form, by libxml2."""
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise fail("xml.malformed") from None


def _index(root: etree._Element) -> dict[str, etree._Element]:
    if _OTHER_SPELLINGS(root):
        raise fail("xml.id_spelling")
    carriers = cast("list[etree._Element]", _CARRIERS(root))
    by_id = {str(element.get("Id")): element for element in carriers}
    if len(by_id) != len(carriers):
        raise fail("xml.id_duplicate", value=_first_twice([str(element.get("Id")) for element in carriers]))
    return by_id


def _first_twice(identifiers: list[str]) -> str:
    seen: set[str] = set()
    return next(each for each in identifiers if each in seen or seen.add(each))  # type: ignore[func-returns-value]
