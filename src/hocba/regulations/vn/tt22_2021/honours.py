"""Titles at the year's end (article 15, clause 1). Summer results never earn one."""

from __future__ import annotations

from hocba.kernel.codes import Honour, Level
from hocba.kernel.marks import format_mark_vi
from hocba.regulations.outcome import Period
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article

CITATION = article(15, 1)


def honour(year: Period, conduct: Level | None, p: Parameters) -> Honour | None:
    if year.verdict.level is not Level.GOOD or conduct is not Level.GOOD:
        return None
    excellent = sum(isinstance(mark, int) and mark >= p.excellent_mark for mark in year.averages.values())
    return Honour.EXCELLENT if excellent >= p.excellent_count else Honour.GOOD


def sentence(title: Honour, p: Parameters) -> str:
    both = "rèn luyện và học tập cả năm đều ở mức Tốt"
    if title is Honour.GOOD:
        return f"Danh hiệu Học sinh Giỏi, vì {both}."
    return (
        f"Danh hiệu Học sinh Xuất sắc, vì {both} và có ít nhất {p.excellent_count} môn có điểm trung bình cả năm từ"
        f" {format_mark_vi(p.excellent_mark)} trở lên."
    )
