"""The transcript of one pupil for one school year: what is frozen, signed and shown.

One object, from which both the XML and the PDF are made. Everything is a snapshot at the time of issue:
names, school, address and office stay as they were, whatever changes later.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hocba.kernel.codes import AssessmentKind, Decision, Honour, Level
from hocba.kernel.ids import SchoolCode, SignerIdentity, StaffCode, StudentCode
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode

SALT_BYTES = 16

SubjectValue = Tenths | str | None
"""A mark; or ``Đ``, ``CĐ``, ``M`` (exempt); or None where there is none."""


def identity_digest(salt: bytes, identity: SignerIdentity) -> str:
    """How the record names the holder of a slot without printing an ID number.

    Base64 of SHA-256 over salt and identity. A verifier computes it again from the certificate's own
    identity, so a signature by another person cannot stand in the slot.
    """
    return base64.b64encode(hashlib.sha256(salt + identity.encode()).digest()).decode()


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who must sign a slot, as it stood at issue. ``identity`` is an ``identity_digest``."""

    code: StaffCode
    name: str
    identity: str
    title: str = ""
    on_behalf_of: str = ""
    """Name of the absent holder and the authorisation, where somebody signs for another."""


@dataclass(frozen=True, slots=True)
class School:
    code: SchoolCode
    name: str
    ward: str
    province: str
    identity: str
    """``identity_digest`` of the organisation that seals."""


@dataclass(frozen=True, slots=True)
class Parent:
    name: str = ""
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class Student:
    """``birth_date`` is ISO and may be partial: ``2012``, ``2012-03``, ``2012-03-05``. ``gender``: ``Nam``, ``Nữ``."""

    code: StudentCode
    name: str
    gender: str
    birth_date: str
    birth_place: str = ""
    ethnicity: str = ""
    policy_group: str = ""
    residence: str = ""
    father: Parent = Parent()
    mother: Parent = Parent()
    guardian: Parent = Parent()
    register_number: str = ""
    """Số sổ đăng bộ phổ cập giáo dục."""


@dataclass(frozen=True, slots=True)
class StudyHistoryRow:
    """One row of "Quá trình học tập"."""

    school_year: SchoolYear
    class_name: str
    school_name: str


@dataclass(frozen=True, slots=True)
class SubjectResult:
    """One row of the year's subject table. Values are marks or ``Đ``/``CĐ``/``M`` (see ``SubjectValue``)."""

    code: SubjectCode
    name: str
    """As the form prints it, e.g. ``Ngoại ngữ 1 (Tiếng Anh)``."""
    kind: AssessmentKind
    term1: SubjectValue
    term2: SubjectValue
    year: SubjectValue
    reassessed: SubjectValue
    remark: str
    teacher: Signatory


@dataclass(frozen=True, slots=True)
class LevelPair:
    """Conduct (kết quả rèn luyện) and learning (kết quả học tập) of one period."""

    conduct: Level | None
    learning: Level | None


@dataclass(frozen=True, slots=True)
class YearSummary:
    """The second page of the year: levels, absences, outcome, awards, the homeroom teacher's remark."""

    term1: LevelPair
    term2: LevelPair
    year: LevelPair
    after_summer: LevelPair
    absences: int | None
    decision: Decision
    honour: Honour | None
    completion: str = ""
    """Grade 9 and 12: the statement that the programme of the stage is completed or not; else empty."""
    certificates: str = ""
    contests: str = ""
    awards: str = ""
    summer_conduct: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction on record: nothing is overwritten (Circular 22/2021, annex, instructions)."""

    subject: SubjectCode
    field: str
    old: str
    new: str
    corrected_by: str
    corrected_at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """One version of one pupil's transcript for one school year."""

    id: str
    """Opaque, unguessable, the same in XML, PDF, QR and register."""
    version: int
    salt: bytes
    """Sixteen random bytes that keep digests over known values from being guessed."""
    form: str
    """Legal form, e.g. ``thcs-tt22-2021``."""
    ruleset: str
    school: School
    school_year: SchoolYear
    grade: int
    class_name: str
    student: Student
    history: tuple[StudyHistoryRow, ...]
    subjects: tuple[SubjectResult, ...]
    summary: YearSummary
    homeroom: Signatory
    principal: Signatory
    place: str
    issued_on: date
    corrections: tuple[Correction, ...] = ()
    supersedes: str = ""
    """Id and version of the transcript that this one replaces, or empty."""
    demonstration: bool = False
    """True for invented people and demonstration keys: marked in every form as without legal value."""
    extra: Mapping[str, str] = field(default_factory=dict)
