"""Reading SignedData strictly: every byte that the signature does not cover must be the only byte it could be.

asn1crypto parses; each uncovered field (versions, algorithm identifiers) must have an expected value, and the message
put together again from its parts must be the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from asn1crypto import cms, core

from hocba.kernel.problems import ProblemError, fail
from hocba.signing.algorithms import Algorithm, algorithm_of, digest_of, is_signature
from hocba.signing.certificates import public_key
from hocba.signing.cms import oids
from hocba.signing.cms.der import NULL, context, integer, octets, oid, sequence, set_of
from hocba.signing.cms.writer import signer_identifier

_SIGNATURE_NAMES = {
    Algorithm.RSA_SHA256: {"sha256_rsa", "rsassa_pkcs1v15"},
    Algorithm.ECDSA_P256_SHA256: {"sha256_ecdsa"},
}


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """``certificates``: signer first, then the others. ``attested``: SHA-256 of each that the signature names."""

    algorithm: Algorithm
    certificates: tuple[bytes, ...]
    attested: tuple[bytes, ...]
    message_digest: bytes
    content: bytes | None
    value: bytes
    timestamp: bytes | None


def read_signed_data(der: bytes, *, content_type: str = oids.DATA) -> SignedMessage:
    """Parse, verify the signature over the signed attributes; the message digest is the caller's to compare.

    Raises ProblemError ``cms.form`` (not exactly ours), ``cms.signature``, ``cms.certificate``, ``key.unsupported``.
    """
    try:
        return _read(der, content_type)
    except ProblemError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise fail("cms.form") from None


def _read(der: bytes, content_type: str) -> SignedMessage:
    info = cms.ContentInfo.load(der, strict=True)
    _require(info["content_type"].dotted == oids.SIGNED_DATA, "content_type")
    signed = info["content"]
    signer = _only(signed["signer_infos"])
    content = _check_frame(signed, content_type)
    certificates = _certificates(signed, signer)
    _check_signer(signer, certificates[0])
    attributes = _attributes(signer["signed_attrs"])
    message = SignedMessage(
        algorithm=algorithm_of(public_key(certificates[0])),
        certificates=certificates,
        attested=_attested(attributes, content_type),
        message_digest=attributes[oids.MESSAGE_DIGEST][0].native,
        content=content,
        value=signer["signature"].native,
        timestamp=_timestamp(signer),
    )
    _require(_rebuild(signed, signer, message, content_type) == der, "encoding")
    _check_signature(message, signer)
    return message


def _check_frame(signed: cms.SignedData, content_type: str) -> bytes | None:
    inner = signed["encap_content_info"]
    _require(signed["version"].native == ("v1" if content_type == oids.DATA else "v3"), "version")
    _require_sha256(_only(signed["digest_algorithms"]))
    _require(inner["content_type"].dotted == content_type, "content_type")
    _require(isinstance(signed["crls"], core.Void), "crls")
    if content_type == oids.DATA:
        _require(isinstance(inner["content"], core.Void), "content")
        return None
    carried: bytes = inner["content"].contents
    return carried


def _check_signer(signer: cms.SignerInfo, der: bytes) -> None:
    _require(signer["version"].native == "v1", "version")
    _require_sha256(signer["digest_algorithm"])
    declared = signer["signature_algorithm"]
    _require(declared["algorithm"].native in _SIGNATURE_NAMES[algorithm_of(public_key(der))], "signature_algorithm")
    _require_plain(declared, "signature_algorithm")


def _certificates(signed: cms.SignedData, signer: cms.SignerInfo) -> tuple[bytes, ...]:
    """The signer's certificate and the others; exactly one must match the signer identifier."""
    _require(signer["sid"].name == "issuer_and_serial_number", "sid")
    wanted = signer["sid"].chosen
    held = [choice.chosen for choice in signed["certificates"] if choice.name == "certificate"]
    _require(len(held) == len(signed["certificates"]), "certificates")
    mine = [
        certificate
        for certificate in held
        if certificate.serial_number == wanted["serial_number"].native
        and certificate.issuer.dump() == wanted["issuer"].dump()
    ]
    if len(mine) != 1:
        raise fail("cms.certificate")
    return (mine[0].dump(), *(certificate.dump() for certificate in held if certificate is not mine[0]))


def _attributes(attributes: cms.CMSAttributes) -> dict[str, core.SetOf]:
    read = {attribute["type"].dotted: attribute["values"] for attribute in attributes}
    _require(len(read) == len(attributes) and all(len(values) == 1 for values in read.values()), "attributes")
    return read


def _attested(attributes: dict[str, core.SetOf], content_type: str) -> tuple[bytes, ...]:
    _require(attributes[oids.CONTENT_TYPE][0].dotted == content_type, "content_type")
    identifiers = attributes[oids.SIGNING_CERTIFICATE_V2][0]["certs"]
    _require(all(each["hash_algorithm"]["algorithm"].native == "sha256" for each in identifiers), "ess_certificate")
    return tuple(each["cert_hash"].native for each in identifiers)


def _timestamp(signer: cms.SignerInfo) -> bytes | None:
    """The only unsigned attribute there may be."""
    if isinstance(signer["unsigned_attrs"], core.Void):
        return None
    attribute = _only(signer["unsigned_attrs"])
    _require(attribute["type"].dotted == oids.SIGNATURE_TIME_STAMP, "unsigned_attribute")
    token: bytes = _only(attribute["values"]).dump()
    return token


def _rebuild(signed: cms.SignedData, signer: cms.SignerInfo, message: SignedMessage, content_type: str) -> bytes:
    carried = b"" if message.content is None else context(0, octets(message.content))
    stamp = message.timestamp
    signer_info = sequence(
        integer(1),
        signer_identifier(message.certificates[0]),
        signer["digest_algorithm"].dump(),
        signer["signed_attrs"].dump(),
        signer["signature_algorithm"].dump(),
        octets(message.value),
        b"" if stamp is None else context(1, sequence(oid(oids.SIGNATURE_TIME_STAMP), set_of(stamp))),
    )
    body = sequence(
        integer(1 if content_type == oids.DATA else 3),
        set_of(signed["digest_algorithms"][0].dump()),
        sequence(oid(content_type), carried),
        context(0, *(choice.chosen.dump() for choice in signed["certificates"])),
        set_of(signer_info),
    )
    return sequence(oid(oids.SIGNED_DATA), context(0, body))


def _check_signature(message: SignedMessage, signer: cms.SignerInfo) -> None:
    if not message.attested or message.attested[0] != digest_of(message.certificates[0]):
        raise fail("cms.certificate")
    attributes = signer["signed_attrs"].untag().dump()
    if not is_signature(public_key(message.certificates[0]), message.value, digest_of(attributes)):
        raise fail("cms.signature")


def _require_sha256(algorithm: core.Sequence) -> None:
    _require(algorithm["algorithm"].native == "sha256", "digest_algorithm")
    _require_plain(algorithm, "digest_algorithm")


def _require_plain(algorithm: core.Sequence, what: str) -> None:
    """An algorithm identifier without parameters, or with NULL."""
    identifier = oid(algorithm["algorithm"].dotted)
    _require(algorithm.dump() in {sequence(identifier), sequence(identifier, NULL)}, what)


def _only(values: core.SetOf) -> core.Asn1Value:
    _require(len(values) == 1, "count")
    return values[0]


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise fail("cms.form", value=what)
