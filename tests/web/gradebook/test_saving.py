"""A batch of cells: compared, written and answered cell by cell; nothing lost, nothing overwritten unseen."""

from __future__ import annotations

import json
import uuid

import pytest
from django.db import InternalError, ProgrammingError, connection
from tests.web.gradebook.desk import actor_of, cell, desk, fill_class, history, homeroom_desk, rows_of, stored
from tests.web.world import World, as_owner, teach

from hocba.kernel.problems import ProblemError
from hocba.web.gradebook import services
from hocba.web.gradebook.api import (
    EntryHistory,
    Exemption,
    Mark,
    SubjectRemark,
    exempt,
    lock_class,
    subject_sheet,
    unlock_class,
)
from hocba.web.gradebook.edits import Edit
from hocba.web.registry.api import Enrolment
from hocba.web.schools.api import TeachingAssignment
from hocba.web.shared import tenancy
from hocba.web.shared.models import AuditEntry


def test_a_mark_is_stored_with_its_history_and_audit(world: World) -> None:
    row = rows_of(world)[0]
    answer = desk(world.here.teacher, world).one(cell(row, "tx1", "7,5"))
    assert answer == {"row": row, "col": "tx1", "status": "saved", "value": "7.5", "version": 1}
    mark = stored(row, "tx1")
    assert mark is not None
    assert (mark.tenths, mark.version, mark.updated_by_id) == (75, 1, world.here.teacher.pk)
    assert history(row) == [("tx1", "", "7.5", 1)]
    with as_owner():
        assert AuditEntry.objects.get(action="gradebook.saved").actor_id == world.here.teacher.pk


def test_a_zero_is_a_mark_and_a_blank_is_not(world: World) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world)
    assert at.one(cell(row, "tx1", "0"))["value"] == "0"
    assert at.one(cell(row, "tx2", ""))["version"] == 0
    zero = stored(row, "tx1")
    assert zero is not None
    assert zero.tenths == 0
    assert stored(row, "tx2") is None


def test_blanking_a_mark_is_a_change_on_record(world: World) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world)
    at.one(cell(row, "gk", "8"))
    assert at.one(cell(row, "gk", "  ", 1)) == {
        "row": row, "col": "gk", "status": "saved", "value": "", "version": 2,
    }  # fmt: skip
    assert history(row) == [("gk", "", "8", 1), ("gk", "8", "", 2)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("85", "mark.ambiguous"), ("11", "mark.ambiguous"), ("10,5", "mark.out_of_range"), ("-1", "mark.out_of_range"),
        ("tám", "mark.not_a_number"), ("8,75", "mark.too_precise"), ("Đ", "mark.not_a_number"),
        ("٧", "mark.not_a_number"),
    ],
)  # fmt: skip
def test_what_is_no_mark_is_refused_with_a_sentence_and_the_rest_is_saved(world: World, typed: str, code: str) -> None:
    bad, good = rows_of(world)[:2]
    status, answer = desk(world.here.teacher, world).save(cell(bad, "tx1", typed), cell(good, "tx1", "9"))
    refused, kept = answer["cells"]
    assert (status, refused["status"], refused["code"], refused["version"]) == (200, "problem", code, 0)
    assert typed in refused["message"]
    assert kept["status"] == "saved"
    assert stored(bad, "tx1") is None
    assert history(bad) == []


def test_a_stale_version_is_a_conflict_that_shows_whose_value_stands(world: World) -> None:
    row = rows_of(world)[0]
    with as_owner():
        TeachingAssignment.objects.create(
            school=world.here.school, class_subject=world.here.maths, teacher=world.here.colleague, responsible=False
        )
    desk(world.here.teacher, world).one(cell(row, "ck", "6"))
    answer = desk(world.here.colleague, world).one(cell(row, "ck", "9"))
    assert (answer["status"], answer["value"], answer["version"]) == ("conflict", "6", 1)
    assert answer["by"] == world.here.teacher.full_name
    assert answer["at"]
    mark = stored(row, "ck")
    assert mark is not None
    assert mark.tenths == 60
    assert len(history(row)) == 1


def test_a_conflict_leaves_the_other_cells_of_the_batch_alone(world: World) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world)
    at.one(cell(row, "tx1", "6"))
    _, answer = at.save(cell(row, "tx1", "7"), cell(row, "tx2", "8"))
    assert [each["status"] for each in answer["cells"]] == ["conflict", "saved"]


def test_two_who_type_the_same_do_not_disagree(world: World) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world)
    at.one(cell(row, "tx1", "6"))
    answer = at.one(cell(row, "tx1", "6,0"))
    assert (answer["status"], answer["version"]) == ("saved", 1)
    assert len(history(row)) == 1


def test_a_pasted_column_is_one_request_and_one_batch(world: World) -> None:
    rows = fill_class(world, 45)
    status, answer = desk(world.here.teacher, world).save(*[cell(row, "ck", "7.5") for row in rows])
    assert status == 200
    assert {each["status"] for each in answer["cells"]} == {"saved"}
    assert len(answer["derived"]) == 45
    with as_owner():
        assert Mark.objects.filter(column="ck", tenths=75).count() == 45
        assert EntryHistory.objects.values("batch").distinct().count() == 1
        assert AuditEntry.objects.filter(action="gradebook.saved").count() == 1


def test_the_queries_of_a_batch_do_not_grow_with_it(world: World, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    rows, at = fill_class(world, 45), desk(world.here.teacher, world)
    with django_assert_max_num_queries(50):
        at.save(*[cell(row, "ck", "7.5") for row in rows])


def test_a_batch_sent_again_gets_the_same_answer_and_writes_nothing(world: World) -> None:
    row, at, batch = rows_of(world)[0], desk(world.here.teacher, world), str(uuid.uuid4())
    first = at.save(cell(row, "tx1", "8"), cell(row, "tx2", "xx"), batch=batch)
    assert at.save(cell(row, "tx1", "8"), cell(row, "tx2", "xx"), batch=batch) == first
    assert len(history(row)) == 1


def test_a_batch_sent_again_after_somebody_went_on_does_not_turn_the_clock_back(world: World) -> None:
    row, at, batch = rows_of(world)[0], desk(world.here.teacher, world), str(uuid.uuid4())
    at.save(cell(row, "tx1", "8"), batch=batch)
    at.one(cell(row, "tx1", "9", 1))
    assert at.save(cell(row, "tx1", "8"), batch=batch)[1]["cells"][0]["status"] == "saved"
    mark = stored(row, "tx1")
    assert mark is not None
    assert mark.tenths == 90


def test_a_key_used_for_something_else_is_refused(world: World) -> None:
    row, at, batch = rows_of(world)[0], desk(world.here.teacher, world), str(uuid.uuid4())
    at.save(cell(row, "tx1", "8"), batch=batch)
    status, answer = at.save(cell(row, "tx1", "9", 1), batch=batch)
    assert (status, answer["code"]) == (409, "batch.key_reused")


def test_two_people_may_draw_the_same_key(world: World) -> None:
    row, batch = rows_of(world)[0], str(uuid.uuid4())
    desk(world.here.teacher, world).save(cell(row, "tx1", "8"), batch=batch)
    at = desk(world.here.colleague, world, subject=world.here.literature)
    assert at.save(cell(row, "tx1", "7"), batch=batch)[1]["cells"][0]["value"] == "7"


def test_a_locked_class_says_why_and_saves_nothing(world: World) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world)
    principal = actor_of(world.here.principal)
    with tenancy.scope(principal.scope):
        lock_class(actor=principal, school_class=world.here.classes[0], reason="Đang lập học bạ")
    status, answer = at.save(cell(row, "tx1", "8"))
    assert (status, answer["code"]) == (409, "entry.locked")
    assert "Đang lập học bạ" in answer["message"]
    assert stored(row, "tx1") is None
    with tenancy.scope(principal.scope):
        unlock_class(actor=principal, school_class=world.here.classes[0], reason="Sửa điểm")
    assert at.one(cell(row, "tx1", "8"))["status"] == "saved"


@pytest.mark.parametrize(("part", "status"), [("hk1", 409), ("hk2", 200), ("nhan-xet", 200)])
def test_a_lock_of_a_term_closes_that_term_only(world: World, part: str, status: int) -> None:
    principal = actor_of(world.here.principal)
    with tenancy.scope(principal.scope):
        lock_class(actor=principal, school_class=world.here.classes[0], reason="Hết học kì", term=1)
    column, value = ("nx", "Chăm chỉ") if part == "nhan-xet" else ("tx1", "8")
    assert desk(world.here.teacher, world, part).save(cell(rows_of(world)[0], column, value))[0] == status


@pytest.mark.parametrize(("column", "status"), [("rl1", 409), ("vang1", 409), ("rl2", 200), ("nx", 200)])
def test_a_lock_of_a_term_closes_its_homeroom_columns(world: World, column: str, status: int) -> None:
    principal = actor_of(world.here.principal)
    with tenancy.scope(principal.scope):
        lock_class(actor=principal, school_class=world.here.classes[0], reason="Hết học kì", term=1)
    value = {"rl1": "T", "rl2": "T", "vang1": "2", "nx": "Ngoan"}[column]
    assert homeroom_desk(world.here.teacher, world).save(cell(rows_of(world)[0], column, value))[0] == status


def test_a_lock_of_one_subject_leaves_the_others_open(world: World) -> None:
    principal, row = actor_of(world.here.principal), rows_of(world)[0]
    with tenancy.scope(principal.scope):
        lock_class(
            actor=principal, school_class=world.here.classes[0], reason="Thanh tra", class_subject=world.here.maths
        )
    assert desk(world.here.teacher, world).save(cell(row, "tx1", "8"))[0] == 409
    assert desk(world.here.colleague, world, subject=world.here.literature).save(cell(row, "tx1", "8"))[0] == 200


def test_locking_twice_is_one_lock_and_unlocking_what_is_open_is_refused(world: World) -> None:
    principal = actor_of(world.here.principal)
    with tenancy.scope(principal.scope):
        first = lock_class(actor=principal, school_class=world.here.classes[0], reason="A")
        assert lock_class(actor=principal, school_class=world.here.classes[0], reason="B").pk == first.pk
        unlock_class(actor=principal, school_class=world.here.classes[0], reason="C")
        with pytest.raises(ProblemError) as refused:
            unlock_class(actor=principal, school_class=world.here.classes[0], reason="D")
        assert refused.value.problem.code == "entry.not_locked"
        assert AuditEntry.objects.filter(action__startswith="gradebook.").count() == 2


def test_a_pupil_of_another_class_or_an_unknown_column_is_no_cell(world: World) -> None:
    here, elsewhere = rows_of(world)[0], rows_of(world, class_number=1)[0]
    at = desk(world.here.teacher, world)
    strange = [(elsewhere, "tx1"), (here, "tx9"), (here, "nx"), (str(uuid.uuid4()), "ck")]
    for wrong in (cell(row, column, "8") for row, column in strange):
        assert at.one(wrong)["code"] == "cell.unknown"
    with as_owner():
        assert Mark.objects.count() == 0


def test_a_pupil_who_left_is_no_longer_written(world: World) -> None:
    row = rows_of(world)[0]
    with as_owner():
        Enrolment.objects.filter(pk=row).update(left_on="2026-01-05")
    assert desk(world.here.teacher, world).one(cell(row, "tx1", "8"))["code"] == "cell.unknown"


@pytest.mark.parametrize(
    ("typed", "kept"), [("Đ", "Đ"), ("đ", "Đ"), ("cđ", "CĐ"), ("D\u0323", None), ("8", None), ("M", None)]
)
def test_a_comment_subject_takes_its_two_results(world: World, typed: str, kept: str | None) -> None:
    with as_owner():
        sport = teach(world.here.classes[0], "GDTC", "comment", 70, world.here.teacher)
    row = rows_of(world)[0]
    answer = desk(world.here.teacher, world, subject=sport).one(cell(row, "tx1", typed))
    assert (answer["status"], answer["value"]) == (("saved", kept) if kept else ("problem", ""))
    mark = stored(row, "tx1")
    assert (mark.result if mark else None) == kept


def test_an_exempt_pupil_gets_no_mark_and_a_pupil_with_marks_no_exemption(world: World) -> None:
    free, assessed = rows_of(world)[:2]
    principal, at = actor_of(world.here.principal), desk(world.here.teacher, world)
    at.one(cell(assessed, "tx1", "5"))
    with tenancy.scope(principal.scope):
        grant = {"actor": principal, "class_subject": world.here.maths, "term": 1, "reason": "Khuyết tật"}
        exempt(enrolment=Enrolment.objects.get(pk=free), **grant)  # type: ignore[arg-type]
        with pytest.raises(ProblemError) as refused:
            exempt(enrolment=Enrolment.objects.get(pk=assessed), **grant)  # type: ignore[arg-type]
        assert refused.value.problem.code == "exemption.has_marks"
        assert Exemption.objects.count() == 1
    assert at.one(cell(free, "tx1", "5"))["code"] == "cell.exempt"


def test_a_remark_is_words_in_one_spelling(world: World) -> None:
    row, at = rows_of(world)[0], desk(world.here.teacher, world, "nhan-xet")
    assert at.one(cell(row, "nx", "Chăm  ho\u0323c"))["value"] == "Chăm học"
    assert at.one(cell(row, "nx", "x" * 1001, 1))["code"] == "text.too_long"
    with as_owner():
        assert SubjectRemark.objects.get().value == "Chăm học"


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        ("vang1", "0", "0"), ("vang1", "12", "12"), ("vang1", "-1", None), ("vang1", "2,5", None),
        ("vang1", "999", None),
        ("rl1", "T", "T"), ("rl1", "k", "K"), ("rl2", "Giỏi", None), ("nx", "Ngoan", "Ngoan"),
    ],
)  # fmt: skip
def test_homeroom_cells_take_what_their_column_says(world: World, column: str, typed: str, kept: str | None) -> None:
    row = rows_of(world)[0]
    answer = homeroom_desk(world.here.teacher, world).one(cell(row, column, typed))
    assert (answer["status"], answer["value"]) == (("saved", kept) if kept else ("problem", ""))


KEY, ROW = "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002"
GOOD = cell(ROW, "ck", "8")


def batch(*cells: object, key: object = KEY) -> bytes:
    return json.dumps({"batch": key, "cells": list(cells)}).encode()


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"[]", b"{}", b"{", b"\xff", b'{"cells":[]}', b'{"batch":"%s","cells":{}}' % KEY.encode()),
        *(batch(key="x"), batch(key=1), batch(None), batch("8"), batch(GOOD | {"row": "r"})),
        *(batch(GOOD | {"version": "0"}), batch(GOOD | {"value": 8.5}), batch({"row": ROW})),
        batch(*[GOOD] * 2001),
    ],
    ids=range(16),
)
def test_what_is_not_the_protocol_is_refused_whole(world: World, body: bytes) -> None:
    at = desk(world.here.teacher, world)
    response = at.client.post(at.address, body, content_type="application/json")
    assert response.status_code == 400
    assert response.json()["message"]
    with as_owner():
        assert Mark.objects.count() == 0


@pytest.mark.parametrize("part", ["hk3", "hk0", "x", "nam"])
def test_there_is_no_such_part(world: World, part: str) -> None:
    assert desk(world.here.teacher, world, part).save()[0] == 404


def test_a_failure_half_way_leaves_nothing_behind(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(entries: object) -> None:
        raise ConnectionError("the cable")

    row, actor = rows_of(world)[0], actor_of(world.here.teacher)
    monkeypatch.setattr(EntryHistory.objects, "bulk_create", fall_over)
    edits = [Edit(uuid.UUID(row), "tx1", "8", 0)]
    with pytest.raises(ConnectionError), tenancy.scope(actor.scope):
        services.save(subject_sheet(world.here.maths, "hk1"), edits=edits, batch=uuid.uuid4(), actor=actor)
    assert stored(row, "tx1") is None


@pytest.mark.parametrize(
    "change", ["UPDATE gradebook_entryhistory SET new = '10'", "DELETE FROM gradebook_entryhistory"]
)
def test_not_even_the_owner_rewrites_history(world: World, change: str) -> None:
    desk(world.here.teacher, world).one(cell(rows_of(world)[0], "tx1", "8"))
    with pytest.raises((InternalError, ProgrammingError)), as_owner(), connection.cursor() as cursor:
        cursor.execute(change)
