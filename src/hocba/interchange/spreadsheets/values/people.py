"""Names and genders."""

from __future__ import annotations

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.kernel.names import clean, fold
from hocba.kernel.problems import fail

_FEMALE = {"nu", "f", "female", "02", "2", "gai"}
_MALE = {"nam", "male", "01", "1", "trai"}
_TICKS = {"x", "v", "✓", "1", "nu", "true"}


def is_name(text: str) -> bool:
    """At least two letters and no digit: what can stand in a list of pupils as a name."""
    return sum(map(str.isalpha, text)) >= 2 and not any(map(str.isdigit, text))


def join_name(parts: list[CellValue]) -> str:
    """Surname and given name, from one cell or two: NFC, single spaces."""
    return clean(" ".join(as_text(part) for part in parts))


def read_gender(value: CellValue) -> str:
    """``Nam`` or ``Nữ``; raises ProblemError ``gender.unknown``."""
    word = fold(as_text(value))
    if word in _FEMALE:
        return "Nữ"
    if word in _MALE:
        return "Nam"
    raise fail("gender.unknown", value=as_text(value))


def is_tick(value: CellValue | None) -> bool:
    """An ``x`` in a column named Nữ."""
    return value is not None and fold(as_text(value)) in _TICKS
