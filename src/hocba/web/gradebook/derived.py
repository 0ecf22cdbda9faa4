"""What follows at once from the cells of a subject: averages and comment results, shown beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from hocba.kernel.codes import EXEMPT, AssessmentKind, CommentResult, Level
from hocba.kernel.marks import Tenths, format_mark_vi
from hocba.regulations.api import comment_result, term_average, year_average, year_conduct
from hocba.web.gradebook.columns import mark_columns
from hocba.web.gradebook.models import FIRST, SECOND, Exemption, HomeroomEntry, Mark
from hocba.web.gradebook.sheets import Sheet
from hocba.web.schools.api import ClassSubject

Result = Tenths | CommentResult | None
Values = Mapping[str, Tenths | CommentResult | None]
"""Column → assessment, of one pupil in one term."""

Exempt = Set[tuple[UUID, int]]

TERM, YEAR = "hk", "nam"


@dataclass(frozen=True, slots=True)
class DerivedColumn:
    code: str
    label: str
    long: str


HOMEROOM_DERIVED = (
    DerivedColumn("vang", "Vắng năm", "Số buổi nghỉ cả năm"),
    DerivedColumn("rl", "RL năm", "Kết quả rèn luyện cả năm"),
)


def derived_columns(sheet: Sheet) -> tuple[DerivedColumn, ...]:
    """Beside term I its average; beside term II also the year's."""
    if sheet.class_subject is None:
        return HOMEROOM_DERIVED if sheet.part == "nam" else ()
    if sheet.term not in (FIRST, SECOND):
        return ()
    scored = sheet.class_subject.assessment is AssessmentKind.MARK
    label, long = ("ĐTB", "Điểm trung bình môn") if scored else ("KQ", "Kết quả môn học")
    term = DerivedColumn(TERM, label, f"{long} học kì")
    return (term,) if sheet.term == FIRST else (term, DerivedColumn(YEAR, f"{label} năm", f"{long} cả năm"))


def derive(sheet: Sheet, rows: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """The derived cells of these pupils, worded for the page: ``8,0``, ``Đ``, ``M``; empty while unknown."""
    columns = derived_columns(sheet)
    if not columns:
        return {}
    if sheet.class_subject is None:
        return _homeroom(rows)
    marks, exempt = _marks(sheet.class_subject, rows), _exempt(sheet.class_subject)
    return {row: _derive_row(sheet, columns, marks.get(row, {}), row, exempt) for row in rows}


def _derive_row(
    sheet: Sheet,
    columns: Sequence[DerivedColumn],
    marks: Mapping[int, Values],
    row: UUID,
    exempt: Exempt,
) -> dict[str, str]:
    assert sheet.class_subject is not None
    terms = {term: term_result(sheet.class_subject, term, marks.get(term, {})) for term in (FIRST, SECOND)}
    excused = {term for term in (FIRST, SECOND) if (row, term) in exempt}
    values = {TERM: terms[sheet.term or FIRST], YEAR: None if excused else _year(sheet.class_subject, terms)}
    free = {TERM: sheet.term in excused, YEAR: len(excused) == 2}
    return {column.code: EXEMPT if free[column.code] else shown(values[column.code]) for column in columns}


def term_result(class_subject: ClassSubject, term: int, values: Values) -> Result:
    """The term's average or comment result; None while an assessment is missing."""
    entries = [values.get(column.code) for column in mark_columns(class_subject, term)]
    if len(entries) < 3:
        return None  # no rule says what such a subject needs
    if class_subject.assessment is AssessmentKind.COMMENT:
        return comment_result(cast(list[Any], entries))
    *regular, midterm, final = cast(list[Any], entries)
    return term_average(regular, midterm, final)


def _year(class_subject: ClassSubject, terms: Mapping[int, Result]) -> Result:
    if class_subject.assessment is AssessmentKind.COMMENT:
        return terms[SECOND]
    return year_average(cast(Any, terms[FIRST]), cast(Any, terms[SECOND]))


def shown(value: Result) -> str:
    if value is None:
        return ""
    return value.value if isinstance(value, CommentResult) else format_mark_vi(value)


def _marks(class_subject: ClassSubject, rows: Iterable[UUID]) -> dict[UUID, dict[int, dict[str, Any]]]:
    found: dict[UUID, dict[int, dict[str, Any]]] = {}
    for mark in Mark.objects.filter(class_subject=class_subject, enrolment__in=list(rows)):
        found.setdefault(mark.enrolment_id, {}).setdefault(mark.term, {})[mark.column] = mark.value
    return found


def _exempt(class_subject: ClassSubject) -> Exempt:
    return set(Exemption.objects.filter(class_subject=class_subject).values_list("enrolment_id", "term"))


def _homeroom(rows: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    texts: dict[UUID, dict[str, str]] = {row: {} for row in rows}
    entries = HomeroomEntry.objects.filter(enrolment__in=texts)
    for row, column, value in entries.values_list("enrolment", "column", "value"):
        texts[row][column] = value
    return {row: {"vang": _absences(held), "rl": _conduct(held)} for row, held in texts.items()}


def _absences(held: Mapping[str, str]) -> str:
    terms = [held.get("vang1", ""), held.get("vang2", "")]
    return str(sum(map(int, terms))) if all(terms) else ""


def _conduct(held: Mapping[str, str]) -> str:
    terms = [Level(held[column]) if held.get(column) else None for column in ("rl1", "rl2")]
    return str(year_conduct(*terms) or "")
