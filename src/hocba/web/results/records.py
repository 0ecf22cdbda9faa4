"""From what is entered to what the regulations judge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from hocba.kernel.codes import EXEMPT, AssessmentKind, CommentResult
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import Assessments, Entry, StudentYear, SubjectYear, Summer, TermRecord
from hocba.web.gradebook.api import FIRST, SECOND, SUMMER, Entries, mark_columns
from hocba.web.schools.api import ClassSubject, SchoolClass

RE_ASSESSED = "dgl"


def student_year(
    row: UUID, entries: Entries, *, school_class: SchoolClass, subjects: Sequence[ClassSubject]
) -> StudentYear:
    """One pupil's year; ``row`` is the enrolment. A blank cell is None, a mark of 0 is a mark."""
    return StudentYear(
        id=str(row),
        stage=school_class.stage,
        grade=school_class.grade,
        school_year=school_class.school_year,
        subjects=tuple(_subject(each, entries) for each in subjects),
        conduct=entries.conduct,
        absences=entries.absences,
        summer=_summer(entries, subjects),
    )


def _subject(subject: ClassSubject, entries: Entries) -> SubjectYear:
    terms = (_term(subject, FIRST, entries), _term(subject, SECOND, entries))
    return SubjectYear(SubjectCode(subject.subject), terms, subject.periods or None)


def _term(subject: ClassSubject, term: int, entries: Entries) -> TermRecord:
    if (subject.pk, term) in entries.exempt:
        return EXEMPT
    held = entries.marks[subject.pk, term]
    *regular, midterm, final = [fitting(subject, held.get(each.code)) for each in mark_columns(subject, term)]
    return Assessments(tuple(regular), midterm, final)


def fitting(subject: ClassSubject, value: Entry | None) -> Entry | None:
    """The value if the subject is assessed in its way: after a change from comment to marks, old cells say nothing."""
    by_comment = subject.assessment is AssessmentKind.COMMENT
    return value if isinstance(value, CommentResult) is by_comment else None


def re_assessed(subject: ClassSubject, entries: Entries) -> Entry | None:
    """The result of the summer's assessment in the subject, if there was one."""
    return fitting(subject, entries.marks[subject.pk, SUMMER].get(RE_ASSESSED))


def _summer(entries: Entries, subjects: Iterable[ClassSubject]) -> Summer | None:
    found = {SubjectCode(each.subject): value for each in subjects if (value := re_assessed(each, entries)) is not None}
    conduct = entries.level("rlh")
    return Summer(found, conduct) if found or conduct else None
