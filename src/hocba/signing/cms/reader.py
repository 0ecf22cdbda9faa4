"""Reading SignedData strictly: every byte that the signature does not cover must be the only byte it could be.

Each uncovered field (versions, algorithm identifiers) must have an expected value, and the message put together again
from its parts must be the same bytes; so parsing need not be clever.
"""

from __future__ import annotations

from dataclasses import dataclass

from hocba.kernel.problems import ProblemError, fail
from hocba.signing.algorithms import Algorithm, algorithm_of, digest_of, is_signature
from hocba.signing.certificates import MOST_IN_A_SIGNATURE, public_key
from hocba.signing.cms import oids
from hocba.signing.cms.der import NULL, children, contents, context, integer, octets, oid, sequence, set_of
from hocba.signing.cms.writer import signer_identifier

_OCTET_STRING = 0x04
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
    _type, wrapped = children(der)
    (signed,) = children(wrapped)
    _version, digest_algorithms, inner, held, signers = children(signed)
    (signer,) = children(signers)
    parts = _Signer(*children(signer))
    certificates = _certificates(held, parts.sid)
    attributes = _attributes(parts.attributes)
    _require(attributes[oid(oids.CONTENT_TYPE)] == oid(content_type), "content_type")
    message = SignedMessage(
        algorithm=algorithm_of(public_key(certificates[0])),
        certificates=certificates,
        attested=_attested(attributes[oid(oids.SIGNING_CERTIFICATE_V2)]),
        message_digest=contents(attributes[oid(oids.MESSAGE_DIGEST)]),
        content=None if content_type == oids.DATA else contents(children(children(inner)[1])[0]),
        value=contents(parts.value),
        timestamp=_timestamp(parts.unsigned),
    )
    _require(children(digest_algorithms)[0] in _DIGEST_ALGORITHMS, "digest_algorithm")
    _require(parts.digest_algorithm in _DIGEST_ALGORITHMS, "digest_algorithm")
    _require(parts.signature_algorithm in _SIGNATURE_ALGORITHMS[message.algorithm], "signature_algorithm")
    _require(_rebuild(message, parts, children(digest_algorithms)[0], held, content_type) == der, "encoding")
    _check_signature(message, parts)
    return message


@dataclass(frozen=True, slots=True)
class _Signer:
    """SignerInfo's parts as they stand (RFC 5652, section 5.3)."""

    version: bytes
    sid: bytes
    digest_algorithm: bytes
    attributes: bytes
    signature_algorithm: bytes
    value: bytes
    unsigned: bytes | None = None


def _certificates(held: bytes, sid: bytes) -> tuple[bytes, ...]:
    """The signer's certificate, then the others as they stand; exactly one must match the signer identifier."""
    found = children(held)
    if len(found) > MOST_IN_A_SIGNATURE:
        raise fail("cms.certificate")
    mine = [der for der in found if signer_identifier(der) == sid]
    if len(mine) != 1:
        raise fail("cms.certificate")
    return (mine[0], *(der for der in found if der is not mine[0]))


def _attributes(attributes: bytes) -> dict[bytes, bytes]:
    """Type → the one value, each as it stands."""
    read = {}
    for attribute in children(attributes):
        kind, values = children(attribute)
        (read[kind],) = children(values)
    _require(len(read) == len(children(attributes)), "attributes")
    return read


def _attested(value: bytes) -> tuple[bytes, ...]:
    """SHA-256 of each certificate in signing-certificate-v2 (RFC 5035, section 3)."""
    return tuple(map(_certificate_hash, children(children(value)[0])))


def _certificate_hash(identifier: bytes) -> bytes:
    first, *others = children(identifier)
    if first[0] != _OCTET_STRING:  # the algorithm is named although SHA-256 is the default
        _require(first in _DIGEST_ALGORITHMS, "ess_certificate")
        first = others[0]
    return contents(first)


def _timestamp(unsigned: bytes | None) -> bytes | None:
    """The only unsigned attribute there may be."""
    if unsigned is None:
        return None
    (attribute,) = children(unsigned)
    _kind, values = children(attribute)
    (token,) = children(values)
    return token


def _rebuild(message: SignedMessage, parts: _Signer, digest_algorithm: bytes, held: bytes, content_type: str) -> bytes:
    """The only message that there can be with these parts: one digest algorithm, one signer, nothing else."""
    carried = b"" if message.content is None else context(0, octets(message.content))
    stamp = message.timestamp
    signer = sequence(
        integer(1),
        parts.sid,
        parts.digest_algorithm,
        context(0, *children(parts.attributes)),
        parts.signature_algorithm,
        octets(message.value),
        b"" if stamp is None else context(1, sequence(oid(oids.SIGNATURE_TIME_STAMP), set_of(stamp))),
    )
    body = sequence(
        integer(1 if content_type == oids.DATA else 3),
        set_of(digest_algorithm),
        sequence(oid(content_type), carried),
        context(0, *children(held)),
        set_of(signer),
    )
    return sequence(oid(oids.SIGNED_DATA), context(0, body))


def _check_signature(message: SignedMessage, parts: _Signer) -> None:
    if not message.attested or message.attested[0] != digest_of(message.certificates[0]):
        raise fail("cms.certificate")
    # signed as a SET OF, carried under an implicit tag (RFC 5652, section 5.4)
    attributes = b"\x31" + parts.attributes[1:]
    if not is_signature(public_key(message.certificates[0]), message.value, digest_of(attributes)):
        raise fail("cms.signature")


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise fail("cms.form", value=what)
