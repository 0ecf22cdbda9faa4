"""Closing and opening entry. A class is written by one transaction at a time, so that nothing slips past a lock."""

from __future__ import annotations

from django.db import connection, transaction

from hocba.kernel.problems import fail
from hocba.web.gradebook.models import EntryLock
from hocba.web.gradebook.sheets import Sheet
from hocba.web.schools.api import ClassSubject, SchoolClass
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


def one_writer_at_a_time(school_class: SchoolClass) -> None:
    """Wait for whoever writes in this class; hold until the transaction ends. Every write of entries begins here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"entries {school_class.pk}"])


def locks_of(school_class: SchoolClass) -> list[EntryLock]:
    """Locks in force, with who set them."""
    return list(
        EntryLock.objects.filter(school_class=school_class).select_related("by", "class_subject").order_by("at")
    )


def lock_on(sheet: Sheet, term: int | None, locks: list[EntryLock]) -> EntryLock | None:
    """The lock that closes cells of ``term`` in the sheet; cells of the whole year (None) only by one for the year."""
    subject_id = sheet.class_subject.pk if sheet.class_subject else None
    for lock in locks:
        if lock.class_subject_id in (None, subject_id) and lock.term in (None, term):
            return lock
    return None


@transaction.atomic
def lock_class(
    *,
    actor: Actor,
    school_class: SchoolClass,
    reason: str,
    class_subject: ClassSubject | None = None,
    term: int | None = None,
) -> EntryLock:
    """Close entry for the class, or for a subject or a term of it. What is closed already stays as it is."""
    one_writer_at_a_time(school_class)
    lock, new = EntryLock.objects.get_or_create(
        school_id=school_class.school_id,
        school_class=school_class,
        class_subject=class_subject,
        term=term,
        defaults={"by_id": actor.user_id, "reason": reason},
    )
    if new:
        audit.record(
            actor=actor, action="gradebook.locked", target=school_class, label=_label(lock),
            after=_facts(lock), reason=reason,
        )  # fmt: skip
    return lock


@transaction.atomic
def unlock_class(
    *,
    actor: Actor,
    school_class: SchoolClass,
    reason: str,
    class_subject: ClassSubject | None = None,
    term: int | None = None,
) -> None:
    """Open again what ``lock_class`` with the same scope closed. Raises ProblemError ``entry.not_locked``."""
    one_writer_at_a_time(school_class)
    lock = EntryLock.objects.filter(school_class=school_class, class_subject=class_subject, term=term).first()
    if lock is None:
        raise fail("entry.not_locked", value=school_class.name)
    audit.record(
        actor=actor, action="gradebook.unlocked", target=school_class, label=_label(lock),
        before=_facts(lock), reason=reason,
    )  # fmt: skip
    lock.delete()


def _label(lock: EntryLock) -> str:
    subject = f", {lock.class_subject}" if lock.class_subject else ""
    return f"Lớp {lock.school_class}{subject}" + (f", học kì {'I' * lock.term}" if lock.term else "")


def _facts(lock: EntryLock) -> dict[str, object]:
    return {"class_subject": str(lock.class_subject_id or ""), "term": lock.term, "reason": lock.reason}
