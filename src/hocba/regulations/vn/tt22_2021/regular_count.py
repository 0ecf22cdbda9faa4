"""How many regular assessments a term has (article 6, clause 3)."""

from __future__ import annotations

from hocba.kernel.codes import AssessmentKind
from hocba.regulations.vn.tt22_2021.parameters import Parameters


def regular_count(kind: AssessmentKind, periods: int, p: Parameters) -> int:
    """The fixed number per term; ``periods`` are per school year. It is a number, not a minimum."""
    if kind is AssessmentKind.COMMENT:
        return p.comment_regular_count
    return next((count for most, count in p.regular_counts if periods <= most), p.most_regular)
