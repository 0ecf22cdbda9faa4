"""The register of certificates: those of all people and seals, by school."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.demo.keys import credential_name
from hocba.demo.model import School
from hocba.demo.signers import Holders
from hocba.demo.transcripts import person_identity, seal_identity
from hocba.kernel.ids import SignerIdentity
from hocba.signing.certificates import SigningCertificate, fingerprint
from hocba.web.accounts.api import User
from hocba.web.issuance.models import SignerCertificate
from hocba.web.project.demonstration.loading.ledger import Ledger

Register = dict[SignerIdentity, SignerCertificate]


def load_certificates(ledger: Ledger, holders: Holders) -> Register:
    """Rows by identity. The keys themselves never come near the database."""
    rows = {
        identity: _row(ledger, school, holders[identity].certificate, user)
        for school in ledger.ward.schools
        for identity, user in _owners(ledger, school)
    }
    SignerCertificate.objects.using(ledger.using).bulk_create(rows.values())
    return rows


def _owners(ledger: Ledger, school: School) -> Iterator[tuple[SignerIdentity, User | None]]:
    for person in school.staff:
        yield person_identity(person), ledger.users[person.code]
    yield seal_identity(school), None


def _row(ledger: Ledger, school: School, certificate: SigningCertificate, user: User | None) -> SignerCertificate:
    return SignerCertificate(
        school=ledger.schools[school.code],
        user=user,
        der=certificate.der,
        issuers=[der.hex() for der in certificate.issuers],
        sha256=fingerprint(certificate.der),
        credential=credential_name(certificate.identity),
        valid_from=certificate.parsed.not_valid_before_utc,
        valid_until=certificate.parsed.not_valid_after_utc,
    )
