"""The demonstration authorities: root, issuing authority, time-stamp authority; and the certificates they issue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from hocba.signing.algorithms import Algorithm, PrivateKey
from hocba.signing.certificates import SigningCertificate
from hocba.signing.demo_pki.certificates import build, new_key, subject

_AUTHORITY = frozenset({"key_cert_sign", "crl_sign"})
_PERSON = frozenset({"digital_signature", "content_commitment"})
_AUTHORITY_DAYS = 3650
_HOLDER_DAYS = 730
# so that certificates which expired long ago can be shown too
_BEFORE = timedelta(days=_AUTHORITY_DAYS)


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """A key with its certificate. Stays inside the demonstration box or a test."""

    key: PrivateKey = field(repr=False)
    certificate: SigningCertificate


@dataclass(frozen=True, slots=True)
class DemoPki:
    """``started``: aware; certificates of authorities are valid from then. ``revoked``: serial number → since when."""

    root: KeyHolder
    issuing: KeyHolder
    stamping: KeyHolder
    started: datetime
    revoked: dict[int, datetime] = field(default_factory=dict)

    @classmethod
    def create(cls, started: datetime, *, name: str = "HOCBA trình diễn", algorithm: Algorithm | None = None) -> Self:
        """New authorities; P-256 unless said otherwise."""
        kind = algorithm or Algorithm.ECDSA_P256_SHA256
        root = _authority(f"{name} - Root CA", None, started, kind)
        issuing = _authority(f"{name} - CA", root, started, kind)
        key = new_key(kind)
        stamp = build(
            subject(f"{name} - TSA"),
            key,
            issuing.certificate.parsed.subject,
            issuing.key,
            start=started,
            days=_AUTHORITY_DAYS,
            usage=frozenset({"digital_signature"}),
            time_stamping=True,
        )
        chain = SigningCertificate(_der(stamp), (issuing.certificate.der,))
        return cls(root, issuing, KeyHolder(key, chain), started)

    def person(
        self, *, identity: str, name: str, unit: str = "", algorithm: Algorithm = Algorithm.ECDSA_P256_SHA256
    ) -> KeyHolder:
        """``identity``: ``CCCD:<12 digits>``; ``unit``: the school."""
        return self.issue(identity=identity, name=name, unit=unit, algorithm=algorithm)

    def seal(self, *, identity: str, name: str, algorithm: Algorithm = Algorithm.RSA_SHA256) -> KeyHolder:
        """``identity``: ``MST:<tax code>``; ``name``: the school."""
        return self.issue(identity=identity, name=name, algorithm=algorithm)

    def issue(
        self,
        *,
        identity: str,
        name: str,
        unit: str = "",
        algorithm: Algorithm = Algorithm.ECDSA_P256_SHA256,
        key: PrivateKey | None = None,
        start: datetime | None = None,
        days: int = _HOLDER_DAYS,
    ) -> KeyHolder:
        """Any certificate; ``start`` defaults to when the authorities began."""
        held = key or new_key(algorithm)
        certificate = build(
            subject(name, identity=identity, unit=unit),
            held,
            self.issuing.certificate.parsed.subject,
            self.issuing.key,
            start=start or self.started,
            days=days,
            usage=_PERSON,
        )
        return KeyHolder(held, SigningCertificate(_der(certificate), (self.issuing.certificate.der,)))

    def revoke(self, certificate: SigningCertificate, *, since: datetime) -> None:
        self.revoked[certificate.parsed.serial_number] = since


def _authority(name: str, above: KeyHolder | None, started: datetime, algorithm: Algorithm) -> KeyHolder:
    key, holder = new_key(algorithm), subject(name)
    issuer, issuer_key = (holder, key) if above is None else (above.certificate.parsed.subject, above.key)
    made = build(holder, key, issuer, issuer_key, start=started - _BEFORE, days=2 * _AUTHORITY_DAYS, usage=_AUTHORITY)
    return KeyHolder(key, SigningCertificate(_der(made)))


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
