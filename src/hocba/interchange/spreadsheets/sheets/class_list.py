"""Particulars of a pupil in a class list or a pupil file of the sector database."""

from __future__ import annotations

from hocba.interchange.spreadsheets.grid import as_text
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.layout import Line
from hocba.interchange.spreadsheets.sheets.reading import ClassListEntry
from hocba.interchange.spreadsheets.values.people import is_tick, read_gender
from hocba.kernel.names import clean


def read_entry(line: Line, findings: Findings) -> ClassListEntry:
    return ClassListEntry(
        _gender(line, findings),
        _text(line, Meaning.ETHNICITY),
        _text(line, Meaning.STATUS),
        _text(line, Meaning.BIRTHPLACE),
    )


def _gender(line: Line, findings: Findings) -> str | None:
    column, value = line.first(Meaning.GENDER)
    if value is not None:
        return findings.read(read_gender, value, row=line.row, column=column)
    if line.header.numbers(Meaning.FEMALE):
        return "Nữ" if is_tick(line.first(Meaning.FEMALE)[1]) else "Nam"
    return None


def _text(line: Line, meaning: Meaning) -> str | None:
    return clean(as_text(line.first(meaning)[1])) or None
