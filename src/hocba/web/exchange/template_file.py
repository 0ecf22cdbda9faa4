"""The workbook to fill in: names, and the marks that are on record."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from hocba.interchange.spreadsheets.api import GradebookEntry, Pupil, write_template
from hocba.kernel.codes import EXEMPT
from hocba.web.exchange.marks import record_of
from hocba.web.exchange.targets import Target
from hocba.web.gradebook.api import REMARK, Sheet
from hocba.web.registry.api import Enrolment, pupils_of
from hocba.web.schools.api import school_of
from hocba.web.shared.actor import Actor


def template_of(sheet: Sheet, *, actor: Actor) -> bytes:
    """As an ``.xlsx`` that the import page reads back without a change."""
    assert sheet.class_subject is not None
    assert sheet.term is not None
    record = record_of(Target(sheet.school_class, sheet.class_subject, sheet.term))
    texts = {place: cell.text for place, cell in record.cells.items()}
    regular = sum(code.startswith("tx") for code in record.columns)
    return write_template(
        school=school_of(actor).name,
        school_class=sheet.school_class.name,
        subject=sheet.class_subject.subject,
        term=sheet.term,
        school_year=str(sheet.school_class.school_year),
        pupils=[
            _pupil(each, texts, regular=regular, exempt=str(each.pk) in record.exempt)
            for each in pupils_of(sheet.school_class)
        ],
        regular=regular,
    )


def _pupil(enrolment: Enrolment, texts: Mapping[tuple[UUID, str], str], *, regular: int, exempt: bool) -> Pupil:
    student = enrolment.student

    def known(column: str) -> str | None:
        return EXEMPT if exempt and column != REMARK.code else texts.get((enrolment.pk, column)) or None

    marks = tuple(known(f"tx{n}") for n in range(1, regular + 1))
    entry = GradebookEntry(marks, known("gk"), known("ck"), comment=known(REMARK.code))
    return Pupil(student.full_name, student.code, student.birth_date, entry)
