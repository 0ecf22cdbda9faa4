"""Is the average that a file claims the one that its marks give?"""

from __future__ import annotations

from hocba.interchange.spreadsheets.sheets.reading import GradebookEntry
from hocba.kernel.codes import EXEMPT, CommentResult
from hocba.kernel.marks import format_mark, parse_mark
from hocba.regulations.api import term_average

_NOT_MARKS = {EXEMPT, *CommentResult}


def expected_average(entry: GradebookEntry) -> str | None:
    """The average by law, from the marks of the row; None while a part is missing. Only to warn about a file."""
    regular = [mark for mark in entry.regular if mark is not None]
    if entry.midterm is None or entry.final is None or _NOT_MARKS & {*regular, entry.midterm, entry.final}:
        return None
    average = term_average([parse_mark(mark) for mark in regular], parse_mark(entry.midterm), parse_mark(entry.final))
    return None if average is None else format_mark(average)
