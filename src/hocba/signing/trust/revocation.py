"""What CRLs (RFC 5280, section 5) and OCSP responses (RFC 6960) on hand say about a certificate.

Both count only if signed by the very authority that issued the certificate.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp

from hocba.signing.certificates import load

_ORDERLY = frozenset(
    {
        x509.ReasonFlags.unspecified,
        x509.ReasonFlags.affiliation_changed,
        x509.ReasonFlags.superseded,
        x509.ReasonFlags.cessation_of_operation,
    }
)


@dataclass(frozen=True, slots=True)
class RevocationFact:
    """``known``: some statement was found. ``since``: revoked since then. ``until``: good until, stale after.

    ``orderly``: the statement gives a reason that leaves what was done before untouched (RFC 3161, section 4).
    """

    known: bool
    since: datetime | None = None
    until: datetime | None = None
    orderly: bool = False


@dataclass(frozen=True, slots=True)
class Revocations:
    crls: tuple[x509.CertificateRevocationList, ...] = ()
    responses: tuple[ocsp.OCSPResponse, ...] = ()
    _trusted: dict[tuple[int, bytes], bool] = field(default_factory=dict, repr=False, compare=False)

    def look_up(self, der: bytes, issuer: bytes) -> RevocationFact:
        """The newest statement by ``issuer`` about this certificate; being revoked anywhere wins."""
        if not (self.crls or self.responses):
            return RevocationFact(known=False)
        facts = [*self._from_crls(der, issuer), *self._from_responses(der, issuer)]
        revoked = [fact for fact in facts if fact.since is not None]
        if revoked:
            first = min(revoked, key=lambda fact: fact.since)  # type: ignore[arg-type,return-value]
            return replace(first, orderly=all(fact.orderly for fact in revoked))
        return max(facts, key=_freshness, default=RevocationFact(known=False))

    def _from_crls(self, der: bytes, issuer: bytes) -> list[RevocationFact]:
        serial = load(der).serial_number
        facts = []
        for number, crl in enumerate(self.crls):
            if self._is_by(number, crl, issuer):
                entry = crl.get_revoked_certificate_by_serial_number(serial)
                facts.append(_of_entry(entry, crl))
        return facts

    def _is_by(self, number: int, crl: x509.CertificateRevocationList, issuer: bytes) -> bool:
        key = (number, issuer)
        if key not in self._trusted:
            authority = load(issuer)
            same = crl.issuer == authority.subject
            self._trusted[key] = same and crl.is_signature_valid(authority.public_key())  # type: ignore[arg-type]
        return self._trusted[key]

    def _from_responses(self, der: bytes, issuer: bytes) -> list[RevocationFact]:
        serial, authority = load(der).serial_number, load(issuer)
        return [
            RevocationFact(
                True, single.revocation_time_utc, single.next_update_utc, single.revocation_reason in _ORDERLY
            )
            for response in self.responses
            for single in response.responses
            if single.serial_number == serial
            # an authority that does not know the certificate says nothing about it
            and single.certificate_status is not ocsp.OCSPCertStatus.UNKNOWN
            and _answered_by(response, authority)
        ]


def _of_entry(entry: x509.RevokedCertificate | None, crl: x509.CertificateRevocationList) -> RevocationFact:
    if entry is None:
        return RevocationFact(True, until=crl.next_update_utc)
    reasons = [each.value.reason for each in entry.extensions if isinstance(each.value, x509.CRLReason)]
    return RevocationFact(True, entry.revocation_date_utc, crl.next_update_utc, bool(_ORDERLY.intersection(reasons)))


def _freshness(fact: RevocationFact) -> float:
    return fact.until.timestamp() if fact.until else 0.0


def _answered_by(response: ocsp.OCSPResponse, authority: x509.Certificate) -> bool:
    """Signed by the authority itself; delegated responders are not taken."""
    key, algorithm = authority.public_key(), response.signature_hash_algorithm
    try:
        if algorithm is None:
            return False
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(response.signature, response.tbs_response_bytes, padding.PKCS1v15(), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(response.signature, response.tbs_response_bytes, ec.ECDSA(algorithm))
        else:
            return False
    except InvalidSignature:
        return False
    return True
