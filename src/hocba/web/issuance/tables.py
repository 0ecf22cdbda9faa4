"""What a signer sees of each pupil before signing: exactly the part of the record that the signature covers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from hocba.issuing.slots import SEAL
from hocba.kernel.codes import Decision, Honour, Level
from hocba.kernel.marks import format_mark_vi
from hocba.kernel.names import repeated
from hocba.transcript.model import LevelPair, SubjectValue
from hocba.transcript.model import Transcript as Record
from hocba.web.issuance import steps
from hocba.web.issuance.documents import record_of
from hocba.web.issuance.models import Slot

LEVELS = {Level.GOOD: "Tốt", Level.FAIR: "Khá", Level.PASS: "Đạt", Level.FAIL: "Chưa đạt", None: "–"}
DECISIONS = {
    Decision.PROMOTED: "Được lên lớp",
    Decision.COMPLETED: "Hoàn thành chương trình",
    Decision.REASSESS: "Đánh giá lại trong hè",
    Decision.SUMMER_CONDUCT: "Rèn luyện trong hè",
    Decision.RETAINED: "Không được lên lớp",
    Decision.UNDETERMINED: "Chưa xác định",
}
HONOURS = {Honour.EXCELLENT: "Học sinh Xuất sắc", Honour.GOOD: "Học sinh Giỏi", None: "–"}

_SUBJECT_HEADS = ("Học kì I", "Học kì II", "Cả năm", "Đánh giá lại", "Nhận xét")
_YEAR_HEADS = (
    "Rèn luyện (HK I · HK II · cả năm)",
    "Học tập (HK I · HK II · cả năm)",
    "Nghỉ (buổi)",
    "Kết quả",
    "Danh hiệu",
    "Nhận xét",
)
_SEAL_HEADS = ("Hiệu trưởng đã kí", "Kết quả", "Bản số")


@dataclass(frozen=True, slots=True)
class Row:
    """One pupil. ``born`` only where the name stands twice. ``cells`` fit ``heads``."""

    slot: Slot
    name: str
    born: str
    cells: Sequence[str]


def heads(slot: str) -> Sequence[str]:
    stage = steps.stage_of(slot)
    if stage == steps.SUBJECT_STAGE:
        return _SUBJECT_HEADS
    return _SEAL_HEADS if slot == SEAL else _YEAR_HEADS


def rows(slots: Iterable[Slot]) -> list[Row]:
    read = [(slot, record_of(slot.transcript)) for slot in slots]
    namesakes = repeated(record.student.name for _, record in read)
    return [_row(slot, record, namesakes) for slot, record in read]


def _row(slot: Slot, record: Record, namesakes: Container[str]) -> Row:
    student = record.student
    born = "/".join(reversed(student.birth_date.split("-"))) if student.name in namesakes else ""
    return Row(slot, student.name, born, _cells(slot, record))


def _cells(slot: Slot, record: Record) -> Sequence[str]:
    if slot.stage == steps.SUBJECT_STAGE:
        return _subject(record, steps.subject_of(slot.name))
    if slot.name == SEAL:
        return (record.principal.name, DECISIONS[record.summary.decision], str(record.version))
    return _year(record)


def _subject(record: Record, code: str) -> Sequence[str]:
    subject = next(each for each in record.subjects if each.code == code)
    marks = (subject.term1, subject.term2, subject.year, subject.reassessed)
    return (*map(_value, marks), subject.remark or "–")


def _year(record: Record) -> Sequence[str]:
    summary = record.summary
    return (
        _three(summary.term1, summary.term2, summary.year, "conduct"),
        _three(summary.term1, summary.term2, summary.year, "learning"),
        "–" if summary.absences is None else str(summary.absences),
        DECISIONS[summary.decision],
        HONOURS[summary.honour],
        summary.remark or "–",
    )


def _three(first: LevelPair, second: LevelPair, year: LevelPair, what: str) -> str:
    """Both terms and the year in one cell: ``Tốt · Khá · Tốt``."""
    return " · ".join(LEVELS[getattr(pair, what)] for pair in (first, second, year))


def _value(value: SubjectValue) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else format_mark_vi(value)
