"""Names to sign in with: as colleagues call each other, without diacritics, each once in the ward."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hocba.demo.model import Position, Staff, Ward
from hocba.demo.names import FEMALE
from hocba.kernel.ids import StaffCode
from hocba.kernel.names import fold

PASSWORD: Final = "do-son-2026"
"""Of every invented person."""

OFFICER: Final = "chuyenvien.doson"
_OFFICES: Final = {
    Position.PRINCIPAL: "hieutruong",
    Position.VICE_PRINCIPAL: "hieupho",
    Position.CLERK: "vanthu",
}


def user_names(ward: Ward) -> dict[StaffCode, str]:
    """``hieutruong.binhminh`` for an office, ``co.lan`` for a teacher; a second cô Lan is ``co.thanh.lan``."""
    found = {ward.officer.code: OFFICER}
    taken: set[str] = set()
    for school in ward.schools:
        for person in school.staff:
            office = _OFFICES.get(person.position)
            name = f"{office}.{school.slug}" if office else next(n for n in _candidates(person) if n not in taken)
            taken.add(name)
            found[person.code] = name
    return found


def _candidates(person: Staff) -> Iterator[str]:
    """From the shortest form of the name to the longest, then with a number."""
    words = fold(person.name).split()
    address = "co" if person.gender == FEMALE else "thay"
    for start in range(len(words) - 1, -1, -1):
        yield ".".join([address, *words[start:]])
    for number in range(2, 1000):
        yield f"{address}.{words[-1]}{number}"
