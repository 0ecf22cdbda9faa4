"""A rule set: a body of law that judges pupils' years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hocba.regulations.engine.applicability import Applicability
from hocba.regulations.engine.trace import Step
from hocba.regulations.outcome import Outcome
from hocba.regulations.record import StudentYear


@dataclass(frozen=True, slots=True)
class Ruleset:
    """``evaluate`` judges any record that the rule set covers; ``explain`` is handed what it concluded."""

    id: str
    title: str
    applies: Applicability
    evaluate: Callable[[StudentYear], Outcome]
    explain: Callable[[StudentYear, Outcome], tuple[Step, ...]]
