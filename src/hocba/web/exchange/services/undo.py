"""Taking an import back: what nobody changed since gets its earlier value again; the rest stays and is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hocba.kernel.problems import fail
from hocba.web.exchange.marks import sheets_of
from hocba.web.exchange.models import Import
from hocba.web.exchange.pupils import COLUMNS
from hocba.web.exchange.services.write import locked, reason_of
from hocba.web.exchange.targets import Target, targets_of
from hocba.web.gradebook.api import Edit, Sheet, Status, history_of_batch, save
from hocba.web.registry.api import Enrolment, Student, correct, take_back
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor
from hocba.web.shared.keys import new_id


@transaction.atomic
def undo(brought: Import, *, actor: Actor) -> list[str]:
    """What was left as it is, in words. A second time nothing happens.

    Raises ProblemError ``import.not_written``, ``entry.locked``, ``import.not_yours_now``.
    """
    brought = locked(brought, actor=actor)
    if brought.written_at is None:
        raise fail("import.not_written")
    if brought.undone_at is None:
        kept = [*_marks(brought, actor), *_corrections(brought, actor), *_admissions(brought, actor)]
        brought.written, brought.undone_at = {**brought.written, "kept": kept}, timezone.now()
        brought.save(update_fields=["written", "undone_at"])
        audit.record(
            actor=actor, action="import.undone", target=brought, label=brought.filename, after={"kept": len(kept)}
        )
    return list(brought.written["kept"])


def _marks(brought: Import, actor: Actor) -> Iterator[str]:
    targets = {target.key: target for target in targets_of(actor)}
    for record in brought.written["sheets"]:
        target = targets.get(record["target"])
        if target is None:
            raise fail("import.not_yours_now")
        yield from _sheet(_sheet_of(target, record["part"]), UUID(record["batch"]), brought, actor)


def _sheet_of(target: Target, part: str) -> Sheet:
    return next(sheet for sheet in sheets_of(target) if sheet.part == part)


def _sheet(sheet: Sheet, batch: UUID, brought: Import, actor: Actor) -> Iterator[str]:
    entries = list(history_of_batch(batch).select_related("enrolment__student"))
    edits = [Edit(entry.enrolment_id, entry.column, entry.old, entry.version) for entry in entries]
    answers = save(sheet, edits=edits, batch=new_id(), actor=actor, reason=f"Hoàn tác: {reason_of(brought)}")
    for entry, answer in zip(entries, answers, strict=True):
        if answer.status is not Status.SAVED:
            column = sheet.column(entry.column)
            label = column.label if column else entry.column
            yield f"{entry.enrolment.student.full_name}, {label}: {answer.value or 'trống'}"


def _corrections(brought: Import, actor: Actor) -> Iterator[str]:
    for record in brought.written["corrected"]:
        student = Student.objects.get(pk=record["student"])
        back = {name: old for name, old in record["old"].items() if getattr(student, name) == record["new"][name]}
        yield from _changed_since(student, record["new"], back)
        if back:
            correct(student, changes=back, reason=f"Hoàn tác: {reason_of(brought)}", actor=actor)


def _changed_since(student: Student, new: Mapping[str, str], back: Mapping[str, str]) -> Iterator[str]:
    for name in new.keys() - back.keys():
        yield f"{student.full_name}, {COLUMNS[name]}: {getattr(student, name)}"


def _admissions(brought: Import, actor: Actor) -> Iterator[str]:
    for name, with_student in (("added", True), ("enrolled", False)):
        for enrolment in Enrolment.objects.filter(pk__in=brought.written[name]).select_related("student"):
            full_name = enrolment.student.full_name
            reason = f"Hoàn tác: {reason_of(brought)}"
            if not take_back(enrolment, with_student=with_student, reason=reason, actor=actor):
                yield f"{full_name}: đã có dữ liệu khác nên vẫn ở trong lớp"
