"""Transcripts at two points of their way: one class has its files, one has everything but the last few signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from hocba.demo.model import Pupil, School, SchoolClass, Showcase
from hocba.demo.signers import Holders, people_by_slot, signers_of
from hocba.demo.transcripts import person_identity, seal_identity, transcript_of
from hocba.issuing.api import (
    PRINCIPAL,
    SEAL,
    SUBJECT_PREFIX,
    Draft,
    Signers,
    finish_seal,
    finish_slots,
    new_draft,
    prepare_seal,
    prepare_slots,
    render,
    sign_all,
    stages_of,
)
from hocba.kernel.clock import VIETNAM
from hocba.signing.ports import Timestamper
from hocba.transcript.api import record_to_json
from hocba.web.gradebook.api import EntryLock
from hocba.web.issuance.models import RegisterEntry, SignerCertificate, Slot, Transcript
from hocba.web.project.demonstration.loading.certificates import Register
from hocba.web.project.demonstration.loading.ledger import Ledger
from hocba.web.registry.api import Enrolment
from hocba.web.shared import blobs

WAITS_FOR = f"{SUBJECT_PREFIX}TOAN"
"""In the class that is ready to sign every subject teacher has signed but this one: four people finish the tour."""

Rows = list[tuple[Transcript, Draft]]
"""What is stored of a pupil, and the XML with its signatures."""

VerifyUrl = Callable[[str], str]
"""Public number → where the QR code leads."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What stays the same for all pupils of a class."""

    ledger: Ledger
    school: School
    school_class: SchoolClass
    signers: Signers
    certificates: dict[str, SignerCertificate]
    """By slot."""
    timestamper: Timestamper
    verify_url: VerifyUrl

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        showcase: Showcase,
        holders: Holders,
        register: Register,
        *,
        timestamper: Timestamper,
        verify_url: VerifyUrl,
    ) -> Desk:
        school, school_class = ledger.ward.showcase(showcase)
        identities = {slot: person_identity(person) for slot, person in people_by_slot(school, school_class).items()}
        identities[SEAL] = seal_identity(school)
        return cls(
            ledger,
            school,
            school_class,
            signers_of(school, school_class, holders),
            {slot: register[identity] for slot, identity in identities.items()},
            timestamper,
            verify_url,
        )

    @property
    def pupils(self) -> Iterator[tuple[Pupil, Enrolment]]:
        enrolments = self.ledger.enrolments[self.school.code, self.school_class.name]
        return zip(self.school_class.pupils, enrolments, strict=True)

    def draft(self, pupil: Pupil) -> Draft:
        today = self.ledger.now.astimezone(VIETNAM).date()
        return new_draft(transcript_of(self.ledger.ward, self.school, self.school_class, pupil, issued_on=today))


def issue_class(desk: Desk) -> Rows:
    """Both files of every pupil. Asks nothing of the database."""
    rows = []
    for pupil, enrolment in desk.pupils:
        draft = desk.draft(pupil)
        signed = sign_all(draft, desk.signers, at=desk.ledger.now, timestamper=desk.timestamper)
        transcript = _transcript(desk, enrolment, draft)
        transcript.state, transcript.issued_at = Transcript.State.ISSUED, desk.ledger.now
        transcript.xml_sha256, transcript.pdf_sha256 = blobs.put(signed.xml), blobs.put(_sealed_pdf(desk, signed))
        rows.append((transcript, signed))
    return rows


def sign_as_teachers(desk: Desk) -> Rows:
    """Frozen records, signed by the subject teachers except ``WAITS_FOR``. Asks nothing of the database."""
    drafts = [(enrolment, desk.draft(pupil)) for pupil, enrolment in desk.pupils]
    return [(_transcript(desk, enrolment, draft), _signed_by_teachers(desk, draft)) for enrolment, draft in drafts]


def keep(desk: Desk, rows: Rows) -> None:
    """The class's transcripts and slots; its gradebook is closed, as drafting does."""
    using = desk.ledger.using
    Transcript.objects.using(using).bulk_create([transcript for transcript, _ in rows])
    slots = [slot for transcript, signed in rows for slot in _slots(desk, transcript, signed)]
    Slot.objects.using(using).bulk_create(slots, batch_size=200)
    locked = desk.ledger.classes[desk.school.code, desk.school_class.name]
    principal = desk.certificates[PRINCIPAL].user
    assert principal is not None
    EntryLock.objects.using(using).create(
        school_id=locked.school_id, school_class=locked, by=principal, reason="Lập học bạ"
    )


def register_issue(desk: Desk, rows: Rows) -> None:
    """Into the register of issue, from number 1."""
    RegisterEntry.objects.using(desk.ledger.using).bulk_create(
        RegisterEntry(
            school_id=transcript.school_id,
            transcript=transcript,
            year_start=desk.ledger.year_start,
            number=number,
            at=desk.ledger.now,
        )
        for number, (transcript, _) in enumerate(rows, start=1)
    )


def _sealed_pdf(desk: Desk, signed: Draft) -> bytes:
    seal, url = desk.signers[SEAL], desk.verify_url(signed.transcript.id)
    prepared = prepare_seal(signed, render(signed, verify_url=url), seal.certificate, at=desk.ledger.now)
    return finish_seal(prepared, seal.sign(prepared.digest), timestamper=desk.timestamper)


def _signed_by_teachers(desk: Desk, draft: Draft) -> Draft:
    teachers = {slot: desk.signers[slot] for slot in stages_of(draft.transcript)[0] if slot != WAITS_FOR}
    certificates = {slot: signer.certificate for slot, signer in teachers.items()}
    prepared = prepare_slots(draft, certificates, at=desk.ledger.now)
    values = [signer.sign(item.digest) for signer, item in zip(teachers.values(), prepared, strict=True)]
    return finish_slots(draft, prepared, values)


def _transcript(desk: Desk, enrolment: Enrolment, draft: Draft) -> Transcript:
    return Transcript(
        school_id=enrolment.school_id,
        public_id=draft.transcript.id,
        enrolment=enrolment,
        school_class=enrolment.school_class,
        version=draft.transcript.version,
        record=record_to_json(draft.transcript),
        draft_sha256=blobs.put(draft.xml),
    )


def _slots(desk: Desk, transcript: Transcript, signed: Draft) -> Iterator[Slot]:
    make = partial(Slot, school_id=transcript.school_id, transcript=transcript)
    position = 0
    for stage, names in enumerate(stages_of(signed.transcript)):
        for name in names:
            yield make(
                name=name,
                stage=stage,
                position=position,
                holder=desk.certificates[name].user,
                **_signature(desk, signed, name),
            )
            position += 1


def _signature(desk: Desk, signed: Draft, name: str) -> dict[str, object]:
    if not signed.is_filled(name):
        return {}
    return {
        "signature": signed.signature_in(name),
        "certificate": desk.certificates[name],
        "signed_at": desk.ledger.now,
    }
