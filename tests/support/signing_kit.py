"""An invented school with its people and keys, and a small record for them to sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from typing import Any

from cryptography import x509

from hocba.issuing.draft import Draft, new_draft
from hocba.issuing.issue import Issued, Signer, issue, sign_all
from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL, SUBJECT_PREFIX, stages_of
from hocba.issuing.verdict import Verdict
from hocba.issuing.verify import verify_bytes
from hocba.kernel.codes import AssessmentKind, Decision, Honour, Level
from hocba.kernel.ids import SchoolCode, SignerIdentity, StaffCode, StudentCode
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode, subject_name
from hocba.signing.algorithms import Algorithm, sign_digest
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder
from hocba.signing.demo_pki.revocation import issue_crl, issue_root_crl
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.signing.ports import Timestamper
from hocba.signing.trust.revocation import Revocations
from hocba.signing.trust.store import TrustStore
from hocba.signing.xades.signer import SlotJob, finish, prepare
from hocba.transcript import model

STARTED = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
SIGNED = datetime(2026, 5, 20, 2, 30, tzinfo=UTC)
ASKED = datetime(2026, 5, 22, 3, 0, tzinfo=UTC)
URL = "https://hocba.example/kiem-tra/abc"

SEAL_IDENTITY = "MST:0201234567"
HOMEROOM_IDENTITY = "CCCD:031185000002"
PRINCIPAL_IDENTITY = "CCCD:031175000003"
SUBJECTS = ("NGU_VAN", "TOAN", "GDTC")


def teacher_identity(subject: str) -> str:
    return f"CCCD:0311900000{sum(map(ord, subject)) % 100:02d}"


def name_of(identity: str) -> str:
    """As the certificate writes it: the school's name in capitals."""
    return "TRƯỜNG THCS BÀNG LA" if identity == SEAL_IDENTITY else f"Người {identity[-4:]}"


def record(
    subjects: tuple[str, ...] = SUBJECTS,
    *,
    identifier: str = "hb-3f9c1a7e5b2d4c60",
    student: str = "Nguyễn Thị Ánh",
    salt: bytes = bytes(range(16)),
    **changes: Any,
) -> model.Transcript:
    def signatory(identity: str, name: str, title: str = "") -> model.Signatory:
        return model.Signatory(
            StaffCode(f"GV{identity[-4:]}"), name, model.identity_digest(salt, SignerIdentity(identity)), title
        )

    def subject(code: str) -> model.SubjectResult:
        comment = code == "GDTC"
        value: model.SubjectValue = "Đ" if comment else Tenths(83)
        return model.SubjectResult(
            SubjectCode(code),
            subject_name(code),
            AssessmentKind.COMMENT if comment else AssessmentKind.MARK,
            value,
            value,
            value,
            None,
            "Có ý thức học tập.",
            signatory(teacher_identity(code), f"Trần Văn {code.title().replace('_', '')}"),
        )

    good = model.LevelPair(Level.GOOD, Level.GOOD)
    made = model.Transcript(
        id=identifier,
        version=1,
        salt=salt,
        form="thcs-tt22-2021",
        ruleset="tt22-2021",
        school=model.School(
            SchoolCode("31316501"),
            "THCS Bàng La",
            "Phường Đồ Sơn",
            "Thành phố Hải Phòng",
            model.identity_digest(salt, SignerIdentity(SEAL_IDENTITY)),
        ),
        school_year=SchoolYear(2025),
        grade=8,
        class_name="8A1",
        student=model.Student(StudentCode("2512345678"), student, "Nữ", "2012-03-05", "Hải Phòng", "Kinh"),
        history=(model.StudyHistoryRow(SchoolYear(2025), "8A1", "THCS Bàng La"),),
        subjects=tuple(map(subject, subjects)),
        summary=model.YearSummary(
            good, good, good, model.LevelPair(None, None), 2, Decision.PROMOTED, Honour.GOOD, remark="Chăm ngoan."
        ),
        homeroom=signatory(HOMEROOM_IDENTITY, "Lê Thị Hoa"),
        principal=signatory(PRINCIPAL_IDENTITY, "Phạm Văn Bình", "Hiệu trưởng"),
        place="Đồ Sơn",
        issued_on=date(2026, 5, 20),
        demonstration=True,
    )
    return replace(made, **changes)


@dataclass
class World:
    """Keys for every slot; ``trust`` is what a careful stranger would have at hand."""

    pki: DemoPki
    people: dict[str, KeyHolder] = field(default_factory=dict)
    now: datetime = SIGNED

    def holder(self, identity: str, *, algorithm: Algorithm = Algorithm.ECDSA_P256_SHA256) -> KeyHolder:
        if identity not in self.people:
            self.people[identity] = self.pki.issue(identity=identity, name=name_of(identity), algorithm=algorithm)
        return self.people[identity]

    def signer(self, identity: str) -> Signer:
        return signer_of(self.holder(identity))

    def signers(self, transcript: model.Transcript, **changes: Signer) -> dict[str, Signer]:
        slots = {f"{SUBJECT_PREFIX}{s.code}": self.signer(teacher_identity(s.code)) for s in transcript.subjects}
        slots[HOMEROOM] = self.signer(HOMEROOM_IDENTITY)
        slots[PRINCIPAL] = self.signer(PRINCIPAL_IDENTITY)
        slots[SEAL] = self.signer(SEAL_IDENTITY)
        return slots | changes

    @property
    def timestamper(self) -> DemoTimestamper:
        return DemoTimestamper.of(self.pki, lambda: self.now)

    def sign(self, transcript: model.Transcript) -> Draft:
        return sign_all(new_draft(transcript), self.signers(transcript), at=self.now, timestamper=self.timestamper)

    def issue(self, transcript: model.Transcript) -> Issued:
        return issue(transcript, self.signers(transcript), at=self.now, verify_url=URL, timestamper=self.timestamper)

    def trust(self, *, at: datetime = ASKED) -> TrustStore:
        crls = (issue_crl(self.pki, at=at), issue_root_crl(self.pki, at=at))
        return TrustStore(
            anchors=(self.pki.root.certificate.der,),
            intermediates=(self.pki.issuing.certificate.der,),
            revocations=Revocations(tuple(map(x509.load_der_x509_crl, crls))),
        )

    def verify(self, data: bytes, *, at: datetime = ASKED, trust: TrustStore | None = None) -> Verdict:
        return verify_bytes(data, filename="tep", trust=trust or self.trust(at=at), at=at)


def signer_of(holder: KeyHolder) -> Signer:
    return Signer(holder.certificate, partial(sign_digest, holder.key))


@cache
def world() -> World:
    """Shared by all tests of a process: do not revoke or replace anybody in it."""
    made = World(DemoPki.create(STARTED))
    made.holder(SEAL_IDENTITY, algorithm=Algorithm.RSA_SHA256)
    return made


def new_world() -> World:
    return World(DemoPki.create(STARTED))


@cache
def issued() -> Issued:
    """One complete genuine transcript in both forms."""
    return world().issue(record())


def sign_without_asking(
    transcript: model.Transcript,
    signers: Mapping[str, Signer],
    *,
    at: datetime = SIGNED,
    times: Mapping[str, datetime] | None = None,
    timestamper: Timestamper | None = None,
    hidden: bytes = b"",
) -> bytes:
    """What an attacker with own software does: no check of persons, times or validity. ``hidden``: put inside."""
    draft: Draft = new_draft(transcript)
    draft = draft.with_xml(draft.xml.replace(b"<TRUONG>", hidden + b"<TRUONG>", 1))
    for stage in stages_of(transcript):
        for name in stage:
            slot = draft.slot(name)
            job = SlotJob(slot.slot.id, tuple(target.id for target in slot.covers), signers[name].certificate)
            (item,) = prepare(draft.xml, [job], at=(times or {}).get(name, at))
            stamper = (timestamper or world().timestamper) if name == SEAL else None
            draft = draft.with_xml(finish(draft.xml, [item], [signers[name].sign(item.digest)], timestamper=stamper))
    return draft.xml


def codes(verdict: Verdict) -> set[str]:
    return {problem.code for problem in verdict.problems}


YEAR = timedelta(days=365)
