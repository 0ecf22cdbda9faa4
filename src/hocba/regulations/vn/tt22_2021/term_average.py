"""ĐTBmhk: a scored subject's average in a term (article 9, clause 1, point b)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from hocba.kernel.marks import Tenths, format_mark_vi, round_half_up
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article

CITATION = article(9, 1, "b")


def term_average(
    regular: Sequence[Tenths | None], midterm: Tenths | None, final: Tenths | None, p: Parameters
) -> Tenths | None:
    """``(Σ regular + 2·midterm + 3·final) / (number of regular + 5)`` in tenths, half up; None while one is missing."""
    if midterm is None or final is None or None in regular or not regular:
        return None
    total = sum(cast("Sequence[Tenths]", regular)) + p.midterm_weight * midterm + p.final_weight * final
    return Tenths(round_half_up(total, len(regular) + p.midterm_weight + p.final_weight))


def sentence(regular: Sequence[Tenths], midterm: Tenths, final: Tenths, average: Tenths, p: Parameters) -> str:
    shown = " + ".join(format_mark_vi(mark) for mark in regular)
    halfway = f"{p.midterm_weight} × {format_mark_vi(midterm)} (giữa kì)"
    closing = f"{p.final_weight} × {format_mark_vi(final)} (cuối kì)"
    weights = len(regular) + p.midterm_weight + p.final_weight
    return f"Điểm trung bình môn học kì = ({shown} + {halfway} + {closing}) : {weights} ≈ {format_mark_vi(average)}."
