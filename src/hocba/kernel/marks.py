"""Marks as exact integers: tenths of a point on the scale 0 to 10 (Circular 22/2021, article 5 clause 3).

Binary floats never hold a mark: ``round(6.25, 1)`` is 6.2 in Python. One function rounds, half up.
"""

from __future__ import annotations

import re
from typing import NewType

from hocba.kernel.problems import fail

Tenths = NewType("Tenths", int)
"""A mark in tenths of a point, 0..100."""

LOWEST = Tenths(0)
HIGHEST = Tenths(100)

_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d{1,6})(?:[.,](?P<fraction>\d{1,12}))?", re.ASCII)


def round_half_up(numerator: int, denominator: int) -> int:
    """The integer nearest to ``numerator / denominator``; halves go up. ``denominator`` > 0, ``numerator`` >= 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def parse_mark(text: str) -> Tenths:
    """Read a mark as people write it: ``8``, ``7.5``, ``7,5``, ``10``.

    Raises ProblemError: ``mark.not_a_number``; ``mark.ambiguous`` (``85``: 8.5 or a slip?);
    ``mark.out_of_range``; ``mark.too_precise`` (``8.75``).
    """
    stripped = text.strip()
    found = _NUMBER.fullmatch(stripped)
    if found is None:
        raise fail("mark.not_a_number", value=text)
    whole, fraction = int(found["whole"]), found["fraction"] or ""
    if found["sign"] == "-" and (whole or fraction.strip("0")):
        raise fail("mark.out_of_range", value=text)
    if whole > 10 and not fraction and len(found["whole"]) == 2:
        raise fail("mark.ambiguous", value=text)
    if whole > 10 or (whole == 10 and fraction.strip("0")):
        raise fail("mark.out_of_range", value=text)
    if fraction[1:].strip("0"):
        raise fail("mark.too_precise", value=text)
    return Tenths(whole * 10 + int(fraction[:1] or "0"))


def format_mark(mark: Tenths) -> str:
    """The mark as it travels: a point and at most one decimal, ``8`` or ``7.5``."""
    whole, tenth = divmod(mark, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def format_mark_vi(mark: Tenths, *, fixed: bool = True) -> str:
    """The mark as Vietnamese readers see it: a comma, always one decimal when ``fixed`` (``8,0``)."""
    whole, tenth = divmod(mark, 10)
    return f"{whole},{tenth}" if tenth or fixed else str(whole)
