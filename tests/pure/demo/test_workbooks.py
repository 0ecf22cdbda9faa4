"""The sample workbooks are as untidy as real ones, and are read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from hocba.demo.model import Showcase, Ward
from hocba.demo.workbooks import IN_ENTRY, WITH_FAULTS, workbook, write_samples
from hocba.interchange.spreadsheets.api import SheetKind, SheetReading, read_workbook
from hocba.kernel.names import clean


def _read(ward: Ward, showcase: Showcase) -> SheetReading:
    (reading,) = read_workbook(workbook(ward, *ward.showcase(showcase)), filename="a.xlsx")
    return reading


@pytest.mark.parametrize("showcase", [Showcase.IN_ENTRY, Showcase.WITH_FAULTS])
def test_every_pupil_is_read(ward: Ward, showcase: Showcase) -> None:
    reading = _read(ward, showcase)
    _, school_class = ward.showcase(showcase)
    assert reading.kind is SheetKind.GRADEBOOK
    assert [row.name for row in reading.rows] == [clean(pupil.name) for pupil in school_class.pupils]


def test_the_class_in_entry_reads_without_a_problem(ward: Ward) -> None:
    assert _read(ward, Showcase.IN_ENTRY).problems == ()


def test_two_pupils_with_one_number_are_found(ward: Ward) -> None:
    assert any("duplicate" in each.problem.code for each in _read(ward, Showcase.WITH_FAULTS).problems)


def test_both_are_written(ward: Ward, tmp_path: Path) -> None:
    write_samples(ward, tmp_path / "new")
    assert {path.name for path in (tmp_path / "new").iterdir()} == {IN_ENTRY, WITH_FAULTS}


def test_writing_again_changes_no_cell(ward: Ward) -> None:
    assert _read(ward, Showcase.IN_ENTRY) == _read(ward, Showcase.IN_ENTRY)
