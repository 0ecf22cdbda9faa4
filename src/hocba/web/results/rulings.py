"""Doubts and the decisions on them. The law itself is never altered here: another reading holds a transcript back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from hocba.kernel.problems import Problem, fail
from hocba.web.registry.api import Enrolment
from hocba.web.results.models import Ruling
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor

Rulings = Mapping[tuple[UUID, str], Ruling]
"""By enrolment and code: the last decision on each."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One rule that is read in two ways for one pupil, in every place where it shows. ``ruling`` holds or is None."""

    code: str
    places: tuple[Problem, ...]
    ruling: Ruling | None

    @property
    def rule(self) -> str:
        """``electives`` of ``interpretation.electives``."""
        return self.code.partition(".")[2]

    @property
    def obstacle(self) -> Problem | None:
        """Why the transcript must wait: nobody has ruled, or the ruling asks for what cannot be computed."""
        if self.ruling is None:
            return Problem("ruling.open", self.places[0].path, self.rule)
        if self.ruling.reading == Ruling.Reading.OTHER:
            return Problem("ruling.other_reading", self.places[0].path, self.rule)
        return None


def rulings_of(enrolments: Iterable[Enrolment]) -> Rulings:
    rows = Ruling.objects.filter(enrolment__in=[each.pk for each in enrolments]).order_by("ruled_at", "pk")
    return {(row.enrolment_id, row.doubt): row for row in rows.select_related("ruled_by")}


def doubts_of(enrolment: Enrolment, problems: Sequence[Problem], rulings: Rulings) -> tuple[Doubt, ...]:
    """The pupil's doubts by rule, each with the decision that still fits what it says today."""
    found = []
    for code in dict.fromkeys(problem.code for problem in problems):
        places = tuple(problem for problem in problems if problem.code == code)
        ruling = rulings.get((enrolment.pk, code))
        found.append(Doubt(code, places, ruling if ruling and ruling.facts == facts(places) else None))
    return tuple(found)


def facts(places: Iterable[Problem]) -> list[dict[str, object]]:
    return [{"path": each.path, "params": dict(each.params)} for each in places]


@transaction.atomic
def rule(enrolment: Enrolment, doubt: Doubt, *, reading: str, reason: str, actor: Actor) -> Ruling:
    """Record a decision. Raises ProblemError ``ruling.no_reason``, ``ruling.unknown_reading``."""
    if reading not in Ruling.Reading.values:
        raise fail("ruling.unknown_reading", value=reading)
    if not reason.strip():
        raise fail("ruling.no_reason")
    ruling = Ruling.objects.create(
        school_id=enrolment.school_id,
        enrolment=enrolment,
        doubt=doubt.code,
        facts=facts(doubt.places),
        reading=reading,
        reason=reason.strip(),
        ruled_by_id=actor.user_id,
    )
    audit.record(
        actor=actor,
        action="result.ruled",
        target=enrolment,
        label=f"{enrolment.student.full_name}, lớp {enrolment.school_class}",
        before={"reading": doubt.ruling.reading} if doubt.ruling else {},
        after={"doubt": doubt.code, "reading": reading},
        reason=ruling.reason,
    )
    return ruling
