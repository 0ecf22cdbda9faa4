"""The ward as a whole: repeatable, of the right size, plausible as an organisation."""

from __future__ import annotations

import time
from collections import Counter

from hocba.demo.curriculum import subjects
from hocba.demo.model import Position, School, Showcase, Ward
from hocba.demo.ward import build
from hocba.kernel.codes import Stage
from hocba.kernel.names import sort_key


def lower_secondary_classes(school: School) -> list[str]:
    return [c.name for c in school.classes if c.stage is Stage.LOWER_SECONDARY]


def test_same_seed_gives_the_same_ward(ward: Ward) -> None:
    assert build() == ward


def test_another_seed_gives_other_people(ward: Ward) -> None:
    other = build(seed=7)
    assert other != ward
    names = {p.name for _, c in ward.each_class() for p in c.pupils}
    assert {p.name for _, c in other.each_class() for p in c.pupils} != names


def test_it_is_built_in_a_moment() -> None:
    started = time.perf_counter()
    build(seed=1)
    assert time.perf_counter() - started < 5


def test_about_fifteen_hundred_pupils_most_of_them_in_lower_secondary(ward: Ward) -> None:
    sizes = {(s.slug, c.name): len(c.pupils) for s, c in ward.each_class()}
    lower = sum(len(c.pupils) for _, c in ward.each_class() if c.stage is Stage.LOWER_SECONDARY)
    assert 1350 <= sum(sizes.values()) <= 1650
    assert lower > sum(sizes.values()) / 2
    assert all(30 <= size <= 45 for size in sizes.values())


def test_three_kinds_of_school(ward: Ward) -> None:
    assert [s.stages for s in ward.schools] == [
        (Stage.LOWER_SECONDARY,),
        (Stage.PRIMARY, Stage.LOWER_SECONDARY),
        (Stage.LOWER_SECONDARY, Stage.UPPER_SECONDARY),
    ]
    assert all("trình diễn" in s.name for s in ward.schools)
    largest = max(ward.schools, key=lambda s: sum(len(c.pupils) for c in s.classes))
    assert largest is ward.schools[0]


def test_every_school_has_its_office_and_the_ward_an_officer(ward: Ward) -> None:
    assert ward.officer.position is Position.WARD_OFFICER
    for school in ward.schools:
        held = Counter(s.position for s in school.staff)
        assert [held[p] for p in (Position.PRINCIPAL, Position.VICE_PRINCIPAL, Position.CLERK)] == [1, 1, 1]
        assert school.holder(Position.CLERK).title == "Nhân viên văn thư"


def test_every_subject_of_every_class_has_exactly_one_teacher(ward: Ward) -> None:
    for school in ward.schools:
        taught = Counter((a.class_name, a.subject) for a in school.assignments)
        expected = {(name, s) for name in lower_secondary_classes(school) for s in subjects(int(name[0]))}
        assert set(taught) == expected
        assert set(taught.values()) == {1}


def test_homeroom_teachers_teach_in_their_class_and_have_only_one(ward: Ward) -> None:
    for school in ward.schools:
        homeroom = [c.homeroom for c in school.classes]
        assert len(set(homeroom)) == len(homeroom)
        for name in lower_secondary_classes(school):
            assert school.school_class(name).homeroom in school.teachers_of(name).values()


def test_teachers_have_several_classes_and_bearable_loads(ward: Ward) -> None:
    for school in ward.schools:
        load: Counter[str] = Counter()
        for a in school.assignments:
            load[a.teacher] += subjects(school.school_class(a.class_name).grade)[a.subject].periods
        assert max(load.values()) <= 23 * 35
    largest = ward.schools[0]
    classes: Counter[str] = Counter()
    for teacher, _ in {(a.teacher, a.class_name) for a in largest.assignments}:
        classes[teacher] += 1
    assert min(classes.values()) >= 2


def test_everyone_who_teaches_is_on_the_staff(ward: Ward) -> None:
    for school in ward.schools:
        known = {s.code for s in school.staff}
        assert {a.teacher for a in school.assignments} <= known
        assert {c.homeroom for c in school.classes} <= known


def test_class_lists_stand_in_vietnamese_order(ward: Ward) -> None:
    for _, school_class in ward.each_class():
        keys = [sort_key(p.name) for p in school_class.pupils]
        assert keys == sorted(keys)


def test_one_class_for_each_showcase_all_in_the_largest_school(ward: Ward) -> None:
    shown = [(s.slug, c.showcase) for s, c in ward.each_class() if c.showcase]
    assert Counter(kind for _, kind in shown) == Counter(Showcase)
    assert {slug for slug, _ in shown} == {ward.schools[0].slug}
