"""A few pupils whom every real school has and careless software forgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from hocba.demo.model import Guardian, Pupil
from hocba.demo.names import FEMALE, MALE

Change = Callable[[list[Pupil]], None]


def enter(pupils: Sequence[Pupil], class_name: str) -> list[Pupil]:
    """The class with its particular pupils; other classes come back as they are."""
    changed = list(pupils)
    if class_name in _BY_CLASS:
        _BY_CLASS[class_name](changed)
    return changed


def _one(pupils: list[Pupil], gender: str, skip: int = 0) -> int:
    return [i for i, each in enumerate(pupils) if each.gender == gender][skip]


def _same_full_name(pupils: list[Pupil]) -> None:
    """A boy and a girl with one and the same name, two different people."""
    for gender in (MALE, FEMALE):
        at = _one(pupils, gender)
        pupils[at] = _renamed(pupils[at], "Nguyễn Minh Anh")


def _long_name(pupils: list[Pupil]) -> None:
    at = _one(pupils, FEMALE, 1)
    pupils[at] = _renamed(pupils[at], "Nguyễn Hoàng Trần Phương Quỳnh Khánh Nguyên")


def _from_the_mountains(pupils: list[Pupil]) -> None:
    at = _one(pupils, MALE)
    pupils[at] = replace(
        pupils[at],
        name="Giàng A Páo",
        ethnicity="Mông",
        birth_place="tỉnh Lào Cai",
        policy_group="Học sinh dân tộc thiểu số",
        father=Guardian("Giàng A Chu", "Công nhân"),
        mother=Guardian("Sùng Thị Mỷ", "Công nhân"),
        guardian=Guardian(),
    )


def _from_abroad(pupils: list[Pupil]) -> None:
    """No number in the population database; a name in another order and without Vietnamese letters."""
    at = _one(pupils, FEMALE)
    pupils[at] = replace(
        pupils[at],
        name="Kim Seo Yeon",
        personal_id=None,
        nationality="Hàn Quốc",
        ethnicity="Người nước ngoài",
        birth_place="Hàn Quốc",
        policy_group="",
        father=Guardian("Kim Dong Hyun", "Kĩ sư"),
        mother=Guardian("Park Ji Min", "Nội trợ"),
        guardian=Guardian(),
    )


def _renamed(pupil: Pupil, name: str) -> Pupil:
    """The father follows the family name."""
    father = pupil.father
    if father.name:
        father = replace(father, name=" ".join([name.split()[0], *father.name.split()[1:]]))
    return replace(pupil, name=name, father=father)


_BY_CLASS: Final[dict[str, Change]] = {
    "9A1": _long_name,
    "9A2": _same_full_name,
    "7A1": _from_the_mountains,
    "8A2": _from_abroad,
}
