"""Codes that travel between rooms and systems, as the national exchange spells them."""

from __future__ import annotations

import enum
from typing import Final


class Stage(enum.StrEnum):
    """Cấp học."""

    PRIMARY = "primary"
    LOWER_SECONDARY = "lower_secondary"
    UPPER_SECONDARY = "upper_secondary"

    @property
    def grades(self) -> range:
        return _GRADES[self]

    @classmethod
    def of_grade(cls, grade: int) -> Stage:
        return next(stage for stage, grades in _GRADES.items() if grade in grades)


_GRADES = {
    Stage.PRIMARY: range(1, 6),
    Stage.LOWER_SECONDARY: range(6, 10),
    Stage.UPPER_SECONDARY: range(10, 13),
}


class Level(enum.StrEnum):
    """Level of learning or conduct (Circular 22/2021, articles 8 and 9)."""

    GOOD = "T"
    FAIR = "K"
    PASS = "Đ"
    FAIL = "CĐ"

    @property
    def rank(self) -> int:
        """3 for Tốt down to 0 for Chưa đạt."""
        return _RANKS[self]


_RANKS = {level: 3 - position for position, level in enumerate(Level)}


class CommentResult(enum.StrEnum):
    """Result of a subject assessed by comment only."""

    PASS = "Đ"
    FAIL = "CĐ"


class AssessmentKind(enum.StrEnum):
    """How a subject is assessed (Circular 22/2021, article 5)."""

    MARK = "mark"
    COMMENT = "comment"


class Decision(enum.StrEnum):
    """What becomes of the pupil at the year's end (articles 12 to 14)."""

    PROMOTED = "promoted"
    COMPLETED = "completed"
    REASSESS = "reassess"
    SUMMER_CONDUCT = "summer_conduct"
    RETAINED = "retained"
    UNDETERMINED = "undetermined"


class Honour(enum.StrEnum):
    """Year titles (article 15)."""

    EXCELLENT = "XS"
    GOOD = "G"


EXEMPT: Final = "M"
"""A subject, or a part of it, in which the pupil is not assessed."""
