"""What kind of sheet its columns make it."""

from __future__ import annotations

from hocba.interchange.spreadsheets.headers.columns import Column
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.sheets.reading import SheetKind

ASSESSMENTS = {Meaning.REGULAR, Meaning.MIDTERM, Meaning.FINAL}
_SUMMARY = {
    Meaning.CONDUCT, Meaning.LEARNING, Meaning.HONOUR, Meaning.ABSENCES, Meaning.EXCUSED,
    Meaning.UNEXCUSED, Meaning.YEAR_RESULT,
}  # fmt: skip
_PARTICULARS = {Meaning.ETHNICITY, Meaning.STATUS, Meaning.BIRTHPLACE, Meaning.PERSONAL_ID}
_ONE_SUBJECT = {Meaning.AVERAGE, Meaning.YEAR_AVERAGE, Meaning.RESULT, Meaning.COMMENT}


def kind_of(columns: tuple[Column, ...], *, grade: int | None) -> SheetKind:
    """The first that fits; a sheet that only names pupils is a class list."""
    meanings = {column.meaning for column in columns}
    subjects = {column.subject for column in columns if column.subject}
    if meanings & ASSESSMENTS:
        return SheetKind.GRADEBOOK
    if len(meanings & _PARTICULARS) >= 2 and not subjects:
        return SheetKind.CLASS_LIST
    if len(subjects) >= 2 or meanings & _SUMMARY:
        return SheetKind.YEAR_SUMMARY
    if any(column.trait for column in columns):
        return SheetKind.PRIMARY_COMPETENCY
    if Meaning.LEVEL in meanings or (Meaning.TEST in meanings and (grade or 1) <= 5):
        return SheetKind.PRIMARY_SUBJECT
    return SheetKind.GRADEBOOK if meanings & _ONE_SUBJECT or subjects else SheetKind.CLASS_LIST
