"""What every lower-secondary class is taught; electives are left out of the demonstration."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hocba.kernel.codes import Stage
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import SubjectPlan, curriculum


@cache
def subjects(grade: int) -> Mapping[SubjectCode, SubjectPlan]:
    """In the order of the curriculum."""
    return {code: plan for code, plan in curriculum(Stage.LOWER_SECONDARY, grade).items() if not plan.elective}
