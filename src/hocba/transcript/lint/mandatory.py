"""What the form asks of every pupil is there."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    student, school = transcript.student, transcript.school
    required = {
        "school.code": school.code,
        "school.name": school.name,
        "school.ward": school.ward,
        "school.province": school.province,
        "class_name": transcript.class_name,
        "place": transcript.place,
        "student.code": student.code,
        "student.name": student.name,
        "student.gender": student.gender,
        "student.birth_date": student.birth_date,
        "student.ethnicity": student.ethnicity,
        "summary.remark": transcript.summary.remark,
    }
    yield from (Problem("lint.missing", path) for path, value in required.items() if not value.strip())
    if not transcript.subjects:
        yield Problem("lint.missing", "subjects")
    if transcript.summary.absences is None:
        yield Problem("lint.missing", "summary.absences")


CHECK = Check("mandatory", "Circular 22/2021/TT-BGDĐT, annex: transcript form, instructions 1 and 3", _find)
