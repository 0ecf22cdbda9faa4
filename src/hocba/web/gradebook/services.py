"""Writing cells: compare with the version that the writer saw, then set; all in one transaction with the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.web.gradebook.columns import Column
from hocba.web.gradebook.edits import CellAnswer, Edit, Status, digest
from hocba.web.gradebook.locks import lock_on, locks_of, one_writer_at_a_time
from hocba.web.gradebook.models import Cell, EntryHistory, Exemption, SavedBatch
from hocba.web.gradebook.sheets import Place, Sheet
from hocba.web.registry.api import pupils_of
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor
from hocba.wording.api import sentence

REMEMBERED = timedelta(days=7)
"""How long a batch that is sent again finds its first answer: longer than a browser keeps marks unsent."""


@transaction.atomic
def save(sheet: Sheet, *, edits: Sequence[Edit], batch: UUID, actor: Actor, reason: str = "") -> list[CellAnswer]:
    """Write what can be written; each cell is answered for itself, in the order of ``edits``.

    A cell that somebody changed since is left as it is (conflict), one with a fault too (problem). The same ``batch``
    again gets the same answer and writes nothing. Raises ProblemError: ``entry.locked`` (nothing is written),
    ``batch.key_reused``.
    """
    one_writer_at_a_time(sheet.school_class)
    earlier = SavedBatch.objects.filter(by=actor.user_id, key=batch).first()
    if earlier is not None:
        return _same_answer(earlier, sheet, edits)
    _refuse_locked(sheet, edits)
    writing = _Writing(sheet, actor, batch, reason)
    answers = [writing.answer(edit) for edit in edits]
    writing.store()
    _remember(sheet, edits, answers, batch, actor)
    return answers


def _same_answer(earlier: SavedBatch, sheet: Sheet, edits: Sequence[Edit]) -> list[CellAnswer]:
    if (earlier.sheet, earlier.request) != (sheet.key, digest(edits)):
        raise fail("batch.key_reused")
    return [CellAnswer.of_json(given) for given in earlier.answer]


def _remember(sheet: Sheet, edits: Sequence[Edit], answers: list[CellAnswer], batch: UUID, actor: Actor) -> None:
    SavedBatch.objects.filter(by=actor.user_id, at__lt=timezone.now() - REMEMBERED).delete()
    SavedBatch.objects.create(
        school_id=sheet.school_class.school_id, key=batch, sheet=sheet.key, by_id=actor.user_id,
        request=digest(edits), answer=[answer.as_json() for answer in answers],
    )  # fmt: skip


def _refuse_locked(sheet: Sheet, edits: Sequence[Edit]) -> None:
    locks = locks_of(sheet.school_class)
    if not locks:
        return
    columns = [column for edit in edits if (column := sheet.column(edit.col))]
    lock = next((found for column in columns if (found := lock_on(sheet, sheet.term_of(column), locks))), None)
    if lock is not None:
        at = timezone.localtime(lock.at)
        raise fail("entry.locked", value=lock.reason, by=lock.by.full_name, at=f"{at:%H:%M %d/%m/%Y}")


@dataclass
class _Writing:
    """One batch on its way: what stands in the sheet now, and what is going to be written."""

    sheet: Sheet
    actor: Actor
    batch: UUID
    reason: str
    cells: dict[Place, Cell] = field(init=False)
    pupils: frozenset[UUID] = field(init=False)
    exempt: frozenset[UUID] = field(init=False)
    new: list[Cell] = field(default_factory=list)
    changed: list[Cell] = field(default_factory=list)
    history: list[EntryHistory] = field(default_factory=list)

    def __post_init__(self) -> None:
        present = self.sheet.cells().select_related("updated_by")
        self.cells = {(cell.enrolment_id, cell.column): cell for cell in present}
        self.pupils = frozenset(pupils_of(self.sheet.school_class).values_list("pk", flat=True))
        self.exempt = exempt_in(self.sheet)

    def answer(self, edit: Edit) -> CellAnswer:
        cell = self.cells.get((edit.row, edit.col))
        try:
            column = self.column_for(edit)
            text = column.read(edit.value)
        except ProblemError as error:
            return _answer(edit, Status.PROBLEM, cell, problem=error.problem)
        if text == (cell.text if cell else ""):
            return _answer(edit, Status.SAVED, cell)  # both want the same: nothing to change, nothing to dispute
        if edit.version != (cell.version if cell else 0):
            return _answer(edit, Status.CONFLICT, cell)
        return _answer(edit, Status.SAVED, self.write(edit, column, cell, text))

    def column_for(self, edit: Edit) -> Column:
        column = self.sheet.column(edit.col)
        if column is None or edit.row not in self.pupils:
            raise fail("cell.unknown")
        if edit.row in self.exempt:
            raise fail("cell.exempt")
        return column

    def write(self, edit: Edit, column: Column, cell: Cell | None, text: str) -> Cell:
        old = cell.text if cell else ""
        if cell is None:
            cell = self.blank(edit)
            self.new.append(cell)
        elif cell not in self.new and cell not in self.changed:
            self.changed.append(cell)
        cell.hold(text)
        cell.version += 1
        cell.updated_by_id, cell.updated_at = self.actor.user_id, timezone.now()
        self.history.append(self.entry(cell, column, old))
        return cell

    def blank(self, edit: Edit) -> Cell:
        cell = self.sheet.model(
            school_id=self.sheet.school_class.school_id, enrolment_id=edit.row, column=edit.col, version=0,
            **self.sheet.shared_fields,
        )  # fmt: skip
        self.cells[edit.row, edit.col] = cell
        return cell

    def entry(self, cell: Cell, column: Column, old: str) -> EntryHistory:
        return EntryHistory(
            school_id=cell.school_id, enrolment_id=cell.enrolment_id, class_subject=self.sheet.class_subject,
            term=self.sheet.term_of(column), column=cell.column, old=old, new=cell.text, version=cell.version,
            batch=self.batch, by_id=self.actor.user_id, reason=self.reason,
        )  # fmt: skip

    def store(self) -> None:
        if not self.history:
            return
        manager = self.sheet.model._default_manager
        manager.bulk_create(self.new)
        manager.bulk_update(self.changed, _value_fields(self.sheet.model))
        EntryHistory.objects.bulk_create(self.history)
        audit.record(
            actor=self.actor, action="gradebook.saved", target=self.sheet.owner, label=sheet_label(self.sheet),
            after={"sheet": self.sheet.part, "cells": len(self.history), "batch": str(self.batch)}, reason=self.reason,
        )  # fmt: skip


def _value_fields(model: type[Cell]) -> list[str]:
    shared = ["version", "updated_by", "updated_at"]
    names = {each.name for each in model._meta.local_fields}
    return [*shared, *(name for name in ("tenths", "result", "value") if name in names)]


def _answer(edit: Edit, status: Status, cell: Cell | None, *, problem: Problem | None = None) -> CellAnswer:
    disputed = status is Status.CONFLICT and cell is not None
    return CellAnswer(
        row=edit.row,
        col=edit.col,
        status=status,
        value=cell.text if cell else "",
        version=cell.version if cell else 0,
        by=cell.updated_by.full_name if cell and disputed else "",
        at=f"{timezone.localtime(cell.updated_at):%H:%M %d/%m/%Y}" if cell and disputed else "",
        code=problem.code if problem else "",
        message=sentence(problem) if problem else "",
    )


def exempt_in(sheet: Sheet) -> frozenset[UUID]:
    """Pupils who are not assessed in the subject in the sheet's term."""
    if sheet.class_subject is None or sheet.term is None:
        return frozenset()
    found = Exemption.objects.filter(class_subject=sheet.class_subject, term=sheet.term)
    return frozenset(found.values_list("enrolment_id", flat=True))


def sheet_label(sheet: Sheet) -> str:
    """The sheet for people: ``Toán, lớp 8A1``."""
    return f"{sheet.class_subject}, lớp {sheet.school_class}" if sheet.class_subject else f"Lớp {sheet.school_class}"
