"""The demonstration authority's statements about revocation: CRL (RFC 5280) and OCSP response (RFC 6960)."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from hocba.signing.certificates import SigningCertificate
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder

VALID_FOR = timedelta(days=7)


def issue_crl(pki: DemoPki, *, at: datetime) -> bytes:
    """DER, signed by the issuing authority; says everything revoked up to now, good for seven days."""
    return _crl(pki.issuing, pki.revoked, at)


def issue_root_crl(pki: DemoPki, *, at: datetime) -> bytes:
    """DER, signed by the root; the issuing authority is never revoked in the demonstration."""
    return _crl(pki.root, {}, at)


def _crl(issuer: KeyHolder, revoked: dict[int, datetime], at: datetime) -> bytes:
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.parsed.subject)
        .last_update(at)
        .next_update(at + VALID_FOR)
    )
    for serial, since in revoked.items():
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since).build()
        builder = builder.add_revoked_certificate(entry)
    return builder.sign(issuer.key, SHA256()).public_bytes(Encoding.DER)


def answer_ocsp(pki: DemoPki, certificate: SigningCertificate, *, at: datetime) -> bytes:
    """DER response about one certificate."""
    since = pki.revoked.get(certificate.parsed.serial_number)
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=certificate.parsed,
        issuer=pki.issuing.certificate.parsed,
        algorithm=SHA1(),  # noqa: S303 - names the issuer, as RFC 6960 clients expect; nothing is signed with it
        cert_status=ocsp.OCSPCertStatus.REVOKED if since else ocsp.OCSPCertStatus.GOOD,
        this_update=at,
        next_update=at + VALID_FOR,
        revocation_time=since,
        revocation_reason=None,
    )
    responder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, pki.issuing.certificate.parsed)
    return responder.sign(pki.issuing.key, SHA256()).public_bytes(Encoding.DER)
