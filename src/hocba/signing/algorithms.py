"""The two signature algorithms in use, and the one shape in which signature values travel.

A signature value travels as X.509 writes it: RSA as it is, ECDSA as DER ``SEQUENCE {r, s}``. XML-DSig's
raw ``r||s`` (RFC 4051, section 2.3.6) is made and read in ``hocba.signing.xades``.
"""

from __future__ import annotations

import enum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.asymmetric.utils import (
    Prehashed,
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256

from hocba.kernel.problems import fail

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

LEAST_RSA_BITS = 2048
_PREHASHED = Prehashed(SHA256())
_PKCS1 = padding.PKCS1v15()
_ECDSA = ec.ECDSA(_PREHASHED)
_COORDINATE_BYTES = 32


class Algorithm(enum.StrEnum):
    """Signature algorithm; SHA-256 in both."""

    RSA_SHA256 = "RSA-SHA256"
    ECDSA_P256_SHA256 = "ECDSA-P256-SHA256"


def algorithm_of(key: CertificatePublicKeyTypes) -> Algorithm:
    """The algorithm that a public key signs with; ProblemError ``key.unsupported`` for weak or other keys."""
    if isinstance(key, rsa.RSAPublicKey) and key.key_size >= LEAST_RSA_BITS:
        return Algorithm.RSA_SHA256
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return Algorithm.ECDSA_P256_SHA256
    raise fail("key.unsupported", value=type(key).__name__)


def sign_digest(key: PrivateKey, digest: bytes) -> bytes:
    """Sign a SHA-256 digest (32 bytes)."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(digest, _PKCS1, _PREHASHED)
    return key.sign(digest, _ECDSA)


def is_signature(key: CertificatePublicKeyTypes, value: bytes, digest: bytes) -> bool:
    """Does ``value`` sign this SHA-256 digest under this key?"""
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(value, digest, _PKCS1, _PREHASHED)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(value, digest, _ECDSA)
        else:
            return False
    except InvalidSignature:
        return False
    return True


def digest_of(data: bytes) -> bytes:
    return sha256(data).digest()


def ecdsa_to_raw(value: bytes) -> bytes:
    """DER to ``r||s``, 64 bytes."""
    r, s = decode_dss_signature(value)
    return r.to_bytes(_COORDINATE_BYTES, "big") + s.to_bytes(_COORDINATE_BYTES, "big")


def ecdsa_from_raw(value: bytes) -> bytes:
    """``r||s`` to DER; ValueError unless 64 bytes."""
    if len(value) != 2 * _COORDINATE_BYTES:
        raise ValueError("r||s must be 64 bytes")
    r, s = value[:_COORDINATE_BYTES], value[_COORDINATE_BYTES:]
    return encode_dss_signature(int.from_bytes(r, "big"), int.from_bytes(s, "big"))
