"""SignedData with one signer: signed attributes first, the whole message when the signature value is there."""

from __future__ import annotations

from functools import lru_cache

from hocba.signing.algorithms import Algorithm, digest_of
from hocba.signing.certificates import SigningCertificate, load
from hocba.signing.cms import oids
from hocba.signing.cms.der import NULL, context, integer, octets, oid, sequence, set_of, tlv

_SHA256 = sequence(oid(oids.SHA256))


def signed_attributes(digest: bytes, certificate: SigningCertificate, *, content_type: str = oids.DATA) -> bytes:
    """What the key signs: content-type, message-digest, signing-certificate-v2 over the whole chain (DER SET OF).

    No signing-time: PAdES keeps it in the signature dictionary (ETSI EN 319 142-1, clause 6.3).
    """
    return set_of(
        sequence(oid(oids.CONTENT_TYPE), set_of(oid(content_type))),
        sequence(oid(oids.MESSAGE_DIGEST), set_of(octets(digest))),
        _signing_certificate(certificate.chain),
    )


@lru_cache(maxsize=1024)
def _signing_certificate(chain: tuple[bytes, ...]) -> bytes:
    """ESSCertIDv2 per certificate; SHA-256 is the default and left out (RFC 5035, section 4)."""
    identifiers = sequence(*(sequence(octets(digest_of(der))) for der in chain))
    return sequence(oid(oids.SIGNING_CERTIFICATE_V2), set_of(sequence(identifiers)))


def signed_data(
    attributes: bytes,
    value: bytes,
    certificate: SigningCertificate,
    *,
    timestamp: bytes | None = None,
    content: tuple[str, bytes] | None = None,
) -> bytes:
    """ContentInfo, DER. ``content``: type and bytes carried inside (RFC 3161 tokens); None for detached data.

    ``timestamp``: token over the signature value, unsigned attribute (RFC 5126, section 6.1.1).
    """
    content_type, carried = (oids.DATA, b"") if content is None else (content[0], context(0, octets(content[1])))
    signer = sequence(
        integer(1),
        signer_identifier(certificate.der),
        _SHA256,
        b"\xa0" + attributes[1:],
        _signature_algorithm(certificate.algorithm),
        octets(value),
        b"" if timestamp is None else context(1, sequence(oid(oids.SIGNATURE_TIME_STAMP), set_of(timestamp))),
    )
    body = sequence(
        integer(1 if content is None else 3),
        set_of(_SHA256),
        sequence(oid(content_type), carried),
        context(0, *sorted(certificate.chain)),
        set_of(signer),
    )
    return sequence(oid(oids.SIGNED_DATA), context(0, body))


@lru_cache(maxsize=1024)
def signer_identifier(der: bytes) -> bytes:
    """IssuerAndSerialNumber of a certificate."""
    certificate = load(der)
    serial = certificate.serial_number
    return sequence(certificate.issuer.public_bytes(), tlv(0x02, serial.to_bytes(serial.bit_length() // 8 + 1, "big")))


def _signature_algorithm(algorithm: Algorithm) -> bytes:
    return sequence(oid(oids.SIGNATURES[algorithm]), NULL if algorithm is Algorithm.RSA_SHA256 else b"")
