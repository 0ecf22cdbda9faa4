"""The record as a form prints it: every value is text, in the words and the number format of the paper form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hocba.kernel.clock import VIETNAM
from hocba.kernel.codes import Decision, Level, Stage
from hocba.kernel.marks import format_mark_vi
from hocba.kernel.subjects import subject_name
from hocba.transcript.model import (
    Correction,
    LevelPair,
    Parent,
    Signatory,
    SubjectResult,
    SubjectValue,
    Transcript,
    YearSummary,
)

View = dict[str, Any]

_LEVEL_WORDS = {Level.GOOD: "Tốt", Level.FAIR: "Khá", Level.PASS: "Đạt", Level.FAIL: "Chưa đạt", None: ""}
_PENDING_WORDS = {
    Decision.REASSESS: "Đánh giá lại môn học trong kì nghỉ hè",
    Decision.SUMMER_CONDUCT: "Rèn luyện trong kì nghỉ hè",
}
_MISSED = "Không"
_MARK = re.compile(r"\d{1,2}\.\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class SignatureNote:
    """What a form prints of one signature. ``slot``: ``GVBM:TOAN``, ``GVCN``, ``CBQL`` or ``KY_PHAT_HANH``.

    ``time`` is aware; ``certificate_sha256`` is hexadecimal, its first eight digits are shown.
    """

    slot: str
    signer: str
    time: datetime
    certificate_sha256: str = ""


def view(transcript: Transcript, signatures: Sequence[SignatureNote], *, verify_url: str, qr: str | None) -> View:
    """The JSON that a layout reads."""
    notes = {note.slot: _note(note) for note in signatures}
    return {
        "id": transcript.id,
        "short_id": _short(transcript.id),
        "version": str(transcript.version),
        "title": f"Học bạ – {transcript.student.name} – năm học {transcript.school_year}",
        "attachment": f"hocba-{transcript.id}.xml",
        "demonstration": transcript.demonstration,
        "verify_url": verify_url,
        "qr": qr,
        "school": {
            "name": transcript.school.name,
            "ward": transcript.school.ward,
            "province": transcript.school.province,
        },
        "school_year": str(transcript.school_year),
        "class_name": transcript.class_name,
        "last_grade": transcript.grade == Stage.of_grade(transcript.grade).grades[-1],
        "student": _student(transcript),
        "history": [
            {"school_year": str(row.school_year), "class_name": row.class_name, "school_name": row.school_name}
            for row in transcript.history
        ],
        "subjects": [_subject(subject, notes) for subject in transcript.subjects],
        "summary": _summary(transcript.summary, transcript.grade),
        "homeroom": _signatory(transcript.homeroom),
        "principal": _signatory(transcript.principal, default_title="Hiệu trưởng"),
        "place_and_date": f"{transcript.place}, {_long_date(transcript.issued_on)}",
        "corrections": _corrections(transcript),
        "notes": {slot: notes.get(slot) for slot in ("GVCN", "CBQL", "KY_PHAT_HANH")},
    }


def _short(identifier: str) -> str:
    """Long ids in two ends, enough to compare by eye."""
    return identifier if len(identifier) <= 20 else f"{identifier[:10]}…{identifier[-6:]}"


def _note(note: SignatureNote) -> View:
    return {
        "signer": note.signer,
        "time": note.time.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y"),
        "certificate": note.certificate_sha256[:8],
    }


def _student(transcript: Transcript) -> View:
    student = transcript.student
    return {
        "name": student.name,
        "gender": student.gender,
        "birth_date": _partial_date(student.birth_date),
        "birth_place": student.birth_place,
        "ethnicity": student.ethnicity,
        "policy_group": student.policy_group,
        "residence": student.residence,
        "register_number": student.register_number,
        "parents": [
            _parent("Họ và tên cha", student.father),
            _parent("Họ và tên mẹ", student.mother),
            _parent("Họ và tên người giám hộ", student.guardian),
        ],
    }


def _parent(caption: str, parent: Parent) -> View:
    return {"caption": caption, "name": parent.name, "occupation": parent.occupation}


def _subject(subject: SubjectResult, notes: Mapping[str, View]) -> View:
    return {
        "name": subject.name,
        "term1": _value(subject.term1),
        "term2": _value(subject.term2),
        "year": _value(subject.year),
        "reassessed": _value(subject.reassessed),
        "remark": subject.remark,
        "teacher": subject.teacher.name + _behalf(subject.teacher),
        "note": notes.get(f"GVBM:{subject.code}"),
    }


def _value(value: SubjectValue) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else format_mark_vi(value)


def _summary(summary: YearSummary, grade: int) -> View:
    return {
        "term1": _levels(summary.term1),
        "term2": _levels(summary.term2),
        "year": _levels(summary.year),
        "after_summer": _levels(summary.after_summer),
        "absences": "" if summary.absences is None else str(summary.absences),
        "outcomes": _outcomes(summary, grade),
        "completion": summary.completion,
        "certificates": summary.certificates,
        "contests": summary.contests,
        "awards": summary.awards,
        "summer_conduct": summary.summer_conduct,
        "remark": summary.remark,
    }


def _levels(pair: LevelPair) -> View:
    return {"conduct": _LEVEL_WORDS[pair.conduct], "learning": _LEVEL_WORDS[pair.learning]}


def _outcomes(summary: YearSummary, grade: int) -> list[View]:
    """The outcome lines of the form; those that do not apply stay empty."""
    after_summer = summary.after_summer != LevelPair(None, None)
    promoted = f"Lớp {grade + 1}" if summary.decision is Decision.PROMOTED else ""
    retained = f"Học lại lớp {grade}" if summary.decision is Decision.RETAINED else ""
    lines = [
        ("Được lên lớp", "" if after_summer else promoted),
        ("Được lên lớp sau khi đánh giá lại môn học hoặc rèn luyện trong kì nghỉ hè", promoted if after_summer else ""),
        ("Không được lên lớp", retained),
    ]
    if summary.decision in _PENDING_WORDS:
        lines.append(("Phải thực hiện", _PENDING_WORDS[summary.decision]))
    return [{"caption": caption, "value": value} for caption, value in lines]


def _signatory(signatory: Signatory, *, default_title: str = "") -> View:
    return {"name": signatory.name + _behalf(signatory), "title": signatory.title or default_title}


def _behalf(signatory: Signatory) -> str:
    return f" (kí thay {signatory.on_behalf_of})" if signatory.on_behalf_of else ""


def _corrections(transcript: Transcript) -> View:
    subjects = dict.fromkeys(_printed_subject(c, transcript) for c in transcript.corrections)
    return {
        "count": str(len(transcript.corrections)),
        "subjects": "; ".join(subjects) or _MISSED,
        "lines": [_correction(c, transcript) for c in transcript.corrections],
    }


def _correction(correction: Correction, transcript: Transcript) -> str:
    subject = _printed_subject(correction, transcript)
    old, new = _comma(correction.old) or "(trống)", _comma(correction.new) or "(trống)"
    return (
        f"{subject}, {correction.field}: {old} → {new}; "
        f"{correction.corrected_by}, {_partial_date(correction.corrected_at)}; lí do: {correction.reason}"
    )


def _printed_subject(correction: Correction, transcript: Transcript) -> str:
    names = {subject.code: subject.name for subject in transcript.subjects}
    return names.get(correction.subject) or subject_name(correction.subject)


def _comma(text: str) -> str:
    return text.replace(".", ",") if _MARK.fullmatch(text) else text


def _partial_date(text: str) -> str:
    """``2012-03-05`` becomes ``05/03/2012``, ``2012-03`` ``03/2012``; other text stays."""
    parts = text[:10].split("-")
    return "/".join(reversed(parts)) if all(part.isdigit() for part in parts) else text


def _long_date(day: date) -> str:
    """As administrative documents write it: zeros before days below 10 and months 1 and 2 (Decree 30/2020, annex I)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
