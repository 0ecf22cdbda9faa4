"""Who a line is about: code, personal identity number, name, birth date, class."""

from __future__ import annotations

from dataclasses import dataclass

from hocba.interchange.spreadsheets.grid import as_text
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.headers.titles import class_value
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.layout import Line
from hocba.interchange.spreadsheets.values.dates import read_date
from hocba.interchange.spreadsheets.values.identifiers import is_personal_id, read_code, read_personal_id
from hocba.kernel.problems import Problem


@dataclass(frozen=True, slots=True)
class Identity:
    code: str | None
    personal_id: str | None
    name: str | None
    birth_date: str | None
    school_class: str | None


def identify(line: Line, findings: Findings) -> Identity:
    code, personal_id = _identifiers(line, findings)
    if not line.name:
        number = next(iter(line.header.numbers(Meaning.NAME, Meaning.SURNAME)), None)
        findings.add(Problem("name.missing"), line.row, number)
    column, birth = line.first(Meaning.BIRTH)
    written = line.first(Meaning.CLASS)[1]
    return Identity(
        code,
        personal_id,
        line.name or None,
        findings.read(read_date, birth, row=line.row, column=column),
        class_value(as_text(written)) if written is not None else line.school_class,
    )


def _identifiers(line: Line, findings: Findings) -> tuple[str | None, str | None]:
    code_column, code_cell = line.first(Meaning.CODE)
    id_column, id_cell = line.first(Meaning.PERSONAL_ID)
    code = findings.read(read_code, code_cell, row=line.row, column=code_column)
    if code and id_cell is None and is_personal_id(code):
        return None, code
    return code, findings.read(read_personal_id, id_cell, row=line.row, column=id_column)
