"""A sheet as ``components/grade_grid.html`` wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from hocba.kernel.codes import EXEMPT
from hocba.kernel.names import repeated
from hocba.web.gradebook.columns import Column, Kind
from hocba.web.gradebook.derived import DerivedColumn, derive, derived_columns
from hocba.web.gradebook.locks import lock_on
from hocba.web.gradebook.models import Cell, EntryLock
from hocba.web.gradebook.progress import missing_in
from hocba.web.gradebook.services import exempt_in
from hocba.web.gradebook.sheets import Place, Sheet
from hocba.web.registry.api import Enrolment, pupils_of


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet with what stands in it: read once, shown in several ways."""

    sheet: Sheet
    pupils: Sequence[Enrolment]
    cells: Mapping[Place, Cell]
    exempt: frozenset[UUID]

    @property
    def missing(self) -> dict[UUID, list[str]]:
        """Pupils who lack something, with the columns."""
        rows = [pupil.pk for pupil in self.pupils if pupil.pk not in self.exempt]
        return missing_in(self.sheet, {place: cell.text for place, cell in self.cells.items()}, rows)

    @property
    def progress(self) -> str:
        if not any(column.required for column in self.sheet.columns):
            return ""
        numbers = {"done": len(self.pupils) - len(self.missing), "total": len(self.pupils)}
        return gettext("%(done)d/%(total)d học sinh đã đủ") % numbers


def view_of(sheet: Sheet) -> SheetView:
    pupils = list(pupils_of(sheet.school_class))
    cells = {(cell.enrolment_id, cell.column): cell for cell in sheet.cells()}
    return SheetView(sheet, pupils, cells, exempt_in(sheet))


def grid(view: SheetView, *, title: str, save_url: str, writable: bool, locks: list[EntryLock]) -> dict[str, object]:
    """Context of the component."""
    sheet = view.sheet
    closed = {
        column.code: not writable or bool(lock_on(sheet, sheet.term_of(column), locks)) for column in sheet.columns
    }
    columns, values = derived_columns(sheet), derive(sheet, [pupil.pk for pupil in view.pupils])
    namesakes = repeated(pupil.student.full_name for pupil in view.pupils)
    return {
        "title": title,
        "save_url": save_url,
        "queue": sheet.key,
        "progress": view.progress,
        "columns": [_column(column) for column in sheet.columns],
        "derived": columns,
        "rows": [
            _row(view, pupil, closed, columns, values.get(pupil.pk, {}))
            | ({"born": pupil.student.birth_date_vi} if pupil.student.full_name in namesakes else {})
            for pupil in view.pupils
        ],
    }


def _column(column: Column) -> dict[str, str]:
    plain = {"code": column.code, "label": column.label, "long": column.long}
    if column.kind is Kind.CHOICE:
        return plain | {"choices": " ".join(column.choices)}
    return plain | ({} if column.kind is Kind.MARK else {"kind": column.kind.value})


def _row(
    view: SheetView,
    pupil: Enrolment,
    closed: Mapping[str, bool],
    derived: Sequence[DerivedColumn],
    values: Mapping[str, str],
) -> dict[str, object]:
    exempt = pupil.pk in view.exempt
    cells = [_cell(column, view.cells.get((pupil.pk, column.code)), exempt, closed) for column in view.sheet.columns]
    return {
        "id": pupil.pk,
        "code": pupil.student.code,
        "name": pupil.student.full_name,
        "cells": cells,
        "derived": [{"code": column.code, "value": values.get(column.code, "")} for column in derived],
    }


def _cell(column: Column, cell: Cell | None, exempt: bool, closed: Mapping[str, bool]) -> dict[str, object]:
    if exempt:
        return {"value": EXEMPT, "version": 0, "locked": True}
    return {
        "value": shown(column, cell.text if cell else ""),
        "version": cell.version if cell else 0,
        "locked": closed[column.code],
    }


def shown(column: Column, text: str) -> str:
    """A cell's value as Vietnamese write it: a decimal comma."""
    return text.replace(".", ",") if column.kind is Kind.MARK else text
