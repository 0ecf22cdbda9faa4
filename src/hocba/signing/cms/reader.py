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

_RSA_ENCRYPTION = "1.2.840.113549.1.1.1"


def _identifiers(*dotted: str) -> frozenset[bytes]:
    """Algorithm identifiers without parameters, or with NULL."""
    return frozenset(each for name in dotted for each in (sequence(oid(name)), sequence(oid(name), NULL)))


_DIGEST_ALGORITHMS = _identifiers(oids.SHA256)
_SIGNATURE_ALGORITHMS = {
    Algorithm.RSA_SHA256: _identifiers(oids.SIGNATURES[Algorithm.RSA_SHA256], _RSA_ENCRYPTION),
    Algorithm.ECDSA_P256_SHA256: _identifiers(oids.SIGNATURES[Algorithm.ECDSA_P256_SHA256]),
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
    # taken as they stand, before anything inside them is looked at
    raw = _RawSigner(
        *(signer[part].dump() for part in ("sid", "digest_algorithm", "signed_attrs", "signature_algorithm"))
    )
    certificates = _certificates(signed, raw.sid)
    algorithm = algorithm_of(public_key(certificates[0]))
    _require(raw.digest_algorithm in _DIGEST_ALGORITHMS, "digest_algorithm")
    _require(raw.signature_algorithm in _SIGNATURE_ALGORITHMS[algorithm], "signature_algorithm")
    attributes = _attributes(signer["signed_attrs"])
    message = SignedMessage(
        algorithm=algorithm,
        certificates=certificates,
        attested=_attested(attributes, content_type),
        message_digest=attributes[oids.MESSAGE_DIGEST][0].native,
        content=_content(signed, content_type),
        value=signer["signature"].native,
        timestamp=_timestamp(signer),
    )
    _require(_rebuild(signed, raw, message, content_type) == der, "encoding")
    _check_signature(message, raw)
    return message


@dataclass(frozen=True, slots=True)
class _RawSigner:
    sid: bytes
    digest_algorithm: bytes
    attributes: bytes
    signature_algorithm: bytes


def _content(signed: cms.SignedData, content_type: str) -> bytes | None:
    inner = signed["encap_content_info"]
    _require(inner["content_type"].dotted == content_type, "content_type")
    if content_type == oids.DATA:
        _require(isinstance(inner["content"], core.Void), "content")
        return None
    carried: bytes = inner["content"].contents
    return carried


def _certificates(signed: cms.SignedData, sid: bytes) -> tuple[bytes, ...]:
    """The signer's certificate, then the others as they stand; exactly one must match the signer identifier."""
    held = [choice.dump() for choice in signed["certificates"]]
    mine = [der for der in held if signer_identifier(der) == sid]
    if len(mine) != 1:
        raise fail("cms.certificate")
    return (mine[0], *(der for der in held if der is not mine[0]))


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


def _rebuild(signed: cms.SignedData, raw: _RawSigner, message: SignedMessage, content_type: str) -> bytes:
    """The only message that there can be with these parts: one digest algorithm, one signer, nothing else."""
    carried = b"" if message.content is None else context(0, octets(message.content))
    stamp = message.timestamp
    signer_info = sequence(
        integer(1),
        raw.sid,
        raw.digest_algorithm,
        raw.attributes,
        raw.signature_algorithm,
        octets(message.value),
        b"" if stamp is None else context(1, sequence(oid(oids.SIGNATURE_TIME_STAMP), set_of(stamp))),
    )
    digest_algorithm = _only(signed["digest_algorithms"]).dump()
    _require(digest_algorithm in _DIGEST_ALGORITHMS, "digest_algorithm")
    body = sequence(
        integer(1 if content_type == oids.DATA else 3),
        set_of(digest_algorithm),
        sequence(oid(content_type), carried),
        context(0, *(choice.dump() for choice in signed["certificates"])),
        set_of(signer_info),
    )
    return sequence(oid(oids.SIGNED_DATA), context(0, body))


def _check_signature(message: SignedMessage, raw: _RawSigner) -> None:
    if not message.attested or message.attested[0] != digest_of(message.certificates[0]):
        raise fail("cms.certificate")
    # signed as a SET OF, carried under an implicit tag (RFC 5652, section 5.4)
    attributes = b"\x31" + raw.attributes[1:]
    if not is_signature(public_key(message.certificates[0]), message.value, digest_of(attributes)):
        raise fail("cms.signature")


def _only(values: core.SetOf) -> core.Asn1Value:
    _require(len(values) == 1, "count")
    return values[0]


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise fail("cms.form", value=what)
