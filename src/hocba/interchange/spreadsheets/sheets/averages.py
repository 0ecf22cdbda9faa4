"""Is the average that a file claims the one that its marks give?"""

from __future__ import annotations

from hocba.interchange.spreadsheets.sheets.reading import GradebookEntry
from hocba.kernel.codes import EXEMPT, CommentResult
from hocba.kernel.marks import Tenths, format_mark, parse_mark, round_half_up

_NOT_MARKS = {EXEMPT, *CommentResult}


def expected_average(entry: GradebookEntry) -> str | None:
    """ĐTBmhk = (sum of ĐĐGtx + 2 ĐĐGgk + 3 ĐĐGck) / (number of ĐĐGtx + 5), half up (Circular 22/2021, article 9
    clause 1); None while a part is missing. Only to warn about a file: results come from ``hocba.regulations``.
    """
    regular = [mark for mark in entry.regular if mark is not None]
    if (
        not regular
        or entry.midterm is None
        or entry.final is None
        or _NOT_MARKS & {*regular, entry.midterm, entry.final}
    ):
        return None
    total = sum(map(parse_mark, regular)) + 2 * parse_mark(entry.midterm) + 3 * parse_mark(entry.final)
    return format_mark(Tenths(round_half_up(total, len(regular) + 5)))
