"""The door of this room."""

from __future__ import annotations

from dataclasses import replace

from hocba.interchange.spreadsheets.containers.isolation import open_grids
from hocba.interchange.spreadsheets.grid import Grid
from hocba.interchange.spreadsheets.limits import MAX_FILE_BYTES
from hocba.interchange.spreadsheets.sheets.reader import read_sheet
from hocba.interchange.spreadsheets.sheets.reading import (
    ClassListEntry,
    CompetencyEntry,
    GradebookEntry,
    PrimarySubjectEntry,
    PupilRow,
    SheetKind,
    SheetProblem,
    SheetReading,
    SummaryEntry,
)
from hocba.interchange.spreadsheets.sheets.strangers import names_people
from hocba.interchange.spreadsheets.template import Pupil, write_template
from hocba.kernel.problems import Problem

__all__ = [
    "MAX_FILE_BYTES",
    "ClassListEntry",
    "CompetencyEntry",
    "GradebookEntry",
    "PrimarySubjectEntry",
    "Pupil",
    "PupilRow",
    "SheetKind",
    "SheetProblem",
    "SheetReading",
    "SummaryEntry",
    "read_workbook",
    "write_template",
]


def read_workbook(data: bytes, *, filename: str = "") -> list[SheetReading]:
    """What each sheet says, in the order of the file; ``filename`` only names the sheet of a container without names.

    The container is told by its content. Raises ProblemError ``file.unreadable`` or ``file.too_large`` (see
    ``limits``); every other fault is a problem of a sheet. Hidden sheets are left out unless they hold pupils.
    """
    readings = [(grid, reading) for grid in open_grids(data, filename=filename) for reading in read_sheet(grid)]
    nothing = all(reading.kind is SheetKind.UNKNOWN for _, reading in readings)
    return [
        _with_missing_header(grid, reading, nothing=nothing)
        for grid, reading in readings
        if reading.rows or not grid.hidden
    ]


def _with_missing_header(grid: Grid, reading: SheetReading, *, nothing: bool) -> SheetReading:
    """A cover or a list of codes needs no header; a sheet that names people does, and a file with no pupil at all."""
    if reading.rows or not (nothing or names_people(grid)):
        return reading
    return replace(reading, problems=(SheetProblem(Problem("header.not_found")),))
