"""The answer as the page shows it: one large word, three separate questions, reasons, signatures, what was signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from hocba.issuing.verdict import SignatureLine, Verdict, Word
from hocba.kernel.marks import format_mark_vi
from hocba.transcript.model import SubjectValue
from hocba.transcript.model import Transcript as Record
from hocba.web.verification.inquiry import Inquiry
from hocba.web.verification.register import Registered
from hocba.wording.api import sentence
from hocba.wording.signing import WORDS, slot_label
from hocba.wording.verification import DIFFERENT_FILE, NOT_REGISTERED

Shown = dict[str, object]

_KINDS = {Word.VALID: "valid", Word.LEGACY: "valid", Word.SUPERSEDED: "waiting", Word.UNKNOWN_ISSUER: "waiting"}


def shown(inquiry: Inquiry) -> Shown:
    """Context of ``components/verdict.html``, with ``signatures`` and ``facts`` beside it."""
    verdict = inquiry.verdict
    different = inquiry.same_file is False
    reasons = [sentence(problem) for problem in verdict.problems]
    return {
        "verdict": {
            "kind": "invalid" if different else _KINDS.get(verdict.word, "invalid"),
            "word": "KHÔNG PHẢI TỆP ĐÃ CẤP" if different else WORDS[verdict.word.value],
            "lead": _lead(verdict),
            "reasons": [*([DIFFERENT_FILE] if different else []), *dict.fromkeys(reasons)],
            "questions": [_intact(verdict), _in_force(inquiry), _issuer(verdict)],
        },
        "signatures": [_signature(line) for line in verdict.signatures],
        "record": verdict.transcript,
        "birth_date": _day_first(verdict.transcript),
        "subjects": _subjects(verdict.transcript),
        "demonstration": bool(verdict.transcript and verdict.transcript.demonstration),
    }


def _lead(verdict: Verdict) -> str:
    record = verdict.transcript
    if record is None:
        return ""
    return f"Học bạ của {record.student.name}, lớp {record.class_name}, năm học {record.school_year}."


def _question(question: str, answer: str, state: str, detail: str = "") -> Shown:
    return {"question": question, "answer": answer, "state": state, "detail": detail}


def _intact(verdict: Verdict) -> Shown:
    if verdict.word is Word.UNREADABLE:
        return _question("Còn nguyên vẹn?", "Không đọc được", "invalid")
    if not verdict.intact:
        return _question("Còn nguyên vẹn?", "Không còn nguyên", "invalid")
    count = len(verdict.signatures)
    return _question("Còn nguyên vẹn?", "Còn nguyên", "valid", f"{count} chữ kí khớp với nội dung")


def _in_force(inquiry: Inquiry) -> Shown:
    question = "Còn hiệu lực?"
    if not inquiry.verdict.intact:
        return _question(question, "Không xét", "quiet", "vì tệp không còn nguyên vẹn")
    if inquiry.registered is None:
        return _question(question, "Chưa rõ", "waiting", NOT_REGISTERED)
    if inquiry.same_file is False:
        return _question(question, "Không phải bản đã cấp", "invalid", "khác với tệp trong sổ cấp")
    return state_question(inquiry.registered, question)


def state_question(found: Registered, question: str = "Còn hiệu lực?") -> Shown:
    """What the register says, with its date and kind of reason."""
    if found.state == "current":
        return _question(question, "Còn hiệu lực", "valid", f"theo sổ cấp, ngày {_day(timezone.now())}")
    ended = f"từ ngày {_day(found.ended_at)}" if found.ended_at else ""
    if found.state == "superseded":
        return _question(question, "Đã có bản thay thế", "waiting", ended)
    return _question(question, "Đã thu hồi", "invalid", ". ".join(part for part in (ended, found.reason) if part))


def _issuer(verdict: Verdict) -> Shown:
    question = "Ai cấp?"
    if verdict.transcript is None:
        return _question(question, "Không xét", "quiet", "vì tệp không còn nguyên vẹn")
    school = verdict.transcript.school.name
    if verdict.word is Word.UNKNOWN_ISSUER:
        named = any(problem.code == "issuer.other_name" for problem in verdict.problems)
        why = "con dấu mang tên khác" if named else "nơi cấp chứng thư số chưa được tin cậy"
        return _question(question, f"Tự xưng là {school}", "waiting", why)
    if any(not line.ok for line in verdict.signatures):
        return _question(question, f"Tự xưng là {school}", "invalid", "có chữ kí không được chấp nhận")
    return _question(question, school, "valid", " ← ".join(verdict.chain))


def _signature(line: SignatureLine) -> Shown:
    return {
        "what": slot_label(line.slot) + (" (trên tệp PDF)" if line.part == "pdf" else ""),
        "signer": line.signer,
        "time": timezone.localtime(line.time),
        "stamped": line.time_source == "tsa",
        "ok": line.ok,
        "reasons": [sentence(problem) for problem in line.problems],
    }


def _day_first(record: Record | None) -> str:
    """``05/03/2012``, as far as the date is known."""
    return "/".join(reversed(record.student.birth_date.split("-"))) if record else ""


def _subjects(record: Record | None) -> Sequence[Shown]:
    if record is None:
        return ()
    return [
        {"name": each.name, "marks": [_value(value) for value in (each.term1, each.term2, each.year)]}
        for each in record.subjects
    ]


def _value(value: SubjectValue) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else format_mark_vi(value)


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d/%m/%Y}"
