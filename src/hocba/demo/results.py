"""A pupil's year handed to the law."""

from __future__ import annotations

from hocba.demo.edit import year
from hocba.demo.model import Pupil, SchoolClass, TermMarks
from hocba.kernel.school_year import SchoolYear
from hocba.regulations.api import Assessments, Outcome, StudentYear, SubjectYear, evaluate


def outcome_of(pupil: Pupil, school_class: SchoolClass, school_year: SchoolYear) -> Outcome:
    """What Circular 22/2021 concludes; gaps in the marks leave gaps in the outcome."""
    held = year(pupil)
    record = StudentYear(
        id=pupil.code,
        stage=school_class.stage,
        grade=school_class.grade,
        school_year=school_year,
        subjects=tuple(
            SubjectYear(each.code, (_assessments(each.terms[0]), _assessments(each.terms[1]))) for each in held.subjects
        ),
        conduct=held.conduct,
        absences=held.absences,
    )
    return evaluate(record)


def _assessments(term: TermMarks) -> Assessments:
    return Assessments(regular=term.regular, midterm=term.midterm, final=term.final)
