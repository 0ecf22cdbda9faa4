"""Are all slots of a document filled with signatures over exactly what they must cover?"""

from __future__ import annotations

import re
from datetime import datetime

from lxml import etree

from hocba.kernel.problems import ProblemError, fail
from hocba.signing.algorithms import algorithm_of, digest_of, is_signature
from hocba.signing.certificates import public_key
from hocba.signing.timestamps.token import read_token
from hocba.signing.verify.policy import DocumentPolicy, SlotPolicy
from hocba.signing.verify.reading import SignatureReading
from hocba.signing.verify.xml_document import XmlDocument
from hocba.signing.verify.xml_signature import read_signature
from hocba.signing.xades.form import SignatureForm, to_be_signed, to_be_stamped
from hocba.signing.xades.names import DS

_SIGNATURE = f"{{{DS}}}Signature"
_ANY_SIGNATURE = "{*}Signature"
"""Of whatever namespace: nothing of that name may stand where nobody looks."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def verify_slots(document: XmlDocument, policy: DocumentPolicy) -> tuple[SignatureReading, ...]:
    """One reading per slot, in the policy's order: the document is intact.

    Raises ProblemError for the first thing that is not (path: the slot's name): ``signature.missing``,
    ``signature.stray``, ``signature.digest``, ``signature.value``, ``signature.certificate``, ``slot.content``,
    ``xml.id_missing``, ``xml.misplaced``, ``cms.*``, ``timestamp.*``, and what ``read_signature`` raises.
    """
    # the last signature covers most: looking there first finds most changes at once
    readings = {slot.name: _verify_slot(document, policy.namespace, slot) for slot in reversed(policy.slots)}
    if sum(1 for _ in document.root.iter(_ANY_SIGNATURE)) != len(policy.slots):
        raise fail("signature.stray")
    return tuple(readings[slot.name] for slot in policy.slots)


def _verify_slot(document: XmlDocument, namespace: str, slot: SlotPolicy) -> SignatureReading:
    try:
        covered = [(target.id, document.digest(target, namespace)) for target in slot.covers]
        element = _sole_signature(document.element(slot.slot, namespace))
        form = read_signature(element, covers=tuple(target.id for target in slot.covers))
        if form.id != f"{slot.slot.id}-sig":
            raise fail("signature.form", value="Id")
        _check_digests(form, covered)
        _check_value(form)
        return _reading(slot.name, form)
    except ProblemError as error:
        found = error.problem
        raise fail(found.code, slot.name, found.value, **found.params) from None


def _sole_signature(slot: etree._Element) -> etree._Element:
    if len(slot) == 0 and not slot.text:
        raise fail("signature.missing")
    if len(slot) != 1 or slot.text or slot[0].tail or slot[0].tag != _SIGNATURE:
        raise fail("slot.content")
    return slot[0]


def _check_digests(form: SignatureForm, covered: list[tuple[str, bytes]]) -> None:
    for (identifier, digest), (_, claimed) in zip(covered, form.references, strict=True):
        if digest != claimed:
            raise fail("signature.digest", value=identifier)


def _check_value(form: SignatureForm) -> None:
    if not form.certificates:
        raise fail("signature.certificate")
    key = public_key(form.certificates[0])
    if algorithm_of(key) is not form.algorithm:
        raise fail("signature.algorithm", value=form.algorithm)
    if not is_signature(key, form.value, digest_of(to_be_signed(form))):
        raise fail("signature.value")


def _reading(name: str, form: SignatureForm) -> SignatureReading:
    stamp = None
    if form.timestamp is not None:
        stamp = read_token(form.timestamp, digest=digest_of(to_be_stamped(form)))
    return SignatureReading(name, form.certificates, form.algorithm, _claimed(form.signing_time), stamp)


def _claimed(text: str) -> datetime:
    """The one spelling that we write; ProblemError ``signature.form`` for others."""
    try:
        claimed = datetime.fromisoformat(text)
    except ValueError:
        raise fail("signature.form", value="SigningTime") from None
    if _TIME.fullmatch(text) is None:
        raise fail("signature.form", value="SigningTime")
    return claimed
