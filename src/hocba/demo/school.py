"""The three schools: their classes, their people, and who teaches whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hocba.demo import numbers, places, staff, timetable
from hocba.demo.draw import stream
from hocba.demo.model import School, Showcase, Staff
from hocba.demo.school_class import ClassPlan, build_class, empty_class
from hocba.kernel.codes import Stage
from hocba.kernel.ids import StaffCode
from hocba.kernel.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class SchoolPlan:
    number: int
    slug: str
    name: str
    classes_by_grade: Mapping[int, int]
    showcases: Mapping[str, Showcase]


SCHOOLS: Final = (
    SchoolPlan(
        1,
        "binhminh",
        "Trường THCS Bình Minh (trình diễn)",
        {6: 5, 7: 5, 8: 4, 9: 4},
        {
            "9A1": Showcase.ISSUED,
            "9A2": Showcase.READY_TO_SIGN,
            "8A1": Showcase.IN_ENTRY,
            "7A2": Showcase.WITH_FAULTS,
        },
    ),
    SchoolPlan(2, "haiau", "Trường TH&THCS Hải Âu (trình diễn)", dict.fromkeys(range(1, 10), 1), {}),
    SchoolPlan(
        3,
        "bienxanh",
        "Trường THCS&THPT Biển Xanh (trình diễn)",
        {6: 2, 7: 2, 8: 2, 9: 2, 10: 1, 11: 1, 12: 1},
        {},
    ),
)


def build_school(seed: int, plan: SchoolPlan, year: SchoolYear, *, pupils: bool = True) -> School:
    grades = dict(_class_names(plan))
    own = {name: grade for name, grade in grades.items() if grade in Stage.LOWER_SECONDARY.grades}
    rng = stream(seed, plan.number, "staff")
    office = staff.office(rng, school=plan.number)
    others = len(grades) - len(own)
    people = staff.teachers(rng, sum(timetable.teachers_needed(own)) + others, school=plan.number)
    assignments, homeroom = timetable.plan(own, [each.code for each in people])
    homeroom |= _class_teachers(grades, homeroom, people)
    planned = _class_plans(seed, plan, homeroom)
    return School(
        code=numbers.school_code(plan.number),
        slug=plan.slug,
        name=plan.name,
        tax_code=numbers.tax_code(plan.number),
        address=f"Tổ dân phố {plan.number * 4}, {places.WARD}, {places.PROVINCE}",
        stages=tuple(stage for stage in Stage if any(grade in stage.grades for grade in plan.classes_by_grade)),
        staff=(*office, *people),
        classes=tuple(build_class(each, year) if pupils else empty_class(each) for each in planned),
        assignments=assignments,
    )


def _class_names(plan: SchoolPlan) -> Iterator[tuple[str, int]]:
    for grade, count in plan.classes_by_grade.items():
        for number in range(1, count + 1):
            yield f"{grade}A{number}", grade


def _class_teachers(
    grades: Mapping[str, int], homeroom: Mapping[str, StaffCode], people: list[Staff]
) -> dict[str, StaffCode]:
    """Classes of other stages, whose gradebooks are kept elsewhere, have a homeroom teacher each: the last ones."""
    waiting = [name for name in grades if name not in homeroom]
    return {name: each.code for name, each in zip(reversed(waiting), reversed(people), strict=False)}


def _class_plans(seed: int, plan: SchoolPlan, homeroom: Mapping[str, StaffCode]) -> Iterator[ClassPlan]:
    for position, (name, grade) in enumerate(_class_names(plan)):
        yield ClassPlan(
            seed=seed,
            school_number=plan.number,
            school_name=plan.name,
            name=name,
            grade=grade,
            homeroom=homeroom[name],
            first_serial=plan.number * 100_000 + position * 100,
            showcase=plan.showcases.get(name),
        )
