"""Before a key is asked: has this person a certificate, is it theirs, is it valid now, and for how much longer?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hocba.issuing.holders import same_organisation
from hocba.issuing.slots import SEAL
from hocba.kernel.problems import Problem, ProblemError
from hocba.signing.certificates import SigningCertificate, may_sign_documents
from hocba.web.accounts.api import StaffProfile
from hocba.web.issuance.models import SignerCertificate
from hocba.web.schools.api import school_of
from hocba.web.shared.actor import Actor

WARN_BEFORE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Preflight:
    """``problem``: why signing cannot start. ``warning``: it can, but something is near its end."""

    certificate: SignerCertificate | None = None
    problem: Problem | None = None
    warning: Problem | None = None

    @property
    def ready(self) -> SignerCertificate:
        """The certificate to sign with; raises ProblemError where there is a problem."""
        if self.problem is not None or self.certificate is None:
            raise ProblemError(self.problem or Problem("certificate.none"))
        return self.certificate


def signing_certificate(row: SignerCertificate) -> SigningCertificate:
    return SigningCertificate(bytes(row.der), tuple(map(bytes.fromhex, row.issuers)))


def preflight(actor: Actor, slot: str, *, now: datetime) -> Preflight:
    """For the seal the school's certificate, else the actor's own; of several the one valid longest.

    Problems: ``certificate.none``, ``certificate.other_person``, ``certificate.not_yet_valid``,
    ``certificate.expired``, ``certificate.usage``, ``issuer.other_name``; warning ``certificate.expires_soon``.
    """
    owner = None if slot == SEAL else actor.user_id
    rows = SignerCertificate.objects.filter(school=actor.school, user=owner)
    found = rows.order_by("-valid_until", "-registered_at").first()
    if found is None:
        return Preflight(problem=Problem("certificate.none"))
    judged = _judge(found, _identity(actor, slot), now)
    return judged if slot != SEAL or judged.problem else _named(judged, found, school_of(actor).name)


def _named(judged: Preflight, row: SignerCertificate, school: str) -> Preflight:
    """A seal under another name would be refused pupil by pupil; here it can still be told why."""
    name = signing_certificate(row).name
    if same_organisation(name, school):
        return judged
    return Preflight(row, Problem("issuer.other_name", value=name, params={"school": school}))


def _identity(actor: Actor, slot: str) -> str:
    if slot == SEAL:
        return f"MST:{school_of(actor).tax_code}"
    profile = StaffProfile.objects.filter(pk=actor.user_id).first()
    return profile.identity if profile else ""


def _judge(row: SignerCertificate, identity: str, now: datetime) -> Preflight:
    certificate = signing_certificate(row)
    day = {"time": f"{row.valid_until:%d/%m/%Y}"}
    if certificate.identity != identity:
        return Preflight(row, Problem("certificate.other_person", value=certificate.name))
    if now < row.valid_from:
        return Preflight(row, Problem("certificate.not_yet_valid", value=certificate.name))
    if now > row.valid_until:
        return Preflight(row, Problem("certificate.expired", value=certificate.name, params=day))
    if not may_sign_documents(certificate.der):
        return Preflight(row, Problem("certificate.usage", value=certificate.name))
    if row.valid_until - now < WARN_BEFORE:
        return Preflight(row, warning=Problem("certificate.expires_soon", value=certificate.name, params=day))
    return Preflight(row)
