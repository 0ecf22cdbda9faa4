"""The right people for the slots of a class's transcripts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from hocba.demo.model import Position, School, SchoolClass, Staff, Ward
from hocba.demo.transcripts import person_identity, seal_identity
from hocba.issuing.api import HOMEROOM, PRINCIPAL, SEAL, SUBJECT_PREFIX, Signer, Signers
from hocba.kernel.ids import SignerIdentity
from hocba.signing.algorithms import sign_digest
from hocba.signing.demo_pki.authority import KeyHolder

Holders = dict[SignerIdentity, KeyHolder]


@dataclass(frozen=True, slots=True)
class CertificateSubject:
    """What a certificate says of its holder. ``unit``: the school of a person, empty for a school itself."""

    identity: SignerIdentity
    name: str
    unit: str = ""


def people_by_slot(school: School, school_class: SchoolClass) -> dict[str, Staff]:
    teachers = school.teachers_of(school_class.name)
    return {
        **{f"{SUBJECT_PREFIX}{subject}": school.member(code) for subject, code in teachers.items()},
        HOMEROOM: school.member(school_class.homeroom),
        PRINCIPAL: school.holder(Position.PRINCIPAL),
    }


def subjects_of(school: School, school_class: SchoolClass) -> tuple[CertificateSubject, ...]:
    """Everyone who needs a certificate for this class, each once: the people, then the school's seal."""
    people = {each.code: each for each in people_by_slot(school, school_class).values()}.values()
    return _certified(school, people)


def everybody_who_signs(ward: Ward) -> tuple[CertificateSubject, ...]:
    """The people of all schools and every school's seal."""
    return tuple(subject for school in ward.schools for subject in _certified(school, school.staff))


def _certified(school: School, people: Iterable[Staff]) -> tuple[CertificateSubject, ...]:
    return (
        *(CertificateSubject(person_identity(each), each.name, school.name) for each in people),
        CertificateSubject(seal_identity(school), school.name),
    )


def signers_of(school: School, school_class: SchoolClass, holders: Holders) -> Signers:
    by_slot = {slot: person_identity(each) for slot, each in people_by_slot(school, school_class).items()}
    by_slot[SEAL] = seal_identity(school)
    return {slot: _signer(holders[identity]) for slot, identity in by_slot.items()}


def _signer(holder: KeyHolder) -> Signer:
    return Signer(holder.certificate, partial(sign_digest, holder.key))
