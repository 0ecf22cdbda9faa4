"""A gradebook comes in: preview, writing, doing it twice, somebody in between, taking it back."""

from __future__ import annotations

import unicodedata

import pytest
from tests.web.exchange.conftest import Desk
from tests.web.exchange.workbooks import ANH, DUNG, GRADEBOOK, TITLES, two_sheets, workbook
from tests.web.world import World, as_owner

from hocba.web.exchange.models import Import
from hocba.web.gradebook.api import EntryHistory, lock_class
from hocba.web.shared import tenancy
from hocba.web.shared.models import AuditEntry

ROWS = [(*ANH, 8, "7,5", 0, None, 9, 6.5), (*DUNG, 5, 5, 5, 5, 5, 5)]


def test_nothing_is_written_before_it_is_confirmed(world: World, teacher: Desk) -> None:
    page = teacher.page(teacher.bring(workbook(ROWS)))
    assert "Toán, lớp 8A1, học kì I" in page
    assert "<ins>7,5</ins>" in page
    assert "Ghi 11 thay đổi" in page
    assert teacher.marks(world.here.maths) == {}


def test_a_confirmed_file_is_written_with_zero_and_without_blanks(world: World, teacher: Desk) -> None:
    teacher.write(teacher.bring(workbook(ROWS)))
    marks = teacher.marks(world.here.maths)
    assert marks["Nguyễn Thị Ánh"] == {"tx1": "8", "tx2": "7.5", "tx3": "0", "gk": "9", "ck": "6.5"}
    assert set(marks) == {"Nguyễn Thị Ánh", "Trần Văn Dũng"}


def test_history_and_audit_name_the_file(world: World, teacher: Desk) -> None:
    teacher.write(teacher.bring(workbook(ROWS)))
    with tenancy.scope(teacher.actor.scope):
        assert set(EntryHistory.objects.values_list("reason", "by")) == {("Nhập từ tệp so-diem.xlsx", teacher.user.pk)}
        actions = list(AuditEntry.objects.values_list("action", flat=True))
    assert {"import.brought", "import.written", "gradebook.saved"} <= set(actions)


def test_the_same_file_again_changes_nothing_and_says_so(world: World, teacher: Desk) -> None:
    teacher.write(teacher.bring(workbook(ROWS)))
    again = teacher.bring(workbook(ROWS))
    assert "Không có gì để ghi" in teacher.page(again)
    assert teacher.post("write", again).status_code == 409
    with tenancy.scope(teacher.actor.scope):
        assert EntryHistory.objects.count() == 11


def test_confirming_twice_writes_once(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    teacher.write(brought)
    teacher.write(brought)
    with tenancy.scope(teacher.actor.scope):
        assert EntryHistory.objects.count() == 11


def test_a_blank_keeps_the_mark_on_record(world: World, teacher: Desk) -> None:
    teacher.enter(world.here.maths, world.here.pupils[0], "tx4", "9")
    teacher.write(teacher.bring(workbook(ROWS)))
    assert teacher.marks(world.here.maths)["Nguyễn Thị Ánh"]["tx4"] == "9"


def test_a_blank_erases_only_where_the_person_ticks_it_and_the_column_is_filled_in(world: World, teacher: Desk) -> None:
    ours = world.here
    teacher.enter(ours.maths, ours.pupils[0], "tx4", "9")  # the file's column has a value in another row
    teacher.enter(ours.maths, ours.pupils[0], "ck", "9")
    rows = [(*ANH, 8, 8, 8, None, 8, None), (*DUNG, 5, 5, 5, 5, 5, None)]  # nobody has a final mark in the file
    brought = teacher.bring(workbook(rows))
    teacher.post("decide", brought, {"xoa-0": "on"})
    assert "<del>9</del> → <ins>trống</ins>" in teacher.page(brought)
    teacher.write(brought)
    marks = teacher.marks(ours.maths)["Nguyễn Thị Ánh"]
    assert "tx4" not in marks
    assert marks["ck"] == "9"


def test_a_cell_changed_since_the_preview_is_shown_and_nothing_is_written(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    teacher.enter(world.here.maths, world.here.pupils[0], "tx1", "3")
    refused = teacher.post("write", brought)
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "Chưa có gì được ghi" in page
    assert "Nguyễn Thị Ánh, TX1" in page
    assert teacher.marks(world.here.maths) == {"Nguyễn Thị Ánh": {"tx1": "3"}}


def test_after_a_second_look_the_file_can_be_written(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    teacher.enter(world.here.maths, world.here.pupils[0], "tx1", "3")
    teacher.post("decide", brought)
    assert "<del>3</del> → <ins>8</ins>" in teacher.page(brought)
    teacher.write(brought)
    assert teacher.marks(world.here.maths)["Nguyễn Thị Ánh"]["tx1"] == "8"


def test_a_change_elsewhere_in_the_sheet_is_no_conflict(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    teacher.enter(world.here.maths, world.here.pupils[2], "tx1", "3")
    teacher.write(brought)
    assert teacher.marks(world.here.maths)["Lê Đức Đạt"] == {"tx1": "3"}


def test_undo_restores_what_stood_there_before(world: World, teacher: Desk) -> None:
    teacher.enter(world.here.maths, world.here.pupils[0], "tx1", "3")
    brought = teacher.bring(workbook(ROWS))
    teacher.write(brought)
    teacher.post("undo", brought)
    assert teacher.marks(world.here.maths) == {"Nguyễn Thị Ánh": {"tx1": "3"}}
    assert "Đã hoàn tác" in teacher.page(brought)


def test_undo_leaves_what_was_changed_since_and_names_it(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    teacher.write(brought)
    teacher.enter(world.here.maths, world.here.pupils[0], "tx1", "10")
    teacher.post("undo", brought)
    assert teacher.marks(world.here.maths) == {"Nguyễn Thị Ánh": {"tx1": "10"}}
    assert "Nguyễn Thị Ánh, TX1: 10" in teacher.page(brought)


def test_undo_of_a_file_that_was_never_written_is_refused(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    teacher.post("undo", brought)
    assert "chưa được ghi nên không có gì để hoàn tác" in teacher.page(brought)


def test_faulty_cells_are_placed_and_worded_and_keep_what_is_on_record(world: World, teacher: Desk) -> None:
    teacher.enter(world.here.maths, world.here.pupils[0], "tx1", "3")
    brought = teacher.bring(workbook([(*ANH, 85, 11, "bảy", None, 8, 8)]))
    page = teacher.page(brought)
    for place in ("dòng 6, cột D", "dòng 6, cột E", "dòng 6, cột F"):
        assert place in page
    assert teacher.post("write", brought).status_code == 409, "the problems have to be looked at first"
    teacher.write(brought)
    assert teacher.marks(world.here.maths) == {"Nguyễn Thị Ánh": {"tx1": "3", "gk": "8", "ck": "8"}}


def test_a_name_in_another_unicode_form_with_its_birth_date_is_found(world: World, teacher: Desk) -> None:
    header = ("STT", "Họ và tên", "Ngày sinh", "ĐĐGtx1", "ĐĐGgk", "ĐĐGck")
    name = unicodedata.normalize("NFD", "Lê Đức Đạt")
    teacher.write(teacher.bring(workbook([(name, "05/03/2012", 8, 8, 8)], header=header)))
    assert "Lê Đức Đạt" in teacher.marks(world.here.maths)


def test_a_name_alone_is_asked_about(world: World, teacher: Desk) -> None:
    header = ("STT", "Họ và tên", "ĐĐGtx1", "ĐĐGgk", "ĐĐGck")
    brought = teacher.bring(workbook([("Lê Đức Đạt", 8, 8, 8)], header=header))
    assert "Hãy chọn đúng em" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409
    with tenancy.scope(teacher.actor.scope):
        row = world.here.pupils[2].enrolments.get().pk
    teacher.post("decide", brought, {"dong-0-6": str(row)})
    teacher.write(brought)
    assert teacher.marks(world.here.maths) == {"Lê Đức Đạt": {"tx1": "8", "gk": "8", "ck": "8"}}


def test_a_stranger_in_the_file_can_be_left_out(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook([*ROWS, ("0000000000", "Người Không Quen", 1, 1, 1, 1, 1, 1)]))
    assert "Không có học sinh nào của lớp khớp" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409
    teacher.post("decide", brought, {"dong-0-8": "skip"})
    teacher.write(brought)
    assert len(teacher.marks(world.here.maths)) == 2


def test_a_code_with_another_pupils_name_is_asked_about(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook([(ANH[0], DUNG[1], 8, 8, 8, 8, 8, 8)]))
    assert "Mã ở dòng này là của học sinh khác" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409


def test_two_rows_for_one_pupil_point_to_the_first(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook([(*ANH, 8, 8, 8, 8, 8, 8), (*ANH, 9, 9, 9, 9, 9, 9)]))
    assert "dòng 6" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409
    teacher.post("decide", brought, {"dong-0-7": "skip"})
    teacher.write(brought)
    assert teacher.marks(world.here.maths)["Nguyễn Thị Ánh"]["tx1"] == "8"


def test_two_sheets_for_one_place_are_refused_until_one_is_left_out(world: World, teacher: Desk) -> None:
    brought = teacher.bring(two_sheets([(*ANH, 8, 8, 8, 8, 8, 8)], [(*ANH, 9, 9, 9, 9, 9, 9)]))
    assert "cùng ghi vào một chỗ" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409
    teacher.post("decide", brought, {"trang-1": "skip"})
    teacher.write(brought)
    assert teacher.marks(world.here.maths)["Nguyễn Thị Ánh"]["tx1"] == "8"


def test_where_the_sheet_does_not_say_what_it_is_the_person_chooses(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook([(*ANH, 8, 8, 8, 8, 8, 8)], titles=("Điểm của em",)))
    assert "Hãy chọn ở ô «Ghi vào»" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409
    teacher.post("decide", brought, {"trang-0": f"{world.here.maths.pk}/2"})
    teacher.write(brought)
    assert teacher.marks(world.here.maths, 2)["Nguyễn Thị Ánh"]["gk"] == "8"


@pytest.mark.parametrize("titles", [
    ("BẢNG ĐIỂM MÔN NGỮ VĂN", *TITLES[1:]),
    (TITLES[0], "Lớp 9A1", TITLES[2]),
    (*TITLES[:2], "Học kì I - Năm học 2024-2025"),
])  # fmt: skip
def test_a_subject_class_or_year_that_is_not_the_teachers_own_is_not_written(
    world: World, teacher: Desk, titles: tuple[str, ...]
) -> None:
    brought = teacher.bring(workbook(ROWS, titles=titles))
    assert teacher.post("write", brought).status_code == 409
    assert teacher.marks(world.here.maths) == {}


def test_choosing_another_teachers_subject_by_hand_is_ignored(world: World, colleague: Desk) -> None:
    brought = colleague.bring(workbook(ROWS))
    colleague.post("decide", brought, {"trang-0": f"{world.here.maths.pk}/1"})
    assert colleague.post("write", brought).status_code == 409
    assert colleague.marks(world.here.maths) == {}


def test_the_office_does_not_write_marks(world: World, clerk: Desk) -> None:
    brought = clerk.bring(workbook(ROWS))
    clerk.post("decide", brought, {"trang-0": f"{world.here.maths.pk}/1"})
    assert clerk.post("write", brought).status_code == 409


def test_more_columns_than_the_subject_has_are_told_and_left_out(world: World, teacher: Desk) -> None:
    header = (*GRADEBOOK[:7], "ĐĐGtx5", *GRADEBOOK[7:])
    brought = teacher.bring(workbook([(*ANH, 8, 8, 8, 8, 9, 7, 7)], header=header))
    assert "không có cột TX5" in teacher.page(brought)
    teacher.write(brought)
    assert set(teacher.marks(world.here.maths)["Nguyễn Thị Ánh"]) == {"tx1", "tx2", "tx3", "tx4", "gk", "ck"}


def test_a_closed_gradebook_is_told_in_the_preview_and_nothing_is_written(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    with as_owner():
        lock_class(actor=teacher.actor, school_class=world.here.classes[0], reason="Đã nộp")
    assert "Sổ điểm đã khoá" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 409
    assert teacher.marks(world.here.maths) == {}


def test_a_second_terms_remark_is_taken_and_a_first_terms_is_not(world: World, teacher: Desk) -> None:
    header = (*GRADEBOOK, "Nhận xét")
    row = (*ANH, 8, 8, 8, 8, 8, 8, "Em tiến bộ.")
    first = teacher.bring(workbook([row], header=header))
    assert "chỉ lấy từ tệp học kì II" in teacher.page(first)
    second = teacher.bring(workbook([row], header=header, titles=(*TITLES[:2], "Học kì II - Năm học 2025-2026")))
    assert "<ins>Em tiến bộ.</ins>" in teacher.page(second)
    teacher.write(second)


def test_another_persons_file_does_not_exist(world: World, teacher: Desk, colleague: Desk) -> None:
    brought = teacher.bring(workbook(ROWS))
    assert colleague.preview(brought).status_code == 404
    assert colleague.post("write", brought).status_code == 404
    assert isinstance(brought, Import)
