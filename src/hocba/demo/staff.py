"""The people who work in a school."""

from __future__ import annotations

from random import Random
from typing import Final

from hocba.demo import names, numbers
from hocba.demo.model import Position, Staff
from hocba.demo.names import FEMALE, MALE

TITLES: Final = {
    Position.TEACHER: "Giáo viên",
    Position.PRINCIPAL: "Hiệu trưởng",
    Position.VICE_PRINCIPAL: "Phó Hiệu trưởng",
    Position.CLERK: "Nhân viên văn thư",
    Position.WARD_OFFICER: "Chuyên viên Phòng Văn hoá - Xã hội",
}

OFFICE: Final = (Position.PRINCIPAL, Position.VICE_PRINCIPAL, Position.CLERK)


def member(rng: Random, position: Position, *, school: int, serial: int) -> Staff:
    """``school`` 0 is the ward's own office."""
    gender = FEMALE if rng.randrange(100) < 68 else MALE
    return Staff(
        code=numbers.staff_code(school, serial),
        name=names.adult(rng, gender),
        gender=gender,
        personal_id=numbers.personal_id(
            birth_year=rng.randint(1969, 1999), gender=gender, serial=900000 + school * 1000 + serial
        ),
        position=position,
        title=TITLES[position],
    )


def office(rng: Random, *, school: int) -> list[Staff]:
    """Principal, vice principal and the clerk who keeps the seal."""
    return [member(rng, position, school=school, serial=serial) for serial, position in enumerate(OFFICE, start=1)]


def teachers(rng: Random, count: int, *, school: int) -> list[Staff]:
    return [member(rng, Position.TEACHER, school=school, serial=10 + each) for each in range(count)]
