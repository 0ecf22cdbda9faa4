"""A template comes back as it went out."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from hocba.interchange.spreadsheets.api import GradebookEntry, Pupil, read_workbook, write_template
from hocba.interchange.spreadsheets.containers.detect import read_grids
from hocba.interchange.spreadsheets.sheets.reader import read_sheet
from hocba.kernel.marks import Tenths, format_mark

REGULAR = 4
marks = st.none() | st.integers(0, 100).map(lambda tenths: format_mark(Tenths(tenths)))
words = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếễộ", min_size=2, max_size=6).map(str.capitalize)
comments = st.none() | st.sampled_from(["Chăm học", "=1+1", "+84", "@x", "-", "0", "8,5", "<b>&"])


@st.composite
def pupils(draw: st.DrawFn) -> list[Pupil]:
    found = []
    for number in range(draw(st.integers(1, 12))):
        regular = draw(st.lists(marks, max_size=REGULAR))
        while regular and regular[-1] is None:
            regular.pop()
        entry = GradebookEntry(tuple(regular), draw(marks), draw(marks), None, draw(comments))
        name = " ".join(draw(st.lists(words, min_size=2, max_size=4)))
        found.append(
            Pupil(
                name, f"{draw(st.integers(0, 9))}{number:09}", draw(st.sampled_from(["2012-03-05", "2012", ""])), entry
            )
        )
    return found


def written(found: list[Pupil], subject: str = "TOAN") -> bytes:
    return write_template(
        school="Trường THCS Đồ Sơn", school_class="8A1", subject=subject, term=2, school_year="2025-2026", pupils=found,
        regular=REGULAR,
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pupils())
def test_what_is_written_is_read_back_exactly(found: list[Pupil]) -> None:
    (grid,) = read_grids(written(found), filename="")
    (reading,) = read_sheet(grid)
    assert (reading.school_class, reading.subject, reading.term, reading.school_year) == ("8A1", "TOAN", 2, "2025-2026")
    assert [Pupil(r.name or "", r.code or "", r.birth_date or "", r.entry) for r in reading.rows] == found  # type: ignore[arg-type]
    assert not reading.problems


def test_comment_subject_comes_back_through_the_door() -> None:
    entry = GradebookEntry(("Đ", "CĐ"), "Đ", "M", None, "Cần tập thêm")
    (reading,) = read_workbook(written([Pupil("Lê An", "0012345678", "", entry)], "GDTC"))
    assert (reading.subject, reading.rows[0].entry, reading.rows[0].code) == ("GDTC", entry, "0012345678")


def test_header_and_pupils_are_locked_and_marks_are_open() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written([Pupil("Lê An", "0012345678")])))["Toán"]
    assert sheet.protection.sheet
    assert [sheet[cell].protection.locked for cell in ("C6", "C7", "B7", "E7", "J7", "K7")] == [True] * 3 + [False] * 3
    assert [sheet[cell].number_format for cell in ("B7", "E7")] == ["@", "0.0"]


def test_nothing_that_is_written_is_a_formula() -> None:
    entry = GradebookEntry(comment="=HYPERLINK(1)")
    sheet = openpyxl.load_workbook(io.BytesIO(written([Pupil("=cmd An", "=1+1", "", entry)])))["Toán"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}
