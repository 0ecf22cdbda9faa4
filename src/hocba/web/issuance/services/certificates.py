"""The register of certificates: who has which, as the provider of keys shows them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from hocba.signing.certificates import fingerprint
from hocba.signing.ports import Credential
from hocba.web.accounts.api import StaffProfile
from hocba.web.issuance.models import SignerCertificate
from hocba.web.schools.api import School


@transaction.atomic
def register_certificates(school: School, credentials: Iterable[Credential]) -> int:
    """Keep those that belong to this school's people or to its seal; returns how many were new.

    People whom the scope does not show are passed over.
    """
    profiles = StaffProfile.objects.filter(user__memberships__school=school).exclude(identity="")
    owners: dict[str, int | None] = {f"MST:{school.tax_code}": None}
    owners |= {profile.identity: profile.user_id for profile in profiles}
    rows = [_row(school, each, owners[each.identity]) for each in credentials if each.identity in owners]
    known = set(SignerCertificate.objects.filter(school=school).values_list("sha256", flat=True))
    fresh = [row for row in rows if row.sha256 not in known]
    SignerCertificate.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _row(school: School, credential: Credential, user_id: int | None) -> SignerCertificate:
    certificate = credential.certificate
    return SignerCertificate(
        school=school,
        user_id=user_id,
        der=certificate.der,
        issuers=[der.hex() for der in certificate.issuers],
        sha256=fingerprint(certificate.der),
        credential=credential.id,
        valid_from=certificate.parsed.not_valid_before_utc,
        valid_until=certificate.parsed.not_valid_after_utc,
    )
