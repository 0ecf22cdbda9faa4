"""Where a rule stands in the law."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """An act, and the place in it: article (điều), clause (khoản), point (điểm)."""

    act: str
    article: int
    clause: int | None = None
    point: str = ""

    def __str__(self) -> str:
        """As a Vietnamese reader cites it: ``điểm a khoản 1 Điều 9 Thông tư 22/2021/TT-BGDĐT``."""
        point = f"điểm {self.point} " if self.point else ""
        clause = f"khoản {self.clause} " if self.clause else ""
        return f"{point}{clause}Điều {self.article} {self.act}"
