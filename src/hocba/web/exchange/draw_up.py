"""A file, what was decided about it and what is on record: the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hocba.interchange.spreadsheets.api import SheetKind, SheetProblem, read_workbook
from hocba.kernel.problems import Problem
from hocba.web.exchange.choices import SKIP, Choices, PartChoices, of_json
from hocba.web.exchange.files import content_of
from hocba.web.exchange.marks import plan_marks
from hocba.web.exchange.models import Import
from hocba.web.exchange.parts import Part, parts_of
from hocba.web.exchange.plan import PartPlan, Plan
from hocba.web.exchange.pupils import plan_class_list
from hocba.web.exchange.targets import Target, recognised, targets_of
from hocba.web.shared.actor import Actor

BROUGHT_IN = (SheetKind.GRADEBOOK, SheetKind.CLASS_LIST)


def plan_of(brought: Import, *, actor: Actor) -> Plan:
    """As things stand now. Raises ProblemError ``import.expired``, ``file.…``."""
    readings = read_workbook(content_of(brought, actor=actor), filename=brought.filename)
    return draw_up(parts_of(readings), of_json(brought.choices), targets_of(actor))


def draw_up(parts: Sequence[Part], choices: Choices, targets: Sequence[Target]) -> Plan:
    plans = [_part(part, choices.get(part.number, PartChoices()), targets) for part in parts]
    return Plan(tuple(_once(plans)))


def _part(part: Part, choices: PartChoices, targets: Sequence[Target]) -> PartPlan:
    if part.reading.kind not in BROUGHT_IN or choices.target == SKIP:
        return PartPlan(part, None, skipped=True)
    fitting = [target for target in targets if target.kind is part.reading.kind]
    chosen = next((target for target in fitting if target.key == choices.target), None)
    target = chosen or recognised(part.reading, fitting)
    if target is None:
        return PartPlan(part, None, blockers=(SheetProblem(Problem("part.no_target")),))
    plan = plan_marks if target.class_subject else plan_class_list
    return plan(part, target, choices)


def _once(plans: Sequence[PartPlan]) -> list[PartPlan]:
    """Two sheets cannot both be written to one place."""
    first: dict[str, PartPlan] = {}
    for plan in plans:
        if plan.target is not None:
            first.setdefault(plan.target.key, plan)
    return [plan if plan.target is None or first[plan.target.key] is plan else _second(plan, first) for plan in plans]


def _second(plan: PartPlan, first: dict[str, PartPlan]) -> PartPlan:
    assert plan.target is not None
    earlier = first[plan.target.key].part.reading.sheet
    return replace(plan, blockers=(SheetProblem(Problem("part.same_target", value=earlier)),))
