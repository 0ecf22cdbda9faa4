"""Writing an import: everything or nothing, through the gradebook and the registry."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from hocba.kernel.problems import fail
from hocba.web.exchange.draw_up import plan_of
from hocba.web.exchange.marks import sheets_of
from hocba.web.exchange.models import Import
from hocba.web.exchange.plan import Change, PartPlan, Plan, RowPlan, State
from hocba.web.exchange.pupils import CLASS
from hocba.web.gradebook.api import Edit, Sheet, Status, save
from hocba.web.registry.api import Particulars, Student, admit, correct, enrol
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor
from hocba.web.shared.keys import new_id

Written = dict[str, list[object]]
"""``sheets``: ``{target, part, batch, cells}``; ``added``, ``enrolled``: enrolments; ``corrected``: ``{student, old,
new}``; ``kept``: after an undo, what was left as it is, for people."""


def locked(brought: Import, *, actor: Actor) -> Import:
    """The import as it is now, with everybody else who imports into this school waiting for the transaction's end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"imports {actor.school}"])
    return Import.objects.select_for_update().get(pk=brought.pk)


@transaction.atomic
def write(brought: Import, *, actor: Actor, problems_seen: bool) -> None:
    """Write what the preview showed; a second time nothing happens.

    Raises ProblemError, and writes nothing: ``import.not_ready``, ``import.nothing``, ``import.problems_unseen``,
    ``import.stale`` (a cell is not any more what the preview showed), ``import.expired``, ``entry.locked``.
    """
    brought = locked(brought, actor=actor)
    if brought.written_at is not None:
        return
    plan = plan_of(brought, actor=actor)
    _refuse(plan, brought, problems_seen=problems_seen)
    written: Written = {"sheets": [], "added": [], "enrolled": [], "corrected": []}
    for part in plan.parts:
        _write_part(part, brought, written, actor)
    brought.written, brought.written_at = written, timezone.now()
    brought.save(update_fields=["written", "written_at"])
    audit.record(
        actor=actor, action="import.written", target=brought, label=brought.filename, after={"cells": plan.cells}
    )


def _refuse(plan: Plan, brought: Import, *, problems_seen: bool) -> None:
    if not plan.ready:
        raise fail("import.not_ready")
    if not plan.cells:
        raise fail("import.nothing")
    if plan.problems and not problems_seen:
        raise fail("import.problems_unseen", value=str(plan.problems))
    if plan.stale(brought.seen):
        raise fail("import.stale")


def _write_part(part: PartPlan, brought: Import, written: Written, actor: Actor) -> None:
    if part.target is None:
        return
    reason = reason_of(brought)
    if part.target.class_subject is None:
        for row in part.rows:
            _write_pupil(row, part.target.school_class, written, reason, actor)
        return
    for sheet in sheets_of(part.target):
        _write_sheet(sheet, part, written, reason, actor)


def reason_of(brought: Import) -> str:
    return f"Nhập từ tệp {brought.filename}"


def _write_sheet(sheet: Sheet, part: PartPlan, written: Written, reason: str, actor: Actor) -> None:
    edits = [_edit(row, change) for row, change in part.changes() if sheet.column(change.column)]
    if not edits:
        return
    batch = new_id()
    answers = save(sheet, edits=edits, batch=batch, actor=actor, reason=reason)
    if any(answer.status is not Status.SAVED for answer in answers):
        raise fail("import.stale")  # somebody was quicker between the look and the lock
    assert part.target is not None
    written["sheets"].append({"target": part.target.key, "part": sheet.part, "batch": str(batch), "cells": len(edits)})


def _edit(row: RowPlan, change: Change) -> Edit:
    assert row.pupil is not None
    return Edit(UUID(row.pupil.key), change.column, change.new, int(change.token))


def _write_pupil(row: RowPlan, school_class: SchoolClass, written: Written, reason: str, actor: Actor) -> None:
    new = {change.column: change.new for change in row.real}
    today = timezone.localdate()
    if row.state is State.NEW:
        enrolment = admit(
            school_class, particulars=Particulars(**new), personal_id=row.row.personal_id or "", joined_on=today,
            actor=actor,
        )  # fmt: skip
        written["added"].append(str(enrolment.pk))
    elif new:
        assert row.pupil is not None
        student = Student.objects.get(pk=row.pupil.key)
        if new.pop(CLASS, None):
            written["enrolled"].append(str(enrol(student, school_class, joined_on=today, actor=actor).pk))
        if new:
            _correct(student, row, new, written, reason, actor)


def _correct(
    student: Student, row: RowPlan, new: Mapping[str, str], written: Written, reason: str, actor: Actor
) -> None:
    correct(student, changes=new, reason=reason, actor=actor)
    old = {change.column: change.old for change in row.real if change.column in new}
    written["corrected"].append({"student": str(student.pk), "old": old, "new": dict(new)})
