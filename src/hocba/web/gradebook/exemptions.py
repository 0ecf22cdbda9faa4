"""Granting that a pupil is not assessed (Circular 22/2021, articles 10 and 11)."""

from __future__ import annotations

from django.db import transaction

from hocba.kernel.problems import fail
from hocba.web.gradebook.locks import lock_on, locks_of, one_writer_at_a_time
from hocba.web.gradebook.models import Exemption
from hocba.web.gradebook.sheets import mark_sheet
from hocba.web.registry.api import Enrolment
from hocba.web.schools.api import ClassSubject
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


@transaction.atomic
def exempt(*, actor: Actor, enrolment: Enrolment, class_subject: ClassSubject, term: int, reason: str) -> Exemption:
    """Exempt the pupil for a term. Raises ProblemError: ``entry.locked``, ``exemption.has_marks``."""
    sheet = mark_sheet(class_subject, term)
    one_writer_at_a_time(sheet.school_class)
    lock = lock_on(sheet, term, locks_of(sheet.school_class))
    if lock is not None:
        raise fail("entry.locked", value=lock.reason, by=lock.by.full_name, at=f"{lock.at:%d/%m/%Y}")
    if any(cell.text for cell in sheet.cells().filter(enrolment=enrolment)):
        raise fail("exemption.has_marks")
    granted, new = Exemption.objects.get_or_create(
        school_id=class_subject.school_id, enrolment=enrolment, class_subject=class_subject, term=term,
        defaults={"reason": reason, "granted_by_id": actor.user_id},
    )  # fmt: skip
    if new:
        audit.record(
            actor=actor, action="exemption.granted", target=enrolment, label=f"{class_subject}, học kì {'I' * term}",
            after={"class_subject": str(class_subject.pk), "term": term}, reason=reason,
        )  # fmt: skip
    return granted
