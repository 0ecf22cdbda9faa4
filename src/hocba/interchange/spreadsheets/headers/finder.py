"""Is there a header at this row? One to three rows, merged or not, anywhere in the sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hocba.interchange.spreadsheets.grid import Grid, as_text
from hocba.interchange.spreadsheets.headers.columns import Column, interpret
from hocba.interchange.spreadsheets.headers.meanings import Meaning, meaning_of
from hocba.interchange.spreadsheets.headers.traits import settle_shared_names

_NAMES = {Meaning.NAME, Meaning.SURNAME, Meaning.GIVEN}
_PUPIL = _NAMES | {Meaning.ORDER, Meaning.CODE, Meaning.PERSONAL_ID, Meaning.BIRTH}
_SPREADING = {Meaning.NAME, Meaning.REGULAR}
_INDEX = re.compile(r"\(?\[?(\d{1,3}|[A-Za-z])\]?\)?(\s*=.*)?")
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Header:
    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    def numbers(self, *meanings: Meaning) -> list[int]:
        return [column.number for column in self.columns if column.meaning in meanings and not column.trait]


def header_at(grid: Grid, row: int) -> Header | None:
    """The header whose row of names is ``row``: it must name the pupil and at least one thing more."""
    texts = {number: value for number, value in grid.rows[row].items() if isinstance(value, str)}
    seen = {number: meaning_of(text) for number, text in texts.items()}
    meanings = {found[0] for found in seen.values() if found}
    if Meaning.NAME not in meanings and not {Meaning.SURNAME, Meaning.GIVEN} <= meanings:
        return None
    if not any(interpret(number, [text]).known for number, text in texts.items() if not _is_name(seen[number])):
        return None
    first = row - 1 if _is_band(grid, row - 1, row) else row
    identity = {number for number, found in seen.items() if found and found[0] in _PUPIL}
    last = row
    while last - first + 1 < _MOST_ROWS and _continues(grid, last + 1, row, identity):
        last += 1
    while _is_index(grid, last + 1):
        last += 1
    return Header(first, last, _columns(grid, range(first, last + 1)))


def _is_name(found: tuple[Meaning, int | None] | None) -> bool:
    return found is not None and found[0] in _NAMES


def _is_band(grid: Grid, row: int, below: int) -> bool:
    """A row of wide captions above the row of names (terms, subjects), not a title."""
    captions = {number: value for number, value in grid.rows.get(row, {}).items() if number in range(3, 10_000)}
    if len(captions) != len(grid.rows.get(row, {})) or not captions:
        return False
    known = [number for number, value in captions.items() if interpret(number, [as_text(value)]) != Column(number)]
    return bool(known) and all(_below_is_filled(grid, below, number) for number in known)


def _below_is_filled(grid: Grid, row: int, column: int) -> bool:
    return column in grid.rows[row]


def _continues(grid: Grid, row: int, names: int, identity: set[int]) -> bool:
    """Below a caption that spans columns stand its parts; no pupil is named there."""
    cells = grid.rows.get(row, {})
    if not cells or identity & cells.keys():
        return False
    texts = {number: as_text(value) for number, value in cells.items()}
    if any(interpret(number, [text]) != Column(number) for number, text in texts.items()):
        return True
    return all(_INDEX.fullmatch(text) for text in texts.values()) and any(n not in grid.rows[names] for n in texts)


def _is_index(grid: Grid, row: int) -> bool:
    """``(1) (2) (3)`` or ``A B 1 2`` under a header numbers the columns."""
    texts = [as_text(value).strip() for _, value in sorted(grid.rows.get(row, {}).items())]
    if len(texts) < 3 or not all(_INDEX.fullmatch(text) for text in texts):
        return False
    found = [_INDEX.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in found if match and match[1].isdigit()]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True


def _columns(grid: Grid, rows: range) -> tuple[Column, ...]:
    width = max(max(grid.rows[row], default=0) for row in rows if row in grid.rows)
    width = max([width, *(m.right for m in grid.merges if m.top in rows)])
    texts = [_captions(grid, row, width) for row in rows]
    _spread(grid, texts)
    parts = [[row[number] for row in texts if row[number]] for number in range(1, width + 1)]
    found: list[Column] = []
    for number, column_parts in enumerate(parts, start=1):
        column = interpret(number, column_parts)
        if not column_parts and found and found[-1].meaning in _SPREADING and not grid.merges:
            column = Column(number, found[-1].meaning, found[-1].subject, found[-1].period)
        found.append(column)
    return tuple(column for column in settle_shared_names(found) if column.known)


def _captions(grid: Grid, row: int, width: int) -> list[str]:
    """Texts of a header row by column number (0 unused); a merged cell speaks for all that it covers."""
    texts = [""] * (width + 1)
    for number, value in grid.rows.get(row, {}).items():
        texts[number] = as_text(value).strip()
    for merge in grid.merges:
        if merge.top <= row <= merge.bottom and merge.right <= width:
            shown = as_text(grid.rows.get(merge.top, {}).get(merge.left)).strip()
            texts[merge.left : merge.right + 1] = [shown] * (merge.right - merge.left + 1)
    return texts


def _spread(grid: Grid, texts: list[list[str]]) -> None:
    """Where a container knows no merges, a caption speaks for the blanks to its right that have parts below."""
    if grid.merges or len(texts) < 2:
        return
    for above, below in pairwise(texts):
        for number in range(2, len(above)):
            if not above[number] and below[number] and below[number - 1]:
                above[number] = above[number - 1]
