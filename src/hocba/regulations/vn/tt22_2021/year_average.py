"""ĐTBmcn: a scored subject's average over the year (article 9, clause 1, point b)."""

from __future__ import annotations

from hocba.kernel.marks import Tenths, format_mark_vi, round_half_up
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article

CITATION = article(9, 1, "b")


def year_average(first: Tenths | None, second: Tenths | None, p: Parameters) -> Tenths | None:
    """``(term I + 2·term II) / 3`` of the averages as they stand in the book, already rounded; half up."""
    if first is None or second is None:
        return None
    return Tenths(round_half_up(first + p.second_term_weight * second, 1 + p.second_term_weight))


def sentence(first: Tenths, second: Tenths, average: Tenths, p: Parameters) -> str:
    autumn = f"{format_mark_vi(first)} (học kì I)"
    spring = f"{p.second_term_weight} × {format_mark_vi(second)} (học kì II)"
    weights = 1 + p.second_term_weight
    return f"Điểm trung bình môn cả năm = ({autumn} + {spring}) : {weights} ≈ {format_mark_vi(average)}."
