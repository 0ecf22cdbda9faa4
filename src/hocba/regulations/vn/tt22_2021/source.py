"""How the rules of this circular cite it."""

from __future__ import annotations

from hocba.regulations.engine.citation import Citation

ACT = "Thông tư 22/2021/TT-BGDĐT"


def article(number: int, clause: int | None = None, point: str = "") -> Citation:
    return Citation(ACT, number, clause, point)
