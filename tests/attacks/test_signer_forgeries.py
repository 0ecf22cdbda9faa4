"""Forgeries by people who hold keys: the wrong person, the wrong time, an authority of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID
from signing_kit import (
    ASKED,
    HOMEROOM_IDENTITY,
    PRINCIPAL_IDENTITY,
    SEAL_IDENTITY,
    SIGNED,
    STARTED,
    YEAR,
    World,
    codes,
    new_world,
    record,
    sign_without_asking,
    signer_of,
    teacher_identity,
    world,
)

from hocba.issuing.api import Signer, Word
from hocba.issuing.slots import SEAL
from hocba.kernel.ids import SignerIdentity
from hocba.kernel.problems import ProblemError
from hocba.signing.certificates import SigningCertificate, common_name
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder
from hocba.signing.demo_pki.store import publish_trust
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.signing.trust.revocation import Revocations
from hocba.signing.trust.store import TrustStore
from hocba.transcript.model import identity_digest


def test_the_attackers_own_software_can_make_a_genuine_file_too() -> None:
    transcript = record()
    assert world().verify(sign_without_asking(transcript, world().signers(transcript))).word is Word.VALID


@pytest.mark.parametrize(
    "hidden",
    [
        b"<Signature>10</Signature>",
        b'<x:Signature xmlns:x="urn:x">10</x:Signature>',
        b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">10</ds:Signature>',
        b"<GHI_CHU>10</GHI_CHU>",
    ],
)
def test_everybody_signs_what_the_record_does_not_show(hidden: bytes) -> None:
    """Signatures are taken away before the record is read; nothing else may go with them for having that name."""
    transcript = record()
    verdict = world().verify(sign_without_asking(transcript, world().signers(transcript), hidden=hidden))
    assert verdict.word is Word.ALTERED
    assert codes(verdict) & {"signature.stray", "xml.schema"}


@pytest.mark.parametrize(
    ("slot", "identity", "code"),
    [
        ("GVBM:TOAN", teacher_identity("NGU_VAN"), "signer.wrong"),
        ("GVBM:TOAN", PRINCIPAL_IDENTITY, "signer.wrong"),
        ("GVCN", teacher_identity("TOAN"), "signer.wrong"),
        ("CBQL", HOMEROOM_IDENTITY, "signer.wrong"),
        ("CBQL", SEAL_IDENTITY, "signer.kind"),
        (SEAL, PRINCIPAL_IDENTITY, "signer.kind"),
        (SEAL, teacher_identity("TOAN"), "signer.kind"),
        (SEAL, "MST:0299999999", "signer.wrong"),
    ],
)
def test_a_genuine_certificate_in_the_wrong_slot(slot: str, identity: str, code: str) -> None:
    transcript = record()
    signers = world().signers(transcript) | {slot: world().signer(identity)}
    verdict = world().verify(sign_without_asking(transcript, signers))
    assert verdict.word is Word.ALTERED
    assert code in codes(verdict)


@pytest.mark.parametrize(
    "name", ["Công ty TNHH Bàng La", "Trường THCS Hợp Đức", "Trường TH Bàng La", "Trường THCS Bàng La 2", "Trường"]
)
def test_a_school_named_by_an_organisation_with_a_genuine_certificate(name: str) -> None:
    """The record says itself whose identity seals it; so any firm with a certificate could play any school."""
    identity = SignerIdentity("MST:0109876543")
    firm = signer_of(world().pki.issue(identity=identity, name=name))
    genuine = record()
    forged = replace(genuine, school=replace(genuine.school, identity=identity_digest(genuine.salt, identity)))
    verdict = world().verify(sign_without_asking(forged, world().signers(forged) | {SEAL: firm}))
    assert verdict.word is Word.UNKNOWN_ISSUER
    assert "issuer.other_name" in codes(verdict)
    assert verdict.as_json()["issuer"]["ok"] is False  # type: ignore[index]


@pytest.mark.parametrize("name", ["TRUONG THCS BANG LA", "Trường Trung học cơ sở Bàng La", "THCS  Bàng La"])
def test_a_seal_that_writes_the_schools_name_in_its_own_way_is_the_schools(name: str) -> None:
    seal = signer_of(world().pki.issue(identity=SEAL_IDENTITY, name=name))
    verdict = world().verify(sign_without_asking(record(), world().signers(record()) | {SEAL: seal}))
    assert verdict.word is Word.VALID


def test_an_authority_of_ones_own_with_the_same_names() -> None:
    """Same names, same identities, own keys: everything fits but the root."""
    impostor = new_world()
    xml = sign_without_asking(record(), impostor.signers(record()), timestamper=impostor.timestamper)
    verdict = world().verify(xml)
    assert verdict.word is Word.UNKNOWN_ISSUER
    assert "issuer.unknown" in codes(verdict)


def test_an_own_certificate_under_a_genuine_persons_certificate() -> None:
    """A holder is no authority: what it signs as an issuer leads nowhere."""
    teacher = world().holder(teacher_identity("TOAN"))
    pki = DemoPki(world().pki.root, teacher, world().pki.stamping, STARTED)
    forged = pki.issue(identity=PRINCIPAL_IDENTITY, name="Phạm Văn Bình")
    chain = replace(forged.certificate, issuers=(teacher.certificate.der, world().pki.issuing.certificate.der))
    signers = world().signers(record()) | {"CBQL": signer_of(replace(forged, certificate=chain))}
    verdict = world().verify(sign_without_asking(record(), signers))
    assert verdict.word is Word.UNKNOWN_ISSUER


def test_an_expired_certificate() -> None:
    old = world().pki.issue(identity=PRINCIPAL_IDENTITY, name="Cũ", start=SIGNED - YEAR, days=100)
    verdict = world().verify(sign_without_asking(record(), world().signers(record()) | {"CBQL": signer_of(old)}))
    assert verdict.word is Word.REVOKED
    assert "certificate.expired" in codes(verdict)


def test_an_expired_certificate_with_a_back_dated_signing_time() -> None:
    """The claimed time lies within the validity; the seal's time-stamp shows when the signature really existed."""
    old = world().pki.issue(identity=PRINCIPAL_IDENTITY, name="Cũ", start=SIGNED - YEAR, days=100)
    signers = world().signers(record()) | {"CBQL": signer_of(old)}
    back = SIGNED - YEAR + timedelta(days=10)
    verdict = world().verify(sign_without_asking(record(), signers, times={"CBQL": back}))
    assert verdict.word is Word.REVOKED
    assert {"certificate.expired", "time.order"} <= codes(verdict)


def test_a_certificate_that_is_not_yet_valid() -> None:
    future = world().pki.issue(identity=PRINCIPAL_IDENTITY, name="Mới", start=SIGNED + timedelta(hours=2))
    verdict = world().verify(sign_without_asking(record(), world().signers(record()) | {"CBQL": signer_of(future)}))
    assert verdict.word is Word.REVOKED
    assert "certificate.not_yet_valid" in codes(verdict)


def _revoked_world(slot_identity: str, since: datetime) -> tuple[World, bytes]:
    here = new_world()
    xml = sign_without_asking(record(), here.signers(record()), timestamper=here.timestamper)
    here.pki.revoke(here.holder(slot_identity).certificate, since=since)
    return here, xml


@pytest.mark.parametrize("identity", [teacher_identity("TOAN"), PRINCIPAL_IDENTITY, SEAL_IDENTITY])
def test_a_certificate_revoked_before_it_signed(identity: str) -> None:
    here, xml = _revoked_world(identity, SIGNED - timedelta(days=1))
    verdict = here.verify(xml)
    assert verdict.word is Word.REVOKED
    assert "certificate.revoked" in codes(verdict)


def test_a_certificate_revoked_after_the_time_stamp_keeps_what_it_signed() -> None:
    here, xml = _revoked_world(PRINCIPAL_IDENTITY, SIGNED + timedelta(hours=3))
    assert here.verify(xml).word is Word.VALID


def test_a_revoked_certificate_with_a_back_dated_signing_time() -> None:
    here = new_world()
    here.pki.revoke(here.holder(PRINCIPAL_IDENTITY).certificate, since=SIGNED - timedelta(days=5))
    xml = sign_without_asking(
        record(), here.signers(record()), at=SIGNED - timedelta(days=9), timestamper=here.timestamper
    )
    assert here.verify(xml).word is Word.REVOKED


def test_a_revocation_list_by_somebody_else_revokes_nothing() -> None:
    here, impostor = world(), new_world()
    xml = here.sign(record()).xml
    impostor.pki.revoke(here.holder(SEAL_IDENTITY).certificate, since=STARTED)
    trust = replace(here.trust(), revocations=impostor.trust().revocations)
    verdict = here.verify(xml, trust=trust)
    assert verdict.word is Word.VALID
    assert "revocation.unknown" in codes(verdict)


def test_a_time_stamp_by_an_authority_of_ones_own() -> None:
    own = DemoTimestamper.of(new_world().pki, lambda: SIGNED)
    verdict = world().verify(sign_without_asking(record(), world().signers(record()), timestamper=own))
    assert verdict.word is Word.UNKNOWN_ISSUER


def test_a_time_stamp_by_a_signing_certificate() -> None:
    """A certificate for documents may not say what time it is."""
    own = DemoTimestamper(world().holder(HOMEROOM_IDENTITY), lambda: SIGNED)
    verdict = world().verify(sign_without_asking(record(), world().signers(record()), timestamper=own))
    assert verdict.word is Word.ALTERED
    assert "timestamp.usage" in codes(verdict)


def test_the_time_stamp_authority_signing_a_document() -> None:
    stamping = world().pki.stamping
    transcript = record(school=replace(record().school, identity=identity_digest(record().salt, SignerIdentity(""))))
    verdict = world().verify(sign_without_asking(transcript, world().signers(transcript) | {SEAL: signer_of(stamping)}))
    assert verdict.word is Word.ALTERED


def test_a_signing_time_in_the_future() -> None:
    later = ASKED + timedelta(days=30)
    stamper = DemoTimestamper.of(world().pki, lambda: later)
    verdict = world().verify(sign_without_asking(record(), world().signers(record()), at=later, timestamper=stamper))
    assert verdict.word is Word.REVOKED
    assert "time.future" in codes(verdict)


def test_a_signing_time_later_than_the_time_stamp() -> None:
    xml = sign_without_asking(record(), world().signers(record()), at=SIGNED + timedelta(hours=5))
    verdict = world().verify(xml)
    assert verdict.word is Word.REVOKED
    assert "time.contradicts_stamp" in codes(verdict)


def test_a_principal_who_claims_to_have_signed_before_the_homeroom_teacher() -> None:
    early = {"CBQL": SIGNED - timedelta(days=1)}
    verdict = world().verify(sign_without_asking(record(), world().signers(record()), times=early))
    assert verdict.word is Word.REVOKED
    assert codes(verdict) == {"issuer.demonstration", "time.order"}


def test_the_demonstration_mark_left_out_of_the_record() -> None:
    """Signed throughout with demonstration keys that a reader trusts, but the record claims to be real."""
    real = record(demonstration=False)
    verdict = world().verify(sign_without_asking(real, world().signers(real)))
    assert verdict.word is Word.ALTERED
    assert "issuer.demonstration_mismatch" in codes(verdict)


def test_a_certificate_without_identity_where_the_record_has_an_empty_one() -> None:
    nobody = world().pki.issue(identity="", name="Không tên")
    transcript = record()
    empty = replace(transcript.principal, identity=identity_digest(transcript.salt, SignerIdentity("")))
    forged = replace(transcript, principal=empty)
    verdict = world().verify(sign_without_asking(forged, world().signers(forged) | {"CBQL": signer_of(nobody)}))
    assert verdict.word is Word.ALTERED
    assert "signer.kind" in codes(verdict)


def ocsp_trust(folder: Path, response: ocsp.OCSPResponse) -> TrustStore:
    """A folder with anchors, without lists, and with this one response."""
    publish_trust(world().pki, folder, at=ASKED)
    for path in folder.glob("*.crl"):
        path.unlink()
    (folder / "answer.ocsp").write_bytes(response.public_bytes(Encoding.DER))
    return TrustStore.load(folder)


def test_an_ocsp_answer_that_does_not_know_the_certificate_vouches_for_nothing(tmp_path: Path) -> None:
    authority, seal = world().pki.issuing, world().holder(SEAL_IDENTITY).certificate
    answer = ocsp.OCSPResponseBuilder().add_response(
        seal.parsed,
        authority.certificate.parsed,
        SHA256(),
        ocsp.OCSPCertStatus.UNKNOWN,
        ASKED,
        ASKED + YEAR,
        None,
        None,
    )
    signed = answer.responder_id(ocsp.OCSPResponderEncoding.HASH, authority.certificate.parsed)
    trust = ocsp_trust(tmp_path, signed.sign(authority.key, SHA256()))
    name = common_name(seal.der)
    found = world().verify(world().sign(record()).xml, trust=trust).problems
    assert name in {problem.value for problem in found if problem.code == "revocation.unknown"}


def test_an_ocsp_refusal_in_the_trust_folder_is_named_and_does_not_stop_every_verdict(tmp_path: Path) -> None:
    refusal = ocsp.OCSPResponseBuilder.build_unsuccessful(ocsp.OCSPResponseStatus.TRY_LATER)
    with pytest.raises(ProblemError, match=r"trust\.unreadable"):
        ocsp_trust(tmp_path, refusal)


def stamper_revoked(reason: x509.ReasonFlags | None) -> Word:
    """The time-stamp authority's certificate is revoked hours after the seal's time-stamp. What is the file now?"""
    here, revoked = world(), SIGNED + timedelta(hours=3)
    entry = x509.RevokedCertificateBuilder().serial_number(here.pki.stamping.certificate.parsed.serial_number)
    entry = entry.revocation_date(revoked)
    if reason is not None:
        entry = entry.add_extension(x509.CRLReason(reason), critical=False)
    # the authority's certificate hangs on the same issuer as everybody's
    issuer = here.pki.issuing
    crl = x509.CertificateRevocationListBuilder(issuer.certificate.parsed.subject, ASKED, ASKED + YEAR)
    signed = crl.add_revoked_certificate(entry.build()).sign(issuer.key, SHA256())
    trust = replace(here.trust(), revocations=Revocations((signed,)))
    return here.verify(here.sign(record()).xml, trust=trust).word


@pytest.mark.parametrize("reason", [None, x509.ReasonFlags.key_compromise, x509.ReasonFlags.ca_compromise])
def test_a_stolen_time_stamping_key_proves_no_time_however_early(reason: x509.ReasonFlags | None) -> None:
    """Its thief writes whatever time he likes, before the revocation too (RFC 3161, section 4)."""
    assert stamper_revoked(reason) is Word.REVOKED


@pytest.mark.parametrize("reason", [x509.ReasonFlags.cessation_of_operation, x509.ReasonFlags.superseded])
def test_a_time_stamp_authority_that_closed_in_good_order_keeps_what_it_stamped(reason: x509.ReasonFlags) -> None:
    assert stamper_revoked(reason) is Word.VALID


def seal_for(*purposes: x509.ObjectIdentifier) -> Signer:
    """The school's own identity in a certificate that was issued for these purposes."""
    authority, key = world().pki.issuing, ec.generate_private_key(ec.SECP256R1())
    template = world().holder(SEAL_IDENTITY).certificate.parsed
    builder = x509.CertificateBuilder(
        template.issuer, template.subject, key.public_key(), x509.random_serial_number(), STARTED, STARTED + YEAR
    )
    usage = template.extensions.get_extension_for_class(x509.KeyUsage)
    builder = builder.add_extension(usage.value, usage.critical)
    builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    made = builder.sign(authority.key, SHA256()).public_bytes(Encoding.DER)
    return signer_of(KeyHolder(key, SigningCertificate(made, (authority.certificate.der,))))


@pytest.mark.parametrize(
    "purpose",
    [
        ExtendedKeyUsageOID.SERVER_AUTH,
        ExtendedKeyUsageOID.CODE_SIGNING,
        ExtendedKeyUsageOID.TIME_STAMPING,
        ExtendedKeyUsageOID.OCSP_SIGNING,
    ],
)
def test_a_certificate_of_the_school_for_a_server_does_not_seal(purpose: x509.ObjectIdentifier) -> None:
    """Such keys lie on machines that many can reach."""
    verdict = world().verify(sign_without_asking(record(), world().signers(record()) | {SEAL: seal_for(purpose)}))
    assert verdict.word is Word.REVOKED
    assert "certificate.usage" in codes(verdict)


def test_a_certificate_that_is_for_a_server_among_other_things_seals() -> None:
    both = seal_for(ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION)
    assert world().verify(sign_without_asking(record(), world().signers(record()) | {SEAL: both})).word is Word.VALID
