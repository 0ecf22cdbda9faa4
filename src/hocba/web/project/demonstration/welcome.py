"""What is said when the site stands: where, as whom, and a tour in five steps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hocba.demo.model import Position, Showcase, Ward
from hocba.demo.user_names import PASSWORD, user_names
from hocba.kernel.ids import StaffCode
from hocba.kernel.subjects import SubjectCode

_MATHEMATICS = SubjectCode("TOAN")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody whom a visitor may be. ``does``: what for."""

    user_name: str
    name: str
    does: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the tour, all of the school with the showcases."""

    in_entry: Guest
    faults: Guest
    subject: Guest
    homeroom: Guest
    principal: Guest
    clerk: Guest
    officer: Guest


def cast_of(ward: Ward) -> Cast:
    """Who does what on the tour."""
    names = user_names(ward)
    school, ready = ward.showcase(Showcase.READY_TO_SIGN)
    _, in_entry = ward.showcase(Showcase.IN_ENTRY)
    _, faults = ward.showcase(Showcase.WITH_FAULTS)
    people = {person.code: person for person in (*school.staff, ward.officer)}

    def guest(code: StaffCode, does: str) -> Guest:
        return Guest(names[code], people[code].name, does)

    return Cast(
        in_entry=guest(school.teachers_of(in_entry.name)[_MATHEMATICS], f"giáo viên Toán lớp {in_entry.name}"),
        faults=guest(faults.homeroom, f"chủ nhiệm lớp {faults.name}"),
        subject=guest(school.teachers_of(ready.name)[_MATHEMATICS], f"giáo viên Toán lớp {ready.name}"),
        homeroom=guest(ready.homeroom, f"chủ nhiệm lớp {ready.name}"),
        principal=guest(school.holder(Position.PRINCIPAL).code, "hiệu trưởng"),
        clerk=guest(school.holder(Position.CLERK).code, "văn thư, giữ con dấu"),
        officer=guest(ward.officer.code, "chuyên viên phường"),
    )


def welcome(ward: Ward, *, address: str, samples: Path) -> str:
    """The text for the terminal."""
    cast = cast_of(ward)
    guests = (
        cast.in_entry, cast.faults, cast.subject, cast.homeroom, cast.principal, cast.clerk, cast.officer,
    )  # fmt: skip
    width = max(len(each.user_name) for each in guests)
    seen: dict[str, list[Guest]] = {}
    for each in guests:
        seen.setdefault(each.user_name, []).append(each)
    people = "\n".join(
        f"  {user_name:<{width}}  {held[0].name}: {', '.join(each.does for each in held)}"
        for user_name, held in seen.items()
    )
    return f"""
Trang trình diễn: {address}

Mật khẩu chung: {PASSWORD}
{people}

Đi một vòng trong năm bước:
  1. {cast.in_entry.user_name}: mở sổ điểm Toán lớp 8A1, học kì II, nhập một điểm cuối kì còn thiếu;
     hoặc nhập cả cột từ tệp Excel trong {samples}
  2. {cast.faults.user_name}: mở lớp 7A2, xem những lỗi thường gặp trước khi lập học bạ
  3. Lớp 9A2 chờ kí, lần lượt: {cast.subject.user_name} (môn Toán), {cast.homeroom.user_name} (chủ nhiệm),
     {cast.principal.user_name}, rồi {cast.clerk.user_name} đóng dấu, phát hành
  4. {cast.clerk.user_name}: tải học bạ XML và PDF của lớp 9A1 hoặc 9A2
  5. Không cần đăng nhập: thả tệp vừa tải vào {address}/xac-minh/

Người, trường, khoá kí đều là hư cấu; học bạ trình diễn không có giá trị pháp lí.
"""
