"""A workbook as teachers keep it becomes marks: seen first, written whole, and once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Visit
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

from hocba.demo.model import Showcase
from hocba.demo.workbooks import IN_ENTRY

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]


def bring(visitor: Visitor, site: Site) -> None:
    visitor.page.goto("/nhap-excel/")
    visitor.look("choosing a workbook")
    visitor.page.set_input_files("input[type=file]", site.data / "demo" / IN_ENTRY)
    visitor.follow("Xem trước", exact=True)


def missing_marks(visitor: Visitor, class_name: str) -> str:
    """What the list of gradebooks says about the second term of mathematics."""
    visitor.page.goto("/so-diem/")
    line = visitor.main.locator("tr", has_text=class_name).filter(has_text="Toán")
    return line.locator("td").last.inner_text()


def test_marks_of_a_workbook_are_shown_then_written_once(visit: Visit, site: Site) -> None:
    _, school_class = site.ward.showcase(Showcase.IN_ENTRY)
    with visit() as teacher:
        teacher.sign_in(site.teacher_of(school_class, "TOAN"))
        before = missing_marks(teacher, school_class.name)
        assert "thiếu" in before
        bring(teacher, site)
        for pupil in school_class.pupils:
            expect(teacher.main).to_contain_text(pupil.name)
        teacher.look("preview of a workbook")
        preview = teacher.page.url
        assert missing_marks(teacher, school_class.name) == before
        teacher.page.goto(preview)
        teacher.click(teacher.main.get_by_role("button", name="thay đổi"))
        expect(teacher.main.get_by_role("heading", level=1)).to_have_text("Đã ghi")
        teacher.look("workbook written")
        assert "đủ" in missing_marks(teacher, school_class.name)
        bring(teacher, site)
        expect(teacher.main).to_contain_text("Mọi giá trị trong tệp đã có sẵn trong sổ.")
        teacher.look("workbook without news")
        expect(teacher.main.get_by_role("button", name="Ghi ")).to_have_count(0)
