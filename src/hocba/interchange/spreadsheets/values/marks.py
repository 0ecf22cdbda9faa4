"""Marks, Đạt/Chưa đạt and claimed averages, exactly: ``"7.5"``, ``"8"``, ``"Đ"``, ``"CĐ"``, ``"M"``."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.kernel.codes import EXEMPT, CommentResult
from hocba.kernel.marks import Tenths, format_mark, parse_mark
from hocba.kernel.names import clean, fold
from hocba.kernel.problems import fail

_NOISE = Decimal("0.000001")
_TENTH = Decimal("0.1")
_EXEMPT_WORDS = {"m", "mien", "mien giam", "mg"}
_PASS_WORDS = {"d", "dat"}
_FAIL_WORDS = {"cd", "chua dat"}


def read_mark(value: CellValue) -> str:
    """A mark, or exempt. Raises ProblemError ``mark.…``; a date (``8.5`` that Excel took for 8 May) is ambiguous."""
    if isinstance(value, str):
        if fold(value) in _EXEMPT_WORDS:
            return EXEMPT
        return format_mark(parse_mark(clean(value)))
    if isinstance(value, float):
        return format_mark(parse_mark(_decimal_text(value)))
    raise fail("mark.ambiguous", value=as_text(value))


def read_comment_result(value: CellValue) -> str:
    """Đạt, Chưa đạt or exempt, abbreviated or not, with or without accents. Raises ``level.unknown``."""
    word = fold(as_text(value))
    if word in _EXEMPT_WORDS:
        return EXEMPT
    if word in _PASS_WORDS:
        return CommentResult.PASS.value
    if word in _FAIL_WORDS:
        return CommentResult.FAIL.value
    raise fail("level.unknown", value=as_text(value))


def is_comment_result(value: CellValue) -> bool:
    return isinstance(value, str) and fold(value) in _PASS_WORDS | _FAIL_WORDS


def read_average(value: CellValue) -> str:
    """What the file claims: a formula's long fraction counts as people see it, at one decimal, half up."""
    text = clean(as_text(value)).replace(",", ".")
    try:
        shown = Decimal(text).quantize(_NOISE, ROUND_HALF_EVEN).quantize(_TENTH, ROUND_HALF_UP)
    except InvalidOperation:
        return read_mark(value)
    if not (shown.is_finite() and 0 <= shown <= 10):
        return read_mark(value)
    return format_mark(Tenths(int(shown * 10)))


def _decimal_text(value: float) -> str:
    """Binary noise after the sixth decimal (``7.000000001``) is no precision of a teacher's."""
    return (
        f"{Decimal(repr(value)).quantize(_NOISE, ROUND_HALF_EVEN).normalize():f}"
        if abs(value) < 10**6
        else as_text(value)
    )
