"""Levels, titles and counts, from codes or full words, with or without accents."""

from __future__ import annotations

from typing import Final

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.kernel.names import clean, fold
from hocba.kernel.problems import fail

SECONDARY: Final = {"T": "t|tot", "K": "k|kha", "Đ": "d|dat", "CĐ": "cd|chua dat"}
"""Circular 22/2021, articles 8 and 9."""
PRIMARY_SUBJECT: Final = {"T": "t|htt|hoan thanh tot", "H": "h|ht|hoan thanh", "C": "c|cht|chua hoan thanh"}
"""Circular 27/2020, article 7."""
PRIMARY_TRAIT: Final = {"T": "t|tot", "Đ": "d|dat", "C": "c|ccg|can co gang"}
PRIMARY_YEAR: Final = {
    "HTXS": "htxs|hoan thanh xuat sac",
    "HTT": "htt|hoan thanh tot",
    "HT": "ht|hoan thanh",
    "CHT": "cht|chua hoan thanh",
}
"""Circular 27/2020, article 9."""
_HONOURS: Final = {
    "XS": "xs|hsxs|xuat sac|hoc sinh xuat sac|hs xuat sac",
    "G": "g|hsg|gioi|hoc sinh gioi|hs gioi",
}


def read_level(value: CellValue, scale: dict[str, str]) -> str:
    """The code on the scale; raises ProblemError ``level.unknown``."""
    word = fold(as_text(value)).rstrip(".")
    for code, spellings in scale.items():
        if word in spellings.split("|"):
            return code
    raise fail("level.unknown", value=as_text(value))


def read_honour(value: CellValue) -> str:
    """``XS`` or ``G`` (Circular 22/2021, article 15); another title stays as it is written."""
    try:
        return read_level(value, _HONOURS)
    except ValueError:
        return clean(as_text(value))


def read_count(value: CellValue) -> int:
    """A number of sessions; raises ProblemError ``count.invalid``."""
    text = clean(as_text(value))
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise fail("count.invalid", value=text)
    return int(text)
