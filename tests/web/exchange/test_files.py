"""Files: hostile ones, ones that are something else, how long they are kept; the template that reads back."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.web.exchange.conftest import Desk
from tests.web.exchange.workbooks import ANH, workbook
from tests.web.world import World

from hocba.interchange.spreadsheets.api import MAX_FILE_BYTES, GradebookEntry, read_workbook
from hocba.kernel.problems import ProblemError
from hocba.web.exchange.files import content_of, forget_expired
from hocba.web.exchange.models import Import
from hocba.web.shared import blobs, tenancy

ROW = (*ANH, 8, "7,5", 0, None, 9, 6.5)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"0" * 200_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(("content", "said"), [
    (b"", "Chưa có tệp nào được chọn|Tệp rỗng"),
    (b"%PDF-1.7 not a table", "Nội dung không phải bảng tính"),
    (workbook([ROW])[:2000], "Tệp bị hỏng"),
    (bomb(), "Nội dung sau khi giải nén quá lớn"),
    (b"0" * (MAX_FILE_BYTES + 1), "Tệp quá nặng"),
], ids=["empty", "pdf", "truncated", "bomb", "large"])  # fmt: skip
def test_a_file_that_cannot_be_read_gets_a_clear_answer_and_is_not_kept(
    world: World, teacher: Desk, content: bytes, said: str
) -> None:
    refused = teacher.upload(content)
    assert refused.status_code == 422
    assert any(each in refused.content.decode() for each in said.split("|"))
    assert teacher.imports() == []


def test_a_form_without_a_file_says_what_to_do(world: World, teacher: Desk) -> None:
    refused = teacher.client.post(reverse("exchange:upload"))
    assert refused.status_code == 422
    assert "Hãy chọn một tệp Excel" in refused.content.decode()


def test_a_table_without_pupils_says_so_and_never_that_all_is_there_already(world: World, teacher: Desk) -> None:
    page = teacher.page(teacher.bring(b"a,b\n1,2\n", "gi-do.csv"))
    assert "Không có gì để nhập" in page
    assert "Không tìm thấy dòng tiêu đề cột" in page
    assert "đã có sẵn" not in page


def test_html_named_xls_is_read(world: World, teacher: Desk) -> None:
    cells = "".join(f"<td>{value}</td>" for value in ("1", *ANH, "8", "7,5", "0"))
    head = "".join(f"<th>{name}</th>" for name in ("STT", "Mã học sinh", "Họ và tên", "ĐĐGtx1", "ĐĐGgk", "ĐĐGck"))
    html = f"<meta charset=utf-8><table><tr><td colspan=6>Môn Toán - Lớp 8A1 - Học kì 1<tr>{head}<tr>{cells}</table>"
    teacher.write(teacher.bring(html.encode(), "diem.xls"))
    assert teacher.marks(world.here.maths)["Nguyễn Thị Ánh"] == {"tx1": "8", "gk": "7.5", "ck": "0"}


def test_markup_in_a_file_stays_text(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook([(ANH[0], "<script>alert(1)</script>", 8, 8, 8, 8, 8, 8)]), "<b>x</b>.xlsx")
    page = teacher.page(brought)
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_a_file_is_stored_under_its_school(world: World, teacher: Desk) -> None:
    brought = teacher.bring(workbook([ROW]))
    assert blobs.get(brought.digest).startswith(f"hocba import of school {world.here.school.pk}\n".encode())
    assert read_workbook(content_of(brought, actor=teacher.actor))


def test_an_expired_file_is_deleted_and_says_so(
    world: World, teacher: Desk, django_capture_on_commit_callbacks
) -> None:
    brought = teacher.bring(workbook([ROW]))
    later = timezone.localdate() + timedelta(days=31)
    with django_capture_on_commit_callbacks(execute=True), tenancy.scope(teacher.actor.scope):
        forget_expired(actor=teacher.actor, today=later)
    with pytest.raises(ProblemError, match=r"blob\.missing"):
        blobs.get(brought.digest)
    assert teacher.preview(brought).status_code == 410
    assert "đã hết hạn lưu" in teacher.page(brought)
    assert teacher.post("write", brought).status_code == 410


def test_a_file_brought_again_outlives_its_first_expiry(world: World, teacher: Desk,
                                                         django_capture_on_commit_callbacks) -> None:  # fmt: skip
    content = workbook([ROW])
    first = teacher.bring(content)
    with tenancy.scope(teacher.actor.scope):
        Import.objects.filter(pk=first.pk).update(expires_on=timezone.localdate() - timedelta(days=1))
    with django_capture_on_commit_callbacks(execute=True):
        again = teacher.bring(content)
    assert teacher.preview(again).status_code == 200


def test_the_template_holds_names_and_marks_and_reads_back_without_a_change(world: World, teacher: Desk) -> None:
    teacher.write(teacher.bring(workbook([ROW])))
    response = teacher.client.get(reverse("exchange:template", args=[world.here.maths.pk, "hk1"]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="8A1-toan-hk1.xlsx"'
    (reading,) = read_workbook(response.content)
    assert (reading.school_class, reading.subject, reading.term) == ("8A1", "TOAN", 1)
    assert [row.name for row in reading.rows] == ["Nguyễn Thị Ánh", "Trần Văn Dũng", "Lê Đức Đạt"]
    assert reading.rows[0].entry == GradebookEntry(("8", "7.5", "0"), "9", "6.5")
    assert "Không có gì để ghi" in teacher.page(teacher.bring(response.content, "mau.xlsx"))


@pytest.mark.parametrize("part", ["he", "nhan-xet", "khong-co"])
def test_there_is_no_template_for_other_parts(world: World, teacher: Desk, part: str) -> None:
    assert teacher.client.get(reverse("exchange:template", args=[world.here.maths.pk, part])).status_code == 404
