"""Which pupil a row is about, without a database."""

from __future__ import annotations

import unicodedata

import pytest

from hocba.interchange.spreadsheets.api import GradebookEntry, PupilRow
from hocba.web.exchange.matching import Candidate, match

LAN = Candidate("1", "A1", "Nguyễn Thị Lan", "2012-03-05", "001")
OTHER_LAN = Candidate("2", "A2", "Nguyễn Thị Lan", "2012-09-09", "002")
DAT = Candidate("3", "A3", "Lê Đức Đạt", "2012-01-01")


def row(code: str | None = None, personal_id: str | None = None, name: str | None = None,
        born: str | None = None) -> PupilRow:  # fmt: skip
    return PupilRow(7, code, personal_id, name, born, None, GradebookEntry())


@pytest.mark.parametrize(("given", "found"), [
    (row("A1", None, "Nguyễn Thị Lan"), LAN),
    (row("A1"), LAN),
    (row("A1", None, "NGUYEN THI LAN"), LAN),
    (row(None, "002", "Nguyễn Thị Lan"), OTHER_LAN),
    (row("lạ", "001", "Nguyễn Thị Lan"), LAN),
    (row(None, None, "Nguyễn Thị Lan", "2012-09-09"), OTHER_LAN),
    (row(None, None, unicodedata.normalize("NFD", "Lê Đức Đạt"), "2012-01-01"), DAT),
])  # fmt: skip
def test_certain(given: PupilRow, found: Candidate) -> None:
    assert match(given, [LAN, OTHER_LAN, DAT]).found == found


@pytest.mark.parametrize(("given", "problem", "likely"), [
    (row("A1", None, "Lê Đức Đạt"), "row.name_differs", (LAN,)),
    (row(None, None, "Nguyễn Thị Lan"), "row.ambiguous", (LAN, OTHER_LAN)),
    (row(None, None, "Nguyễn Thị Lan", "2011-01-01"), "row.ambiguous", (LAN, OTHER_LAN)),
    (row(None, None, "Lê Đức Đạt"), "row.name_only", (DAT,)),
    (row(None, None, "Lê Đức Đạt", "2010-01-01"), "row.name_only", (DAT,)),
    (row("Z9", None, "Không Ai"), "row.unmatched", ()),
    (row(), "row.unmatched", ()),
])  # fmt: skip
def test_to_be_asked(given: PupilRow, problem: str, likely: tuple[Candidate, ...]) -> None:
    found = match(given, [LAN, OTHER_LAN, DAT])
    assert (found.found, found.problem, found.likely) == (None, problem, likely)
