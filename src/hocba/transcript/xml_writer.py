"""The record as XML, ready to be signed.

After the declaration the bytes already are canonical XML (Exclusive XML Canonicalization 1.0): the same record always
gives the same bytes, and a signer need not parse them. Slots stand outside what their signature covers.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

from hocba.kernel.problems import fail
from hocba.transcript.model import (
    SALT_BYTES,
    Correction,
    LevelPair,
    Parent,
    School,
    Signatory,
    Student,
    StudyHistoryRow,
    SubjectResult,
    Transcript,
    YearSummary,
)
from hocba.transcript.vocabulary import (
    DECLARATION,
    KIND_WORDS,
    NAMESPACE,
    require_clean,
    require_identifier,
    require_subject,
    write_value,
)


def write_xml(transcript: Transcript) -> bytes:
    """UTF-8 bytes with empty signature slots.

    Raises ProblemError ``transcript.*`` where the record holds what the format cannot carry: controls, text that is not
    NFC, a mark outside 0 to 10, a malformed identifier.
    """
    _check_identifiers(transcript)
    text = (
        f'{DECLARATION}<HOC_BA xmlns="{NAMESPACE}" PHIEN_BAN_MAU="1"><DU_LIEU_HOC_BA Id="data">'
        f'<THONG_TIN_HOC_BA Id="thongtinhocba">{_content(transcript)}</THONG_TIN_HOC_BA>'
        f"{_slots(transcript)}</DU_LIEU_HOC_BA>"
        '<PHAT_HANH_HOC_BA Id="phat-hanh"><CBQL Id="ky-cbql"></CBQL><KY_PHAT_HANH Id="ky-phat-hanh"></KY_PHAT_HANH>'
        "</PHAT_HANH_HOC_BA></HOC_BA>"
    )
    require_clean(text)
    return text.encode()


def _check_identifiers(transcript: Transcript) -> None:
    require_identifier(transcript.id)
    if transcript.version < 1:
        raise fail("transcript.bad_version", "version", str(transcript.version))
    if len(transcript.salt) != SALT_BYTES:
        raise fail("transcript.bad_salt", "salt")
    codes = [require_subject(subject.code) for subject in transcript.subjects]
    if len(set(codes)) != len(codes):
        raise fail("transcript.subject_twice", "subjects", next(code for code in codes if codes.count(code) > 1))


def _content(transcript: Transcript) -> str:
    return "".join(
        (
            _tag("MUOI", base64.b64encode(transcript.salt).decode()),
            _tag("MA_HOC_BA", transcript.id),
            _tag("PHIEN_BAN", str(transcript.version)),
            _tag("THAY_THE", transcript.supersedes),
            _tag("MAU_HOC_BA", transcript.form),
            _tag("QUY_DINH", transcript.ruleset),
            _tag("THU_NGHIEM", "1" if transcript.demonstration else "0"),
            _school(transcript.school),
            _tag("NAM_HOC", str(transcript.school_year)),
            _tag("KHOI", str(transcript.grade)),
            _tag("LOP", transcript.class_name),
            _student(transcript.student),
            _list("QUA_TRINH_HOC_TAP", map(_history_row, transcript.history)),
            *(_subject(subject, transcript) for subject in transcript.subjects),
            _summary(transcript.summary),
            _signatory("GIAO_VIEN_CHU_NHIEM", transcript.homeroom),
            _signatory("CAN_BO_QUAN_LY", transcript.principal),
            _tag("DIA_DANH_PHAT_HANH", transcript.place),
            _tag("NGAY_PHAT_HANH", transcript.issued_on.isoformat()),
            _list("SUA_CHUA", map(_correction, transcript.corrections)),
            _extra(transcript),
        )
    )


def _school(school: School) -> str:
    return (
        f"<TRUONG>{_tag('MA_TRUONG', school.code)}{_tag('TEN_TRUONG', school.name)}{_tag('XA', school.ward)}"
        f"{_tag('TINH', school.province)}{_tag('DINH_DANH', school.identity)}</TRUONG>"
    )


def _student(student: Student) -> str:
    return (
        f"<HOC_SINH>{_tag('MA_HOC_SINH', student.code)}{_tag('HO_TEN', student.name)}"
        f"{_tag('GIOI_TINH', student.gender)}{_tag('NGAY_SINH', student.birth_date)}"
        f"{_tag('NOI_SINH', student.birth_place)}{_tag('DAN_TOC', student.ethnicity)}"
        f"{_tag('DOI_TUONG_CHINH_SACH', student.policy_group)}{_tag('CHO_O_HIEN_TAI', student.residence)}"
        f"{_parent('CHA', student.father)}{_parent('ME', student.mother)}{_parent('NGUOI_GIAM_HO', student.guardian)}"
        f"{_tag('SO_DANG_BO', student.register_number)}</HOC_SINH>"
    )


def _parent(name: str, parent: Parent) -> str:
    return f"<{name}>{_tag('HO_TEN', parent.name)}{_tag('NGHE_NGHIEP', parent.occupation)}</{name}>"


def _history_row(row: StudyHistoryRow) -> str:
    return (
        f"<NAM>{_tag('NAM_HOC', str(row.school_year))}{_tag('LOP', row.class_name)}"
        f"{_tag('TEN_TRUONG', row.school_name)}</NAM>"
    )


def _subject(subject: SubjectResult, transcript: Transcript) -> str:
    """One subject with its teacher: the part a subject teacher signs, tied to this transcript by id and version."""
    code = subject.code
    return (
        f'<DIEM_TONG_KET Id="mon-{code}" MA_HOC_BA="{transcript.id}" MA_MON="{code}" PHIEN_BAN="{transcript.version}">'
        f"{_tag('TEN_MON', subject.name)}{_tag('HINH_THUC', KIND_WORDS[subject.kind])}"
        f"{_tag('HOC_KI_1', write_value(subject.term1))}{_tag('HOC_KI_2', write_value(subject.term2))}"
        f"{_tag('CA_NAM', write_value(subject.year))}{_tag('DANH_GIA_LAI', write_value(subject.reassessed))}"
        f'{_tag("NHAN_XET", subject.remark)}<GVBM Id="gv-{code}">{_person(subject.teacher)}</GVBM></DIEM_TONG_KET>'
    )


def _summary(summary: YearSummary) -> str:
    absences = "" if summary.absences is None else str(summary.absences)
    return (
        f"<TONG_KET>{_levels('HOC_KI_1', summary.term1)}{_levels('HOC_KI_2', summary.term2)}"
        f"{_levels('CA_NAM', summary.year)}{_levels('SAU_HE', summary.after_summer)}"
        f"{_tag('SO_BUOI_NGHI', absences)}{_tag('KET_QUA', summary.decision)}"
        f"{_tag('DANH_HIEU', summary.honour or '')}{_tag('HOAN_THANH_CHUONG_TRINH', summary.completion)}"
        f"{_tag('CHUNG_CHI', summary.certificates)}{_tag('CUOC_THI', summary.contests)}"
        f"{_tag('KHEN_THUONG', summary.awards)}{_tag('REN_LUYEN_HE', summary.summer_conduct)}"
        f"{_tag('NHAN_XET', summary.remark)}</TONG_KET>"
    )


def _levels(name: str, pair: LevelPair) -> str:
    return f"<{name}>{_tag('REN_LUYEN', pair.conduct or '')}{_tag('HOC_TAP', pair.learning or '')}</{name}>"


def _signatory(name: str, signatory: Signatory) -> str:
    return f"<{name}>{_person(signatory)}</{name}>"


def _person(signatory: Signatory) -> str:
    return (
        f"{_tag('MA', signatory.code)}{_tag('HO_TEN', signatory.name)}{_tag('CHUC_VU', signatory.title)}"
        f"{_tag('KY_THAY', signatory.on_behalf_of)}{_tag('DINH_DANH', signatory.identity)}"
    )


def _correction(correction: Correction) -> str:
    return (
        f"<CHO_SUA>{_tag('MA_MON', correction.subject)}{_tag('MUC', correction.field)}{_tag('CU', correction.old)}"
        f"{_tag('MOI', correction.new)}{_tag('NGUOI_SUA', correction.corrected_by)}"
        f"{_tag('NGAY_SUA', correction.corrected_at)}{_tag('LY_DO', correction.reason)}</CHO_SUA>"
    )


def _extra(transcript: Transcript) -> str:
    rows = (
        f"<MUC>{_tag('TEN', name)}{_tag('GIA_TRI', value)}</MUC>" for name, value in sorted(transcript.extra.items())
    )
    return _list("THONG_TIN_KHAC", rows)


def _slots(transcript: Transcript) -> str:
    subjects = "".join(
        f'<GVBM Id="ky-gvbm-{subject.code}" MA_MON="{subject.code}"></GVBM>' for subject in transcript.subjects
    )
    return (
        f'<DANH_SACH_THONG_TIN_KY Id="thong-tin-ky"><DANH_SACH_GVBM Id="ky-gvbm">{subjects}</DANH_SACH_GVBM>'
        '<GVCN Id="ky-gvcn"></GVCN></DANH_SACH_THONG_TIN_KY>'
    )


def _list(name: str, items: Iterable[str]) -> str:
    return f"<{name}>{''.join(items)}</{name}>"


def _tag(name: str, text: str) -> str:
    # the three letters that canonical XML escapes in text; carriage returns never get this far
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{name}>{text}</{name}>"
