"""One grid to its readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hocba.interchange.spreadsheets.grid import Grid
from hocba.interchange.spreadsheets.headers.subjects import for_grade
from hocba.interchange.spreadsheets.headers.titles import Context, grade_of, read_titles
from hocba.interchange.spreadsheets.sheets import class_list, gradebook, primary, year_summary
from hocba.interchange.spreadsheets.sheets.duplicates import find_duplicates
from hocba.interchange.spreadsheets.sheets.findings import Findings
from hocba.interchange.spreadsheets.sheets.identity import identify
from hocba.interchange.spreadsheets.sheets.kinds import kind_of
from hocba.interchange.spreadsheets.sheets.layout import Layout, Line, lay_out
from hocba.interchange.spreadsheets.sheets.reading import Entry, PupilRow, SheetKind, SheetReading

_ReadEntry = Callable[[Line, Findings], Entry]


def read_sheet(grid: Grid) -> list[SheetReading]:
    """At least one reading; of kind ``unknown``, without rows, where no pupil stands under a header."""
    layout = lay_out(grid)
    context = read_titles(layout.titles, grid.name)
    if not layout.lines:
        return [_empty(grid, context)]
    grade = grade_of(context.school_class) or _common_grade(layout)
    kind = kind_of(layout.columns, grade=grade)
    context = replace(context, subject=for_grade(context.subject, grade) if context.subject else None)
    if kind is SheetKind.GRADEBOOK:
        return [_gradebook(grid, layout, context, section, grade) for section in gradebook.sections(layout.columns)]
    return [_reading(grid, layout, *_plan(kind, layout, context, grade))]


def _empty(grid: Grid, context: Context) -> SheetReading:
    return SheetReading(
        grid.name,
        SheetKind.UNKNOWN,
        context.school_class,
        context.subject,
        context.term,
        context.school_year,
        hidden=grid.hidden,
    )


def _plan(
    kind: SheetKind, layout: Layout, context: Context, grade: int | None
) -> tuple[SheetKind, Context, _ReadEntry]:
    """How the rows of every kind but the gradebook are read, and what the whole sheet is about."""
    if kind is SheetKind.YEAR_SUMMARY:
        in_primary = year_summary.is_primary(layout.columns, grade)
        return (
            kind,
            replace(context, subject=None),
            lambda line, findings: year_summary.read_entry(
                line, term=context.term, grade=grade, in_primary=in_primary, findings=findings
            ),
        )
    if kind is SheetKind.CLASS_LIST:
        return kind, replace(context, subject=None, term=None), class_list.read_entry
    context = replace(context, term=context.term or primary.term_of_moments(layout.lines))
    if kind is SheetKind.PRIMARY_COMPETENCY:
        return kind, replace(context, subject=None), primary.read_traits
    return kind, context, primary.read_subject


def _gradebook(
    grid: Grid, layout: Layout, context: Context, section: gradebook.Section, grade: int | None
) -> SheetReading:
    subject = for_grade(section.subject, grade) if section.subject else context.subject
    term = section.term or context.term or gradebook.implied_term(section.columns)
    by_comment = gradebook.is_assessed_by_comment(section, layout.lines, subject, grade)
    of_header = {layout.header: section}

    def read(line: Line, findings: Findings) -> Entry:
        own = of_header.get(line.header) or _same_section(line, section)
        of_header[line.header] = own
        return gradebook.read_entry(line, own, term=term, by_comment=by_comment, findings=findings)

    return _reading(grid, layout, SheetKind.GRADEBOOK, replace(context, subject=subject, term=term), read)


def _same_section(line: Line, wanted: gradebook.Section) -> gradebook.Section:
    """The repeated header of another class may have its columns elsewhere."""
    found = gradebook.sections(line.header.columns)
    return next((s for s in found if (s.subject, s.term) == (wanted.subject, wanted.term)), found[0])


def _reading(grid: Grid, layout: Layout, kind: SheetKind, context: Context, read: _ReadEntry) -> SheetReading:
    findings = Findings()
    rows = [_row(line, read, findings) for line in layout.lines]
    find_duplicates(rows, layout.lines, findings)
    classes = {row.school_class for row in rows if row.school_class}
    shared = (classes.pop() if classes else context.school_class) if len(classes) < 2 else None
    if shared or not classes:
        rows = [replace(row, school_class=None) for row in rows]
    return SheetReading(
        grid.name,
        kind,
        shared,
        context.subject,
        context.term,
        context.school_year,
        tuple(rows),
        findings.in_order(),
        grid.hidden,
    )


def _row(line: Line, read: _ReadEntry, findings: Findings) -> PupilRow:
    who = identify(line, findings)
    entry = read(line, findings)
    return PupilRow(line.row, who.code, who.personal_id, who.name, who.birth_date, who.school_class, entry)


def _common_grade(layout: Layout) -> int | None:
    """The grade of the classes in the rows, where they are all of one."""
    quiet = Findings()
    grades = {grade_of(identify(line, quiet).school_class) for line in layout.lines}
    return grades.pop() if len(grades) == 1 else None
