"""Certificates: what is read from one, cached, and the bundle that a signer hands over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from hocba.kernel.ids import SignerIdentity
from hocba.signing.algorithms import Algorithm, algorithm_of

DEMO_POLICY = x509.ObjectIdentifier("2.25.174650231467028140617428870263178459136")
"""Certificate policy that marks a demonstration certificate."""

DEMO_ORGANISATION = "HOCBA TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


MOST_BYTES = 16_384
"""Larger certificates are refused, so that hostile files cannot fill the caches."""


MOST_IN_A_SIGNATURE = 8
"""Certificates in one signature: the signer's and the authorities above it are rarely more than three."""


@lru_cache(maxsize=4096)
def load(der: bytes) -> x509.Certificate:
    """Parse once per certificate; ValueError if it is none."""
    if len(der) > MOST_BYTES:
        raise ValueError("certificate too large")
    return x509.load_der_x509_certificate(der)


@lru_cache(maxsize=4096)
def public_key(der: bytes) -> CertificatePublicKeyTypes:
    return load(der).public_key()


@lru_cache(maxsize=4096)
def common_name(der: bytes) -> str:
    return _attribute(load(der).subject, NameOID.COMMON_NAME)


@lru_cache(maxsize=4096)
def organisation(der: bytes) -> str:
    return _attribute(load(der).subject, NameOID.ORGANIZATION_NAME)


@lru_cache(maxsize=4096)
def identity(der: bytes) -> SignerIdentity:
    """Subject attribute UID (0.9.2342.19200300.100.1.1), or an empty string."""
    return SignerIdentity(_attribute(load(der).subject, NameOID.USER_ID))


@lru_cache(maxsize=4096)
def is_demonstration(der: bytes) -> bool:
    """Marked by policy or by organisation: either is enough."""
    return organisation(der) == DEMO_ORGANISATION or DEMO_POLICY in _policies(load(der))


def fingerprint(der: bytes) -> str:
    return sha256(der).hexdigest()


_MACHINES = frozenset(
    {
        ExtendedKeyUsageOID.SERVER_AUTH,
        ExtendedKeyUsageOID.CODE_SIGNING,
        ExtendedKeyUsageOID.TIME_STAMPING,
        ExtendedKeyUsageOID.OCSP_SIGNING,
    }
)


@lru_cache(maxsize=4096)
def may_sign_documents(der: bytes) -> bool:
    """Key usage digitalSignature or nonRepudiation (RFC 5280, section 4.2.1.3), no CA, not for other purposes alone."""
    extensions = load(der).extensions
    usage = extensions.get_extension_for_class(x509.KeyUsage).value if _has(der, x509.KeyUsage) else None
    authority = _has(der, x509.BasicConstraints) and extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    signs = usage is not None and (usage.digital_signature or usage.content_commitment)
    return signs and not authority and not _is_for_machines(der)


def _is_for_machines(der: bytes) -> bool:
    """Extended key usage that names purposes (RFC 5280, section 4.2.1.12), none of which is a person's or a seal's."""
    if not _has(der, x509.ExtendedKeyUsage):
        return False
    return set(load(der).extensions.get_extension_for_class(x509.ExtendedKeyUsage).value) <= _MACHINES


@lru_cache(maxsize=4096)
def may_stamp_time(der: bytes) -> bool:
    """Extended key usage: timeStamping alone, critical (RFC 3161, section 2.3)."""
    if not _has(der, x509.ExtendedKeyUsage):
        return False
    extension = load(der).extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    return extension.critical and list(extension.value) == [ExtendedKeyUsageOID.TIME_STAMPING]


def _has(der: bytes, extension: type[x509.ExtensionType]) -> bool:
    try:
        load(der).extensions.get_extension_for_class(extension)
    except x509.ExtensionNotFound:
        return False
    return True


def _attribute(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if len(found) == 1 else ""


def _policies(certificate: x509.Certificate) -> list[x509.ObjectIdentifier]:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.CertificatePolicies)
    except x509.ExtensionNotFound:
        return []
    return [information.policy_identifier for information in extension.value]


@dataclass(frozen=True)
class SigningCertificate:
    """The signer's certificate (DER) and the issuing authorities above it, without the root."""

    der: bytes
    issuers: tuple[bytes, ...] = ()

    @cached_property
    def chain(self) -> tuple[bytes, ...]:
        return (self.der, *self.issuers)

    @cached_property
    def algorithm(self) -> Algorithm:
        return algorithm_of(public_key(self.der))

    @cached_property
    def identity(self) -> SignerIdentity:
        return identity(self.der)

    @cached_property
    def name(self) -> str:
        return common_name(self.der)

    @cached_property
    def parsed(self) -> x509.Certificate:
        return load(self.der)


def to_pem(der: bytes) -> bytes:
    return load(der).public_bytes(Encoding.PEM)
