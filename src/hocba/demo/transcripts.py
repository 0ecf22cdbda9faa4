"""From the invented gradebook to the record that is signed: one transcript for each pupil of a class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from hocba.demo.draw import stream
from hocba.demo.edit import year
from hocba.demo.model import Guardian, Position, Pupil, School, SchoolClass, Staff, SubjectMarks, Ward
from hocba.demo.results import outcome_of
from hocba.kernel.codes import AssessmentKind, Decision, Honour
from hocba.kernel.ids import SignerIdentity
from hocba.kernel.subjects import SubjectCode, subject_name
from hocba.regulations.api import Outcome, Period
from hocba.transcript import model as record

FORM: Final = "thcs-tt22-2021"
LAST_GRADE: Final = 9
SIGNED_BY: Final = {LAST_GRADE: date(2026, 5, 20)}
SIGNED_BY_OTHERS: Final = date(2026, 5, 29)
"""Grade 9 before 21 May, the others before 31 May (the ward's plan for the school year 2025-2026)."""

PRINTED_NAMES: Final = {SubjectCode("NGOAI_NGU_1"): "Ngoại ngữ 1 (Tiếng Anh)"}
COMPLETION: Final = {
    Decision.COMPLETED: "Hoàn thành chương trình trung học cơ sở",
    Decision.RETAINED: "Chưa hoàn thành chương trình trung học cơ sở",
}
AWARDS: Final = {Honour.EXCELLENT: "Học sinh Xuất sắc", Honour.GOOD: "Học sinh Giỏi"}


def person_identity(person: Staff) -> SignerIdentity:
    return SignerIdentity(f"CCCD:{person.personal_id}")


def seal_identity(school: School) -> SignerIdentity:
    return SignerIdentity(f"MST:{school.tax_code}")


@dataclass(frozen=True, slots=True)
class _Salted:
    """Names signatories of one transcript: digests of their identities under its salt."""

    salt: bytes

    def digest(self, identity: SignerIdentity) -> str:
        return record.identity_digest(self.salt, identity)

    def signatory(self, person: Staff, *, title: str = "") -> record.Signatory:
        return record.Signatory(person.code, person.name, self.digest(person_identity(person)), title)


def transcript_of(
    ward: Ward, school: School, school_class: SchoolClass, pupil: Pupil, *, issued_on: date | None = None
) -> record.Transcript:
    """The same pupil always gives the same transcript, id and salt included, so that an interrupted run can go on.

    ``issued_on``: the day by the ward's plan unless another is given.

    Real transcripts draw id and salt from the system's randomness; here nothing is secret.
    """
    chance = stream("transcript", school.code, school_class.name, pupil.code, pupil.birth_date)
    salted = _Salted(chance.randbytes(record.SALT_BYTES))
    outcome = outcome_of(pupil, school_class, ward.school_year)
    principal = school.holder(Position.PRINCIPAL)
    return record.Transcript(
        id=f"td-{chance.randbytes(12).hex()}",
        version=1,
        salt=salted.salt,
        form=FORM,
        ruleset=outcome.ruleset,
        school=record.School(
            school.code,
            school.name,
            _capitalised(ward.name),
            _capitalised(ward.province),
            salted.digest(seal_identity(school)),
        ),
        school_year=ward.school_year,
        grade=school_class.grade,
        class_name=school_class.name,
        student=_student(pupil),
        history=tuple(record.StudyHistoryRow(h.school_year, h.class_name, h.school_name) for h in pupil.history),
        subjects=_subjects(school, school_class, pupil, outcome, salted),
        summary=_summary(school_class, pupil, outcome, ward),
        homeroom=salted.signatory(school.member(school_class.homeroom)),
        principal=salted.signatory(principal, title=principal.title),
        place="Đồ Sơn",
        issued_on=issued_on or SIGNED_BY.get(school_class.grade, SIGNED_BY_OTHERS),
        demonstration=True,
    )


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _student(pupil: Pupil) -> record.Student:
    return record.Student(
        code=pupil.code,
        name=pupil.name,
        gender=pupil.gender,
        birth_date=pupil.birth_date,
        birth_place=_capitalised(pupil.birth_place),
        ethnicity=pupil.ethnicity,
        policy_group=pupil.policy_group,
        residence=pupil.residence,
        father=_parent(pupil.father),
        mother=_parent(pupil.mother),
        guardian=_parent(pupil.guardian),
        register_number=pupil.register_number,
    )


def _parent(guardian: Guardian) -> record.Parent:
    return record.Parent(guardian.name, guardian.occupation)


def _subjects(
    school: School, school_class: SchoolClass, pupil: Pupil, outcome: Outcome, salted: _Salted
) -> tuple[record.SubjectResult, ...]:
    teachers = school.teachers_of(school_class.name)
    return tuple(
        _subject(each, outcome, salted.signatory(school.member(teachers[each.code]))) for each in year(pupil).subjects
    )


def _subject(subject: SubjectMarks, outcome: Outcome, teacher: record.Signatory) -> record.SubjectResult:
    first, second = outcome.terms
    return record.SubjectResult(
        code=subject.code,
        name=PRINTED_NAMES.get(subject.code, subject_name(subject.code)),
        kind=subject.kind,
        term1=_value(subject, first),
        term2=_value(subject, second),
        year=_value(subject, outcome.year),
        reassessed=None,
        remark=subject.remark,
        teacher=teacher,
    )


def _value(subject: SubjectMarks, period: Period) -> record.SubjectValue:
    by_mark = subject.kind is AssessmentKind.MARK
    return (period.averages if by_mark else period.comments).get(subject.code)


def _summary(school_class: SchoolClass, pupil: Pupil, outcome: Outcome, ward: Ward) -> record.YearSummary:
    held = year(pupil)
    first, second = (
        record.LevelPair(conduct, period.verdict.level)
        for conduct, period in zip(held.conduct, outcome.terms, strict=True)
    )
    return record.YearSummary(
        term1=first,
        term2=second,
        year=record.LevelPair(outcome.conduct, outcome.year.verdict.level),
        after_summer=record.LevelPair(None, None),
        absences=held.absences,
        decision=outcome.decision,
        honour=outcome.honour,
        completion=COMPLETION.get(outcome.decision, "") if school_class.grade == LAST_GRADE else "",
        awards=f"{AWARDS[outcome.honour]} năm học {ward.school_year}" if outcome.honour else "",
        remark=held.remark,
    )
