"""Freezing a class: gradebook closed, record and XML of each pupil stored with their hash, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from hocba.issuing.draft import new_draft
from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL, slot_names
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.transcript.api import blocks, lint, record_to_json
from hocba.transcript.model import Transcript as Record
from hocba.web.accounts.api import User
from hocba.web.issuance import source
from hocba.web.issuance.drafting import Staffing, new_record, staffing_of
from hocba.web.issuance.models import Slot, Transcript, new_public_id
from hocba.web.issuance.steps import stage_of, subject_of
from hocba.web.registry.api import Enrolment
from hocba.web.results.api import TranscriptInput
from hocba.web.schools.api import SchoolClass
from hocba.web.shared import audit, blobs
from hocba.web.shared.actor import Actor

_LIVING = (Transcript.State.OPEN, Transcript.State.ISSUED)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A pupil whose transcript could not be drafted, and why."""

    enrolment: Enrolment
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of drafting a class."""

    made: tuple[Transcript, ...]
    left_out: tuple[LeftOut, ...]


@transaction.atomic
def draft_class(school_class: SchoolClass, *, actor: Actor) -> Drafted:
    """Freeze every pupil who has neither an open nor an issued transcript and lacks nothing.

    Raises ProblemError as ``staffing_of`` does, or ``issuance.nothing_to_draft``; then nothing is kept.
    """
    # two people who draft the same class at once wait for each other here
    SchoolClass.objects.select_for_update(no_key=True, of=("self",)).get(pk=school_class.pk)
    staff = staffing_of(school_class)
    source.lock(school_class, actor=actor, reason="Lập học bạ")
    results = [_draft(year, staff) for year in to_draft(school_class)]
    made = tuple(each for each in results if isinstance(each, Transcript))
    left_out = tuple(each for each in results if isinstance(each, LeftOut))
    if not made:
        raise fail("issuance.nothing_to_draft")
    audit.record(
        actor=actor,
        action="transcripts.drafted",
        target=school_class,
        label=f"Lớp {school_class}",
        after={"drafted": len(made), "left_out": len(left_out)},
    )
    return Drafted(made, left_out)


def to_draft(school_class: SchoolClass) -> list[TranscriptInput]:
    """The years of pupils who have neither an open nor an issued transcript."""
    years = source.class_years(school_class)
    living = Transcript.objects.filter(enrolment__in=[year.enrolment.pk for year in years], state__in=_LIVING)
    taken = set(living.values_list("enrolment_id", flat=True))
    return [year for year in years if year.enrolment.pk not in taken]


def obstacles(year: TranscriptInput, staff: Staffing) -> tuple[Problem, ...]:
    """What keeps this pupil's transcript from being drafted: gaps of the year, else faults of the record."""
    if year.missing:
        return year.missing
    try:
        record = new_record(
            year, staff, public_id=new_public_id(), version=1, supersedes="", today=timezone.localdate()
        )
    except ProblemError as error:
        return (error.problem,)
    return tuple(problem for problem in lint(record) if blocks(problem))


def _draft(year: TranscriptInput, staff: Staffing) -> Transcript | LeftOut:
    problems = obstacles(year, staff)
    return LeftOut(year.enrolment, problems) if problems else _freeze(year, staff, timezone.localdate())


def _freeze(year: TranscriptInput, staff: Staffing, today: date) -> Transcript:
    earlier = Transcript.objects.filter(enrolment=year.enrolment).exclude(state=Transcript.State.DISCARDED)
    last = earlier.order_by("-version").first()
    version = last.version + 1 if last else 1
    public_id = new_public_id()
    replaced = f"{last.public_id} {last.version}" if last else ""
    record = new_record(year, staff, public_id=public_id, version=version, supersedes=replaced, today=today)
    transcript = Transcript.objects.create(
        school_id=staff.school.pk,
        public_id=public_id,
        enrolment=year.enrolment,
        school_class=staff.school_class,
        version=version,
        record=record_to_json(record),
        draft_sha256=blobs.put(new_draft(record).xml),
        supersedes=last,
    )
    Slot.objects.bulk_create(_slots(transcript, record, staff))
    return transcript


def _slots(transcript: Transcript, record: Record, staff: Staffing) -> Sequence[Slot]:
    return [
        Slot(
            school_id=transcript.school_id,
            transcript=transcript,
            name=name,
            stage=stage_of(name),
            position=position,
            holder=_holder(name, staff),
        )
        for position, name in enumerate(slot_names(record))
    ]


def _holder(slot: str, staff: Staffing) -> User | None:
    if slot == SEAL:
        return None
    others = {HOMEROOM: staff.homeroom, PRINCIPAL: staff.principal}
    profile = others.get(slot) or staff.teachers[subject_of(slot)]
    return profile.user
