"""Does a sheet whose header was not understood name people all the same?"""

from __future__ import annotations

from hocba.interchange.spreadsheets.grid import CellValue, Grid
from hocba.interchange.spreadsheets.values.people import is_name
from hocba.kernel.names import clean, fold

_SURNAMES = frozenset(
    {
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
    }
    | {"dinh", "doan", "trinh", "mai", "dao", "luong", "cao", "luu", "ta", "ha"}
)
_FEWEST = 2


def names_people(grid: Grid) -> bool:
    """At least two rows hold a text such as ``Nguyễn Thị Ánh``."""
    found = 0
    for cells in grid.rows.values():
        found += any(map(_is_person, cells.values()))
        if found >= _FEWEST:
            return True
    return False


def _is_person(value: CellValue) -> bool:
    words = clean(value).split(" ") if isinstance(value, str) else []
    if not 3 <= len(words) <= 6 or fold(words[0]) not in _SURNAMES:
        return False
    return is_name("".join(words)) and all(word[0].isupper() and not word.isupper() for word in words)
