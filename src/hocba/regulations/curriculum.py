"""What a curriculum says about one subject in one grade."""

from __future__ import annotations

from dataclasses import dataclass

from hocba.kernel.codes import AssessmentKind
from hocba.kernel.subjects import SubjectCode


@dataclass(frozen=True, slots=True)
class SubjectPlan:
    """``periods`` per school year. An elective may be absent from a pupil's record; the others may not."""

    code: SubjectCode
    kind: AssessmentKind
    periods: int
    elective: bool = False
