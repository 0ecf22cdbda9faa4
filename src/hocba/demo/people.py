"""Pupils and their families."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hocba.demo import names, numbers, places
from hocba.demo.draw import one_in, pick
from hocba.demo.model import Guardian, Pupil
from hocba.demo.names import FEMALE, MALE

STARTS_SCHOOL_AT = 6
NONE = Guardian()


def pupil(rng: Random, *, grade: int, autumn: int, serial: int) -> Pupil:
    """One pupil of the age that ``grade`` has in the school year starting in ``autumn``."""
    gender = MALE if rng.randrange(1000) < 515 else FEMALE
    family = names.family_name(rng)
    born = _birth_date(rng, autumn - STARTS_SCHOOL_AT - (grade - 1) - one_in(rng, 30))
    father, mother, guardian = _parents(rng, family)
    return Pupil(
        code=numbers.student_code(serial),
        personal_id=numbers.personal_id(birth_year=born.year, gender=gender, serial=serial),
        name=names.child(rng, family, gender),
        gender=gender,
        birth_date=_as_registered(rng, born),
        birth_place=places.birth_place(rng),
        nationality="Việt Nam",
        ethnicity="Kinh",
        residence=places.residence(rng),
        policy_group="Con thương binh" if one_in(rng, 400) else "",
        register_number=f"{serial:05d}/PCGD",
        father=father,
        mother=mother,
        guardian=guardian,
    )


def twin_of(rng: Random, first: Pupil, *, serial: int) -> tuple[Pupil, Pupil]:
    """The same family and birthday, and two names given as a pair."""
    one, other = names.twins(rng, first.name.split()[0], first.gender)
    born = int(first.birth_date[:4])
    return replace(first, name=one), replace(
        first,
        name=other,
        code=numbers.student_code(serial),
        personal_id=numbers.personal_id(birth_year=born, gender=first.gender, serial=serial),
        register_number=f"{serial:05d}/PCGD",
    )


def _birth_date(rng: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=rng.randrange(365))


def _as_registered(rng: Random, born: date) -> str:
    """A few old certificates state only the year, or the month and the year."""
    if one_in(rng, 400):
        return pick(rng, [born.isoformat()[:4], born.isoformat()[:7]])
    return born.isoformat()


def _parents(rng: Random, family: str) -> tuple[Guardian, Guardian, Guardian]:
    father = Guardian(names.adult(rng, MALE, family), places.occupation(rng, woman=False))
    mother = Guardian(names.adult(rng, FEMALE), places.occupation(rng, woman=True))
    if one_in(rng, 40):
        return NONE, mother, NONE
    if one_in(rng, 60):
        return NONE, NONE, Guardian(names.adult(rng, pick(rng, [MALE, FEMALE])), "Nghỉ hưu")
    return father, mother, NONE
