"""One class: its pupils in the order of Vietnamese class lists, and their year where a gradebook is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from hocba.demo import characters, people
from hocba.demo.draw import one_in, stream
from hocba.demo.model import HistoryRow, Pupil, SchoolClass, Showcase
from hocba.demo.school_year import pupil_year
from hocba.demo.showcases import SETTLED, prepare
from hocba.kernel.codes import Stage
from hocba.kernel.ids import StaffCode
from hocba.kernel.names import sort_key
from hocba.kernel.school_year import SchoolYear

SMALLEST, LARGEST = 33, 45
SCHOOL_ELSEWHERE: Final = "Trường THCS Hoa Phượng (trình diễn)"


@dataclass(frozen=True, slots=True)
class ClassPlan:
    seed: int
    school_number: int
    school_name: str
    name: str
    grade: int
    homeroom: StaffCode
    first_serial: int
    showcase: Showcase | None


def empty_class(plan: ClassPlan) -> SchoolClass:
    """The class before anybody is in it."""
    return SchoolClass(plan.name, plan.grade, plan.homeroom, (), plan.showcase)


def build_class(plan: ClassPlan, year: SchoolYear) -> SchoolClass:
    rng = stream(plan.seed, plan.school_number, plan.name, "pupils")
    pupils = sorted(_pupils(rng, plan, year), key=lambda each: sort_key(each.name))
    pupils = sorted(characters.enter(pupils, plan.name) if plan.school_number == 1 else pupils, key=_order)
    school_class = SchoolClass(
        name=plan.name,
        grade=plan.grade,
        homeroom=plan.homeroom,
        pupils=tuple(_with_year(plan, each) for each in pupils),
        showcase=plan.showcase,
    )
    return prepare(school_class)


def _order(pupil: Pupil) -> tuple[str, str]:
    return sort_key(pupil.name), pupil.birth_date


def _pupils(rng: Random, plan: ClassPlan, year: SchoolYear) -> list[Pupil]:
    size = rng.randint(SMALLEST, LARGEST)
    serials = range(plan.first_serial + 1, plan.first_serial + size + 1)
    pupils = [people.pupil(rng, grade=plan.grade, autumn=year.start, serial=serial) for serial in serials]
    if one_in(rng, 3):
        pupils[0], pupils[1] = people.twin_of(rng, pupils[0], serial=serials[1])
    return [replace(each, history=tuple(_history(rng, plan, year))) for each in pupils]


def _history(rng: Random, plan: ClassPlan, year: SchoolYear) -> Iterator[HistoryRow]:
    """The years of this stage up to the present one; a few pupils came from another school."""
    first = Stage.of_grade(plan.grade).grades.start
    moved_before = rng.choice(range(first, plan.grade + 1)) if one_in(rng, 30) else first
    for grade in range(first, plan.grade + 1):
        name = SCHOOL_ELSEWHERE if grade < moved_before else plan.school_name
        yield HistoryRow(SchoolYear(year.start - plan.grade + grade), f"{grade}{plan.name.lstrip('0123456789')}", name)


def _with_year(plan: ClassPlan, pupil: Pupil) -> Pupil:
    if plan.grade not in Stage.LOWER_SECONDARY.grades:
        return pupil
    settled = plan.showcase in SETTLED
    return replace(pupil, year=pupil_year(stream(plan.seed, pupil.code, "year"), plan.grade, settled=settled))
