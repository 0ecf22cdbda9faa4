"""Birth dates, whole or partial, to ISO: ``2012-03-05``, ``2012-03``, ``2012``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.kernel.names import clean
from hocba.kernel.problems import fail

_EARLIEST, _LATEST = 1930, 2049
_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's serial numbers, as they count from March 1900 on."""
_SERIALS = range(10_000, 60_000)
_DAY_FIRST = re.compile(r"(?P<day>\d{0,2})\s*[/.\-]\s*(?P<month>\d{0,2})\s*[/.\-]\s*(?P<year>\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<day>\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4})")
_COMPACT = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})")
_TIME = re.compile(r"[ T]+\d{1,2}:\d\d(:\d\d)?(\.\d+)?$")


def read_date(value: CellValue) -> str:
    """Day before month, as people here write it; a serial number counts too. Raises ProblemError ``date.invalid``."""
    if isinstance(value, date):
        return _iso(value.year, value.month, value.day, given=value.isoformat())
    text = clean(as_text(value)).strip("'")
    if text.isascii() and text.isdigit():
        return _from_number(text)
    shown = _TIME.sub("", text)
    for pattern in (_DAY_FIRST, _YEAR_FIRST, _MONTH_YEAR):
        if found := pattern.fullmatch(shown):
            return _iso(_year(found["year"]), _part(found, "month"), _part(found, "day"), given=text)
    raise fail("date.invalid", value=text)


def _from_number(text: str) -> str:
    number = int(text)
    if len(text) == 5 and number in _SERIALS:
        day = _EPOCH + timedelta(days=number)
        return _iso(day.year, day.month, day.day, given=text)
    found = _COMPACT.fullmatch(text.zfill(8)) if len(text) in {7, 8} else None
    if found:
        return _iso(int(found["year"]), int(found["month"]), int(found["day"]), given=text)
    return _iso(number, 0, 0, given=text)


def _part(found: re.Match[str], name: str) -> int:
    """Zero where it is not written (``//2012``, ``00/03/2012``, ``03/2012``)."""
    return int(found.groupdict().get(name) or 0)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 50 else 1900)


def _iso(year: int, month: int, day: int, *, given: str) -> str:
    if not _EARLIEST <= year <= _LATEST or (day and not month):
        raise fail("date.invalid", value=given)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise fail("date.invalid", value=given) from None
    if day:
        return f"{year:04}-{month:02}-{day:02}"
    return f"{year:04}-{month:02}" if month else f"{year:04}"
