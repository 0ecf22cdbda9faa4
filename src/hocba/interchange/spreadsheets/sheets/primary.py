"""Sheets of primary schools (Circular 27/2020): one subject, or qualities and competencies."""

from __future__ import annotations

from functools import partial

from hocba.interchange.spreadsheets.grid import CellValue, as_text
from hocba.interchange.spreadsheets.headers.competencies import COMPETENCIES, GROUPS, QUALITIES
from hocba.interchange.spreadsheets.headers.meanings import Meaning
from hocba.interchange.spreadsheets.headers.words import words
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.layout import Line
from hocba.interchange.spreadsheets.sheets.reading import CompetencyEntry, PrimarySubjectEntry
from hocba.interchange.spreadsheets.values import levels
from hocba.interchange.spreadsheets.values.marks import read_average, read_mark
from hocba.kernel.names import clean
from hocba.kernel.problems import fail

_read_trait = partial(levels.read_level, scale=levels.PRIMARY_TRAIT)
_read_level = partial(levels.read_level, scale=levels.PRIMARY_SUBJECT)


def read_test(value: CellValue) -> str:
    """A periodic test's mark: whole (Circular 27/2020, article 7). Raises ProblemError ``mark.…``."""
    mark = read_mark(value)
    if "." in mark:
        raise fail("mark.too_precise", value=as_text(value))
    return mark


def read_result(value: CellValue) -> str:
    """A subject's level in a summary; a summary of tests only holds marks."""
    return read_average(value) if as_text(value)[:1].isdigit() else _read_level(value)


def read_subject(line: Line, findings: Findings) -> PrimarySubjectEntry:
    level_column, level = line.first(Meaning.LEVEL, Meaning.RESULT)
    test_column, test = line.first(Meaning.TEST)
    return PrimarySubjectEntry(
        findings.read(_read_level, level, row=line.row, column=level_column),
        findings.read(read_test, test, row=line.row, column=test_column),
        clean(as_text(line.first(Meaning.COMMENT)[1])) or None,
    )


def read_traits(line: Line, findings: Findings) -> CompetencyEntry:
    values: dict[str, str | None] = {}
    comments: dict[str, str | None] = {}
    for column in line.header.columns:
        value = line.value(column)
        if column.trait in GROUPS:
            comments[column.trait] = clean(as_text(value)) or None
        elif column.trait and column.meaning is not Meaning.COMMENT:
            values[column.trait] = findings.read(_read_trait, value, row=line.row, column=column.number)
    return CompetencyEntry(
        {code: value for code, value in values.items() if code in QUALITIES},
        {code: value for code, value in values.items() if code in COMPETENCIES},
        comments,
    )


def term_of_moments(lines: list[Line]) -> int | None:
    """The term of Thời điểm đánh giá, where all rows agree: ``Giữa kì I`` is 1, ``Cuối năm`` is 2."""
    moments = {as_text(line.first(Meaning.MOMENT)[1]) for line in lines}
    terms = {_term(words(moment)) for moment in moments}
    return terms.pop() if len(terms) == 1 else None


def _term(found: tuple[str, ...]) -> int | None:
    if found[-2:] in {("cuoi", "nam"), ("ca", "nam")} or (
        found and found[-1] in {"ii", "2", "hk2", "hkii", "gk2", "ck2"}
    ):
        return 2
    return 1 if found and found[-1] in {"i", "1", "hk1", "hki", "gk1", "ck1"} else None
