"""Pupils as transcripts: what the law concludes, who must sign, and what is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from hocba.demo.model import Position, Pupil, School, SchoolClass, Showcase, Ward
from hocba.demo.results import outcome_of
from hocba.demo.transcripts import person_identity, seal_identity, transcript_of
from hocba.kernel.codes import Decision, Level, Stage
from hocba.kernel.names import clean
from hocba.kernel.problems import ProblemError
from hocba.transcript.api import read_xml, write_xml
from hocba.transcript.model import Transcript, identity_digest

GAPS = {Showcase.IN_ENTRY, Showcase.WITH_FAULTS}


def lower_secondary(ward: Ward) -> Iterator[tuple[School, SchoolClass]]:
    return ((s, c) for s, c in ward.each_class() if c.stage is Stage.LOWER_SECONDARY)


def issued(ward: Ward, kind: Showcase) -> list[Transcript]:
    school, school_class = ward.showcase(kind)
    return [transcript_of(ward, school, school_class, p) for p in school_class.pupils]


def test_whole_classes_are_decided(ward: Ward) -> None:
    for school, school_class in lower_secondary(ward):
        if school_class.showcase in GAPS:
            continue
        for pupil in school_class.pupils[::5]:
            record = transcript_of(ward, school, school_class, pupil)
            assert record.summary.decision is not Decision.UNDETERMINED
            assert None not in [(row.term1, row.term2, row.year) for row in record.subjects]


def test_decisions_are_those_of_a_real_ward(ward: Ward) -> None:
    decisions = Counter(
        outcome_of(p, c, ward.school_year).decision
        for _, c in lower_secondary(ward)
        if c.showcase not in GAPS
        for p in c.pupils
    )
    going_on = decisions[Decision.PROMOTED] + decisions[Decision.COMPLETED]
    assert 0.9 < going_on / decisions.total() < 1
    assert decisions[Decision.UNDETERMINED] == 0


def test_levels_and_honours_spread(ward: Ward) -> None:
    levels: Counter[object] = Counter()
    honours: Counter[object] = Counter()
    for _, school_class in lower_secondary(ward):
        for pupil in school_class.pupils:
            outcome = outcome_of(pupil, school_class, ward.school_year)
            levels[outcome.year.verdict.level] += 1
            honours[outcome.honour] += 1
    assert all(levels[level] > 5 for level in Level)
    assert len(honours) == 3


def test_everyone_in_the_issued_class_has_finished_the_stage(ward: Ward) -> None:
    records = issued(ward, Showcase.ISSUED)
    assert {r.summary.decision for r in records} == {Decision.COMPLETED}
    assert {r.summary.completion for r in records} == {"Hoàn thành chương trình trung học cơ sở"}


def test_records_travel_through_xml(ward: Ward) -> None:
    for record in issued(ward, Showcase.READY_TO_SIGN)[:5]:
        assert read_xml(write_xml(record)) == record


def test_the_same_pupil_gives_the_same_bytes_and_no_two_share_an_id(ward: Ward) -> None:
    records = issued(ward, Showcase.ISSUED)
    assert [write_xml(r) for r in records] == [write_xml(r) for r in issued(ward, Showcase.ISSUED)]
    assert len({r.id for r in records}) == len({r.salt for r in records}) == len(records)
    assert all(r.demonstration for r in records)


def test_slots_are_bound_to_the_people_of_the_school(ward: Ward) -> None:
    school, school_class = ward.showcase(Showcase.ISSUED)
    record = transcript_of(ward, school, school_class, school_class.pupils[0])
    principal = school.holder(Position.PRINCIPAL)
    assert record.principal.identity == identity_digest(record.salt, person_identity(principal))
    assert record.school.identity == identity_digest(record.salt, seal_identity(school))
    teachers = school.teachers_of(school_class.name)
    for row in record.subjects:
        holder = person_identity(school.member(teachers[row.code]))
        assert row.teacher.identity == identity_digest(record.salt, holder)


def test_no_number_of_a_person_is_printed(ward: Ward) -> None:
    school, school_class = ward.showcase(Showcase.ISSUED)
    numbers = [p.personal_id for p in school_class.pupils] + [s.personal_id for s in school.staff]
    data = write_xml(transcript_of(ward, school, school_class, school_class.pupils[0])).decode()
    assert [n for n in numbers if n and n in data] == []


def test_class_in_entry_is_undetermined_and_nothing_is_guessed(ward: Ward) -> None:
    for record in issued(ward, Showcase.IN_ENTRY):
        assert record.summary.decision is Decision.UNDETERMINED
        assert record.summary.year.learning is None
        assert record.summary.honour is None


def pupil_at(ward: Ward, position: int) -> tuple[SchoolClass, Pupil]:
    _, school_class = ward.showcase(Showcase.WITH_FAULTS)
    return school_class, school_class.pupils[position]


def test_missing_final_mark_leaves_the_year_open(ward: Ward) -> None:
    school_class, pupil = pupil_at(ward, 1)
    outcome = outcome_of(pupil, school_class, ward.school_year)
    assert outcome.year.averages["KHTN"] is None  # type: ignore[index]
    assert outcome.decision is Decision.UNDETERMINED


def test_forty_six_absences_bar_promotion(ward: Ward) -> None:
    school_class, pupil = pupil_at(ward, 16)
    assert outcome_of(pupil, school_class, ward.school_year).decision is Decision.RETAINED


def test_the_level_that_hinges_on_one_subject_is_raised(ward: Ward) -> None:
    school_class, pupil = pupil_at(ward, 19)
    verdict = outcome_of(pupil, school_class, ward.school_year).year.verdict
    assert (verdict.unadjusted, verdict.level, verdict.cause) == (Level.PASS, Level.FAIR, "TOAN")


def test_a_decomposed_name_is_refused_and_its_cleaned_form_accepted(ward: Ward) -> None:
    school, school_class = ward.showcase(Showcase.WITH_FAULTS)
    record = transcript_of(ward, school, school_class, school_class.pupils[4])
    assert clean(record.student.name) != record.student.name
    with pytest.raises(ProblemError):
        write_xml(record)
