"""Conduct over the year, from the two terms (article 8, clause 2, point b)."""

from __future__ import annotations

from hocba.kernel.codes import Level
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article
from hocba.regulations.vn.tt22_2021.words import LEVEL

CITATION = article(8, 2, "b")


def year_conduct(first: Level | None, second: Level | None, p: Parameters) -> Level | None:
    if first is None or second is None:
        return None
    return p.year_conduct[first, second]


def sentence(first: Level, second: Level, year: Level) -> str:
    return f"Rèn luyện cả năm ở mức {LEVEL[year]}, vì học kì I ở mức {LEVEL[first]} và học kì II ở mức {LEVEL[second]}."
