"""Codes and personal identity numbers: strings, with the zeros that a number cell has lost."""

from __future__ import annotations

import re

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.kernel.ids import parse_personal_id
from hocba.kernel.names import clean
from hocba.kernel.problems import fail

CODE_DIGITS = 10
PERSONAL_ID_DIGITS = 12
_MOST_ZEROS_LOST = 3
"""Provinces are numbered 001 to 096: a personal identity number loses one or two zeros, rarely three."""
_RUINED = re.compile(r"\d([.,]\d+)?[eE]\+\d+")


def read_code(value: CellValue) -> str:
    """Mã học sinh: opaque; nine digits are ten without the first zero. Raises ``id.ruined`` (``3.1E+09``)."""
    text = clean(as_text(value)).lstrip("'")
    if _RUINED.fullmatch(text):
        raise fail("id.ruined", value=text)
    return text.zfill(CODE_DIGITS) if text.isdigit() and len(text) == CODE_DIGITS - 1 else text


def read_personal_id(value: CellValue) -> str:
    """Twelve digits. Raises ProblemError ``personal_id.invalid`` or ``id.ruined``."""
    text = clean(as_text(value)).lstrip("'").replace(" ", "")
    if _RUINED.fullmatch(text):
        raise fail("id.ruined", value=text)
    if text.isdigit() and PERSONAL_ID_DIGITS - _MOST_ZEROS_LOST <= len(text) < PERSONAL_ID_DIGITS:
        text = text.zfill(PERSONAL_ID_DIGITS)
    return parse_personal_id(text)


def is_personal_id(code: str) -> bool:
    """A twelve-digit number under a header that may mean either identifier (``Mã định danh``)."""
    return len(code) == PERSONAL_ID_DIGITS and code.isascii() and code.isdigit()
