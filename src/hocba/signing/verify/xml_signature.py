"""Reading one ``ds:Signature`` back into the form it must have.

Whatever differs from the one form (another transform, another algorithm, a further reference or object, white space)
is found by rendering what was read and comparing bytes; the other checks only give the refusal its name.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as Base64Error

from lxml import etree

from hocba.kernel.problems import ProblemError, fail
from hocba.signing.algorithms import Algorithm, ecdsa_from_raw
from hocba.signing.certificates import MOST_IN_A_SIGNATURE, load
from hocba.signing.verify.xml_document import canonical
from hocba.signing.xades.form import SignatureForm, render
from hocba.signing.xades.names import DS, EXCLUSIVE_C14N, SHA256, SIGNATURE_METHODS, XADES

_NS = {"ds": DS, "xades": XADES}
_METHODS = {uri: algorithm for algorithm, uri in SIGNATURE_METHODS.items()}
_QUALIFYING = "ds:Object/xades:QualifyingProperties"
_TIME = f"{_QUALIFYING}/xades:SignedProperties/xades:SignedSignatureProperties/xades:SigningTime"
_TOKEN = (
    f"{_QUALIFYING}/xades:UnsignedProperties/xades:UnsignedSignatureProperties"
    "/xades:SignatureTimeStamp/xades:EncapsulatedTimeStamp"
)


def read_signature(element: etree._Element, *, covers: tuple[str, ...]) -> SignatureForm:
    """Raises ProblemError ``signature.algorithm``, ``signature.transforms``, ``signature.references``,
    ``signature.certificate`` (too many), ``signature.form``.
    """
    try:
        form = _read(element, covers)
        if len(form.certificates) > MOST_IN_A_SIGNATURE:
            raise fail("signature.certificate")
        # each must be a certificate before anything about it is kept
        for der in form.certificates:
            load(der)
        same = render(form) == canonical(element)
    except ProblemError:
        _check_algorithms(element)
        raise
    except (ValueError, KeyError, Base64Error, AttributeError, TypeError):
        same = False
    if not same:
        _check_algorithms(element)
        raise fail("signature.form")
    return form


def _read(element: etree._Element, covers: tuple[str, ...]) -> SignatureForm:
    algorithm = _METHODS[_method(element)]
    references = element.findall("ds:SignedInfo/ds:Reference", _NS)
    *targets, _properties = [reference.get("URI", "") for reference in references] or [""]
    if targets != [f"#{identifier}" for identifier in covers]:
        raise fail("signature.references", value=" ".join(targets))
    value = _bytes(element.find("ds:SignatureValue", _NS))
    token = element.find(_TOKEN, _NS)
    return SignatureForm(
        id=element.get("Id", ""),
        references=tuple(
            (identifier, _bytes(reference.find("ds:DigestValue", _NS)))
            for identifier, reference in zip(covers, references, strict=False)
        ),
        algorithm=algorithm,
        certificates=tuple(map(_bytes, element.findall("ds:KeyInfo/ds:X509Data/ds:X509Certificate", _NS))),
        signing_time=element.findtext(_TIME, "", _NS),
        value=value if algorithm is Algorithm.RSA_SHA256 else ecdsa_from_raw(value),
        timestamp=None if token is None else _bytes(token),
    )


def _method(element: etree._Element) -> str:
    method = element.find("ds:SignedInfo/ds:SignatureMethod", _NS)
    return "" if method is None else str(method.get("Algorithm", ""))


def _check_algorithms(element: etree._Element) -> None:
    """Name what is foreign in a signature that has not our form."""
    uri = _method(element)
    if uri not in _METHODS or _algorithms(element, "DigestMethod") != {SHA256}:
        raise fail("signature.algorithm", value=uri)
    if _algorithms(element, "Transform", "CanonicalizationMethod") != {EXCLUSIVE_C14N}:
        raise fail("signature.transforms")


def _algorithms(element: etree._Element, *names: str) -> set[str]:
    return {str(each.get("Algorithm", "")) for name in names for each in element.iter(f"{{{DS}}}{name}")}


def _bytes(element: etree._Element | None) -> bytes:
    if element is None or element.text is None or len(element):
        raise fail("signature.form")
    return b64decode(element.text, validate=True)
