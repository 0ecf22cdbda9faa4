"""Building the certificates of the demonstration infrastructure."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from hocba.signing.algorithms import Algorithm, PrivateKey
from hocba.signing.certificates import DEMO_ORGANISATION, DEMO_POLICY

_NOTHING = dict.fromkeys(
    (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    ),
    False,
)


def new_key(algorithm: Algorithm) -> PrivateKey:
    if algorithm is Algorithm.RSA_SHA256:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return ec.generate_private_key(ec.SECP256R1())


def subject(name: str, *, identity: str = "", unit: str = "") -> x509.Name:
    """``identity`` becomes the UID attribute, ``unit`` the organisational unit (the school)."""
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, DEMO_ORGANISATION),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ]
    parts += [x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit)] if unit else []
    parts += [x509.NameAttribute(NameOID.USER_ID, identity)] if identity else []
    return x509.Name(parts)


def build(
    holder: x509.Name,
    key: PrivateKey,
    issuer: x509.Name,
    issuer_key: PrivateKey,
    *,
    start: datetime,
    days: int,
    usage: frozenset[str],
    time_stamping: bool = False,
) -> x509.Certificate:
    """``usage``: the key-usage bits that are set; ``key_cert_sign`` makes an authority."""
    authority = "key_cert_sign" in usage
    builder = (
        x509.CertificateBuilder()
        .subject_name(holder)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**_NOTHING | dict.fromkeys(usage, True)), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .add_extension(x509.CertificatePolicies([x509.PolicyInformation(DEMO_POLICY, None)]), critical=False)
    )
    if time_stamping:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return builder.sign(issuer_key, SHA256())
