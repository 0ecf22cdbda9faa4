"""Are all slots of a document filled with signatures over exactly what they must cover?"""

from __future__ import annotations

from datetime import UTC, datetime

from lxml import etree

from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.signing.algorithms import algorithm_of, digest_of, is_signature
from hocba.signing.certificates import public_key
from hocba.signing.timestamps.token import TimestampToken, read_token
from hocba.signing.verify.policy import DocumentPolicy, SlotPolicy
from hocba.signing.verify.reading import SignatureReading
from hocba.signing.verify.xml_document import XmlDocument, canonical
from hocba.signing.verify.xml_signature import read_signature
from hocba.signing.xades.form import SignatureForm, to_be_signed, to_be_stamped
from hocba.signing.xades.names import DS

_SIGNATURE = f"{{{DS}}}Signature"


def verify_slots(document: XmlDocument, policy: DocumentPolicy) -> tuple[SignatureReading, ...]:
    """One reading per slot, in the policy's order.

    Raises ProblemError where the document as a whole cannot stand: ``signature.missing``, ``signature.stray``,
    ``slot.content``, ``xml.id_missing``, ``xml.misplaced``, and what ``read_signature`` raises (path: the slot's name).
    """
    # the last signature covers most: looking there first finds most changes at once
    readings = {slot.name: _verify_slot(document, policy.namespace, slot) for slot in reversed(policy.slots)}
    if sum(1 for _ in document.root.iter(_SIGNATURE)) != len(policy.slots):
        raise fail("signature.stray")
    return tuple(readings[slot.name] for slot in policy.slots)


def _verify_slot(document: XmlDocument, namespace: str, slot: SlotPolicy) -> SignatureReading:
    try:
        covered = [(target.id, document.element(target, namespace)) for target in slot.covers]
        element = _sole_signature(document.element(slot.slot, namespace))
        form = read_signature(element, covers=tuple(target.id for target in slot.covers))
        if form.id != f"{slot.slot.id}-sig":
            raise fail("signature.form", value="Id")
    except ProblemError as error:
        found = error.problem
        raise fail(found.code, slot.name, found.value, **found.params) from None
    return _judge(slot.name, form, [(identifier, canonical(each)) for identifier, each in covered])


def _sole_signature(slot: etree._Element) -> etree._Element:
    if len(slot) == 0 and not slot.text:
        raise fail("signature.missing")
    if len(slot) != 1 or slot.text or slot[0].tail or slot[0].tag != _SIGNATURE:
        raise fail("slot.content")
    return slot[0]


def _judge(name: str, form: SignatureForm, covered: list[tuple[str, bytes]]) -> SignatureReading:
    problems = [
        Problem("signature.digest", name, identifier)
        for (identifier, content), (_, digest) in zip(covered, form.references, strict=True)
        if digest_of(content) != digest
    ]
    problems += _value_problems(name, form)
    stamp, stamp_problems = _stamp(name, form)
    claimed = datetime.strptime(form.signing_time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return SignatureReading(name, form.certificates, form.algorithm, claimed, stamp, tuple(problems + stamp_problems))


def _value_problems(name: str, form: SignatureForm) -> list[Problem]:
    if not form.certificates:
        return [Problem("signature.certificate", name)]
    key = public_key(form.certificates[0])
    if algorithm_of(key) is not form.algorithm:
        return [Problem("signature.algorithm", name, form.algorithm)]
    signed = is_signature(key, form.value, digest_of(to_be_signed(form)))
    return [] if signed else [Problem("signature.value", name)]


def _stamp(name: str, form: SignatureForm) -> tuple[TimestampToken | None, list[Problem]]:
    if form.timestamp is None:
        return None, []
    try:
        return read_token(form.timestamp, digest=digest_of(to_be_stamped(form))), []
    except ProblemError as error:
        return None, [Problem(error.problem.code, name, error.problem.value)]
