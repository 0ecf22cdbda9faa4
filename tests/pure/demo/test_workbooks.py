"""The sample workbooks are as untidy as real ones, and are read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from hocba.demo.model import Showcase, Ward
from hocba.demo.workbooks import IN_ENTRY, WITH_FAULTS, workbook, write_samples
from hocba.interchange.spreadsheets.api import SheetKind, SheetReading, read_workbook


def _read(ward: Ward, showcase: Showcase) -> SheetReading:
    (reading,) = read_workbook(workbook(ward, *ward.showcase(showcase)), filename="a.xlsx")
    return reading


@pytest.mark.parametrize("showcase", [Showcase.IN_ENTRY, Showcase.WITH_FAULTS])
def test_every_pupil_is_read(ward: Ward, showcase: Showcase) -> None:
    reading = _read(ward, showcase)
    _, school_class = ward.showcase(showcase)
    assert reading.kind is SheetKind.GRADEBOOK
    assert [row.name for row in reading.rows] == [pupil.name for pupil in school_class.pupils] or len(
        reading.rows
    ) == len(school_class.pupils)


def test_the_class_in_entry_reads_without_a_problem(ward: Ward) -> None:
    assert _read(ward, Showcase.IN_ENTRY).problems == ()


def test_two_pupils_with_one_number_are_found(ward: Ward) -> None:
    assert any("duplicate" in each.problem.code for each in _read(ward, Showcase.WITH_FAULTS).problems)


def test_what_somebody_changed_is_kept(ward: Ward, tmp_path: Path) -> None:
    write_samples(ward, tmp_path)
    (tmp_path / IN_ENTRY).write_bytes(b"changed")
    write_samples(ward, tmp_path)
    assert (tmp_path / IN_ENTRY).read_bytes() == b"changed"
    assert (tmp_path / WITH_FAULTS).stat().st_size > 0
