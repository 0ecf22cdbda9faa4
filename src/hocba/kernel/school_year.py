"""School years and terms."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from hocba.kernel.problems import fail

_PATTERN = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})", re.ASCII)


class Term(enum.IntEnum):
    """The two terms of a school year (học kì I, học kì II)."""

    FIRST = 1
    SECOND = 2


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """A school year, named by the calendar year in which it starts."""

    start: int

    @classmethod
    def parse(cls, text: str) -> SchoolYear:
        """Read ``2025-2026``; raises ProblemError ``school_year.invalid``."""
        found = _PATTERN.fullmatch(text.strip())
        if found is None or int(found[2]) != int(found[1]) + 1:
            raise fail("school_year.invalid", value=text)
        return cls(int(found[1]))

    @property
    def end(self) -> int:
        return self.start + 1

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"
