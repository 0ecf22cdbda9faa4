"""What the year has given: the only place where issuance asks gradebook and results."""

from __future__ import annotations

from hocba.web.gradebook.api import lock_class, locks_of, unlock_class
from hocba.web.results.api import TranscriptInput, frozen_inputs
from hocba.web.schools.api import SchoolClass
from hocba.web.shared.actor import Actor


def class_years(school_class: SchoolClass) -> tuple[TranscriptInput, ...]:
    """The present pupils of a class in Vietnamese order. Raises ProblemError where no rule set judges the grade."""
    return frozen_inputs(school_class)


def lock(school_class: SchoolClass, *, actor: Actor, reason: str) -> None:
    """Close the gradebook of the class; closing it twice changes nothing."""
    lock_class(actor=actor, school_class=school_class, reason=reason)


def unlock(school_class: SchoolClass, *, actor: Actor, reason: str) -> None:
    """Open again what ``lock`` closed; what is open already stays so."""
    if any(each.class_subject_id is None and each.term is None for each in locks_of(school_class)):
        unlock_class(actor=actor, school_class=school_class, reason=reason)
