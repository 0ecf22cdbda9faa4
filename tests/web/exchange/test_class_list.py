"""A class list comes in: new pupils, changed particulars, numbers that belong to somebody else."""

from __future__ import annotations

import pytest
from tests.web.exchange.conftest import Desk
from tests.web.exchange.workbooks import ANH, DUNG, class_list, workbook
from tests.web.world import World

from hocba.web.registry.api import PrivateRecord, Student
from hocba.web.shared import tenancy

MAI = ("2500000009", "Phạm Thị Mai", "Nữ", "07/09/2012", "Kinh", "Hải Phòng")
HOA = ("2500000010", "Vũ Thị Hoa", "Nữ", "01/02/2012", "Kinh", "Hải Phòng")
OF_ANH = (*ANH, "Nam", "05/03/2012", "", "")


def names(desk: Desk) -> list[str]:
    return [pupil.full_name for pupil in desk.pupils()]


def test_the_homeroom_teacher_adds_pupils_after_confirming(world: World, teacher: Desk) -> None:
    brought = teacher.bring(class_list([OF_ANH, MAI]))
    page = teacher.page(brought)
    assert "Danh sách lớp 8A1" in page
    assert "học sinh mới" in page
    assert "Phạm Thị Mai" not in names(teacher)
    teacher.write(brought)
    assert "Phạm Thị Mai" in names(teacher)
    (mai,) = [pupil for pupil in teacher.pupils() if pupil.code == MAI[0]]
    assert (mai.gender, mai.birth_date, mai.ethnicity, mai.birth_place) == ("Nữ", "2012-09-07", "Kinh", "Hải Phòng")


def test_the_same_list_again_changes_nothing(world: World, teacher: Desk) -> None:
    teacher.write(teacher.bring(class_list([OF_ANH, MAI])))
    assert "Không có gì để ghi" in teacher.page(teacher.bring(class_list([OF_ANH, MAI])))
    assert len(names(teacher)) == 4


def test_changed_particulars_are_proposed_old_and_new(world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([(*ANH, "Nữ", "06/03/2012", "", "")]))
    page = clerk.page(brought)
    assert "<del>Nam</del> → <ins>Nữ</ins>" in page
    assert "<del>05/03/2012</del> → <ins>06/03/2012</ins>" in page
    clerk.write(brought)
    (pupil,) = [each for each in clerk.pupils() if each.code == ANH[0]]
    assert (pupil.gender, pupil.birth_date) == ("Nữ", "2012-03-06")


def test_undo_takes_new_pupils_back_and_restores_particulars(world: World, clerk: Desk) -> None:
    before = names(clerk)
    brought = clerk.bring(class_list([(*ANH, "Nữ", "05/03/2012", "", ""), MAI]))
    clerk.write(brought)
    clerk.post("undo", brought)
    assert names(clerk) == before
    with tenancy.scope(clerk.actor.scope):
        assert not Student.objects.filter(code=MAI[0]).exists()
        assert Student.objects.get(code=ANH[0]).gender == "Nam"


def test_undo_keeps_a_new_pupil_who_has_marks(world: World, teacher: Desk) -> None:
    brought = teacher.bring(class_list([MAI]))
    teacher.write(brought)
    (mai,) = [pupil for pupil in teacher.pupils() if pupil.code == MAI[0]]
    teacher.enter(world.here.maths, mai, "tx1", "8")
    teacher.post("undo", brought)
    assert "Phạm Thị Mai" in names(teacher)
    assert "Phạm Thị Mai: đã có dữ liệu khác" in teacher.page(brought)


def test_undo_keeps_particulars_that_were_changed_since(world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([(*ANH, "Nữ", "05/03/2012", "", "")]))
    clerk.write(brought)
    clerk.write(clerk.bring(class_list([(*ANH, "Nam", "05/03/2012", "", "")]), "sua.xlsx"))
    clerk.post("undo", brought)
    assert "Nguyễn Thị Ánh, Giới tính: Nam" in clerk.page(brought)


def test_two_pupils_with_one_number_are_refused_and_point_to_the_first(world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([MAI, (MAI[0], *HOA[1:])]))
    assert "đã có ở dòng 6" in clerk.page(brought)
    assert clerk.post("write", brought, {"da-xem": "on"}).status_code == 409
    assert "Phạm Thị Mai" not in names(clerk)
    clerk.post("decide", brought, {"dong-0-7": "skip"})
    clerk.write(brought)
    assert "Phạm Thị Mai" in names(clerk)
    assert "Vũ Thị Hoa" not in names(clerk)


def test_a_pupil_of_another_class_is_not_moved_silently(world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([("9999999999", "Hoàng Thị Xa", "Nam", "05/03/2012", "", "")]))
    assert "đang học lớp 9A1" in clerk.page(brought)
    assert clerk.post("write", brought).status_code == 409


def test_a_code_of_another_pupil_cannot_be_given_to_a_new_one(world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([(ANH[0], *MAI[1:])]))
    clerk.post("decide", brought, {"dong-0-6": "new"})
    assert "đã là của một học sinh khác" in clerk.page(brought)
    assert clerk.post("write", brought).status_code == 409


@pytest.mark.parametrize("lacking", [0, 2, 3])
def test_a_new_pupil_needs_a_code_a_gender_and_a_birth_date(world: World, clerk: Desk, lacking: int) -> None:
    row = ["" if column == lacking else value for column, value in enumerate(MAI)]
    brought = clerk.bring(class_list([row]))
    assert "Chưa thêm được" in clerk.page(brought)
    assert clerk.post("write", brought).status_code == 409


def test_a_blank_keeps_what_is_on_record(world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([(*DUNG, "", "", "", "")]))
    assert "Không có gì để ghi" in clerk.page(brought)


def test_a_teacher_of_another_subject_does_not_write_the_list(world: World, colleague: Desk) -> None:
    brought = colleague.bring(class_list([MAI]))
    colleague.post("decide", brought, {"trang-0": str(world.here.classes[0].pk)})
    assert colleague.post("write", brought).status_code == 409


def test_a_number_is_stored_covered_and_never_shown(world: World, clerk: Desk) -> None:
    header = ("STT", "Mã học sinh", "Họ và tên", "Giới tính", "Ngày sinh", "Số định danh cá nhân", "Dân tộc")
    row = (*MAI[:4], "031212000001", "Kinh")
    brought = clerk.bring(workbook([row], header=header, titles=("DANH SÁCH HỌC SINH", "Lớp 8A1")))
    assert "031212000001" not in clerk.page(brought)
    clerk.write(brought)
    assert "031212000001" not in clerk.page(brought)
    with tenancy.scope(clerk.actor.scope):
        assert PrivateRecord.objects.get(student__code=MAI[0]).personal_id == "031212000001"
