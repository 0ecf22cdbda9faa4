"""What the school's office writes: pupils, classes, teachers. Each change with its entry in the trail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.world import YEAR, World, as_owner

from hocba.web.accounts.api import User
from hocba.web.registry.api import Enrolment, PrivateRecord, Student
from hocba.web.schools.api import ClassSubject, SchoolClass, TeachingAssignment
from hocba.web.shared import tenancy
from hocba.web.shared.models import AuditEntry

SignIn = Callable[[User], Client]
NEW = {
    "full_name": "Phạm Gia Hưng",
    "code": "2500000009",
    "gender": "Nam",
    "birth_date": "5/3/2013",
    "joined_on": "10/10/2025",
}
SAME = {"full_name": "Nguyễn Thị Ánh", "code": "2500000001", "gender": "Nam", "birth_date": "05/03/2012"}


@pytest.fixture
def clerk(world: World, client_of: SignIn) -> Client:
    return client_of(world.here.clerk)


def in_school(world: World) -> tenancy.Scope:
    return tenancy.Scope(user_id=world.here.clerk.pk, schools=frozenset({world.here.school.pk}))


def actions(world: World) -> list[str]:
    with tenancy.scope(in_school(world)):
        return list(AuditEntry.objects.order_by("id").values_list("action", flat=True))


def page(client: Client, name: str, pk: object, data: dict[str, str] | None = None) -> tuple[int, str]:
    address = reverse(name, args=[pk])
    response = client.get(address) if data is None else client.post(address, data)
    return response.status_code, response.content.decode()


def test_a_new_pupil_is_in_the_class_and_in_the_trail(world: World, clerk: Client) -> None:
    assert page(clerk, "registry:admit", world.here.classes[0].pk, NEW)[0] == 302
    with tenancy.scope(in_school(world)):
        enrolment = Enrolment.objects.select_related("student").get(student__code=NEW["code"])
        assert (enrolment.joined_on, enrolment.student.birth_date) == (date(2025, 10, 10), "2013-03-05")
    assert actions(world) == ["student.added", "student.enrolled"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("code", "2500000001", "đã có ở một học sinh khác"),
        ("birth_date", "31/02/2013", "31/02/2013"),
        ("birth_date", "hôm qua", "hôm qua"),
        ("full_name", "", "full_name"),
        ("joined_on", "32/13/2025", "joined_on"),
        ("gender", "khác", "gender"),
    ],
)
def test_a_pupil_with_a_fault_is_not_added(world: World, clerk: Client, field: str, value: str, said: str) -> None:
    status, text = page(clerk, "registry:admit", world.here.classes[0].pk, {**NEW, field: value})
    assert status == 200
    assert said in text
    assert actions(world) == []


def test_a_name_is_corrected_with_its_order_and_a_reason(world: World, clerk: Client) -> None:
    pupil = world.here.pupils[0]
    correction = {**SAME, "full_name": "Nguyễn Thị Ẩn", "reason": "theo giấy khai sinh"}
    assert page(clerk, "registry:correct", pupil.pk, correction)[0] == 302
    with tenancy.scope(in_school(world)):
        found, entry = Student.objects.get(pk=pupil.pk), AuditEntry.objects.get()
    assert found.full_name == "Nguyễn Thị Ẩn"
    assert found.name_key != pupil.name_key
    assert (entry.before, entry.reason) == ({"full_name": "Nguyễn Thị Ánh"}, "theo giấy khai sinh")


def test_a_correction_without_a_reason_or_without_a_change_writes_nothing(world: World, clerk: Client) -> None:
    assert page(clerk, "registry:correct", world.here.pupils[0].pk, {**SAME, "full_name": "Khác"})[0] == 200
    assert page(clerk, "registry:correct", world.here.pupils[0].pk, {**SAME, "reason": "thử"})[0] == 302
    assert actions(world) == []


def test_covered_fields_change_and_the_trail_keeps_no_value(world: World, clerk: Client) -> None:
    pupil = world.here.pupils[0]
    data = {"personal_id": "000298765432", "residence": "Tổ 3", "reason": "đính chính"}
    assert page(clerk, "registry:correct_private", pupil.pk, data)[0] == 302
    with tenancy.scope(in_school(world)):
        assert PrivateRecord.objects.get(student=pupil).personal_id == "000298765432"
        entry = AuditEntry.objects.get()
    assert entry.after == {"personal_id": "•••"}
    assert "000298765432" not in str(vars(entry))


@pytest.mark.parametrize("number", ["12345", "00021234567a", "٠٠٠٢١٢٣٤٥٦٧٨"])
def test_a_number_that_is_none_is_refused(world: World, clerk: Client, number: str) -> None:
    status, text = page(
        clerk, "registry:correct_private", world.here.pupils[0].pk, {"personal_id": number, "reason": "x"}
    )
    assert (status, "đúng 12 chữ số" in text, actions(world)) == (200, True, [])


def test_the_number_of_another_pupil_is_refused(world: World, clerk: Client) -> None:
    with as_owner():
        PrivateRecord.objects.filter(student=world.here.pupils[1]).update(personal_id="000211111111")
    data = {"personal_id": "000211111111", "reason": "x"}
    assert "đã có ở một học sinh khác" in page(clerk, "registry:correct_private", world.here.pupils[0].pk, data)[1]


@pytest.fixture
def other_class(world: World) -> SchoolClass:
    with as_owner():
        return SchoolClass.objects.create(school=world.here.school, year_start=YEAR, grade=8, name="8A2")


def moving(to: SchoolClass, on: str) -> dict[str, str]:
    return {"school_class": str(to.pk), "on": on, "reason": "theo đơn của gia đình"}


def test_a_pupil_moves_to_another_class_on_a_day(world: World, clerk: Client, other_class: SchoolClass) -> None:
    pupil = world.here.pupils[0]
    assert page(clerk, "registry:move", pupil.pk, moving(other_class, "15/01/2026"))[0] == 302
    with tenancy.scope(in_school(world)):
        old, new = Enrolment.objects.filter(student=pupil).order_by("joined_on")
    assert (old.left_on, new.joined_on, new.school_class_id) == (date(2026, 1, 15), date(2026, 1, 15), other_class.pk)
    assert actions(world) == ["student.left_class", "student.enrolled"]


def test_nobody_leaves_before_joining_or_to_another_grade(
    world: World, clerk: Client, other_class: SchoolClass
) -> None:
    pupil = world.here.pupils[0]
    assert "05/09/2025" in page(clerk, "registry:move", pupil.pk, moving(other_class, "01/09/2025"))[1]
    assert page(clerk, "registry:move", pupil.pk, moving(world.here.classes[1], "15/01/2026"))[0] == 200
    assert page(clerk, "registry:move", pupil.pk, moving(world.here.classes[0], "15/01/2026"))[0] == 200
    assert actions(world) == []


def test_a_homeroom_teacher_is_named_and_taken_away(world: World, clerk: Client) -> None:
    own = world.here.classes[0]
    for teacher in (world.here.colleague, None):
        assert page(clerk, "schools:assign_homeroom", own.pk, {"teacher": str(teacher.pk) if teacher else ""})[0] == 302
        with tenancy.scope(in_school(world)):
            assert SchoolClass.objects.get(pk=own.pk).homeroom_teacher == teacher
    assert actions(world) == ["class.homeroom_changed"] * 2


def test_two_teachers_share_a_subject_and_one_answers_for_it(world: World, clerk: Client) -> None:
    data = {"responsible": str(world.here.colleague.pk), "helper": str(world.here.teacher.pk)}
    assert page(clerk, "schools:assign_teacher", world.here.maths.pk, data)[0] == 302
    with tenancy.scope(in_school(world)):
        found = dict(
            TeachingAssignment.objects.filter(class_subject=world.here.maths).values_list("teacher", "responsible")
        )
    assert found == {world.here.colleague.pk: True, world.here.teacher.pk: False}
    assert actions(world) == ["teaching.assigned"]


@pytest.mark.parametrize("who", ["same", "elsewhere", "clerk"])
def test_who_does_not_teach_here_is_not_assigned(world: World, clerk: Client, who: str) -> None:
    teacher = world.here.teacher
    wrong = {"same": teacher, "elsewhere": world.there.teacher, "clerk": world.here.clerk}[who]
    data = {"responsible": str(teacher.pk), "helper": str(wrong.pk)}
    assert page(clerk, "schools:assign_teacher", world.here.maths.pk, data)[0] == 200
    assert actions(world) == []
    with tenancy.scope(in_school(world)):
        assert ClassSubject.objects.get(pk=world.here.maths.pk).assignments.count() == 1


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("anh", ["Nguyễn Thị Ánh"]),
        ("ÁNH", ["Nguyễn Thị Ánh"]),
        ("A\u0301nh", ["Nguyễn Thị Ánh"]),
        ("ành", []),
        ("dat", ["Lê Đức Đạt"]),
        ("2500000002", ["Trần Văn Dũng"]),
        ("", ["Nguyễn Thị Ánh", "Trần Văn Dũng", "Lê Đức Đạt"]),
        ("%", []),
    ],
)
def test_pupils_are_found_with_and_without_diacritics(
    world: World, client_of: SignIn, query: str, names: list[str]
) -> None:
    text = client_of(world.here.teacher).get(reverse("registry:student_list"), {"q": query}).content.decode()
    shown = [pupil.full_name for pupil in world.here.pupils if f">{pupil.full_name}<" in text]
    assert shown == names


def test_a_teacher_finds_no_pupil_of_another_class(world: World, client_of: SignIn) -> None:
    address = reverse("registry:student_list")
    assert "Hoàng Thị Xa" not in client_of(world.here.teacher).get(address, {"q": "xa"}).content.decode()
    assert "Hoàng Thị Xa" in client_of(world.here.clerk).get(address, {"q": "xa"}).content.decode()


def test_a_class_links_to_the_sheets_that_the_reader_may_open(world: World, client_of: SignIn) -> None:
    page = reverse("registry:class_page", args=[world.here.classes[0].pk])
    maths, literature = (
        f'href="{reverse("gradebook:subject_sheet", args=[each.pk, "hk1"])}"'
        for each in (world.here.maths, world.here.literature)
    )
    whole = client_of(world.here.principal).get(page).content.decode()
    assert maths in whole
    assert literature in whole
    part = client_of(world.here.colleague).get(page).content.decode()
    assert literature in part
    assert maths not in part
