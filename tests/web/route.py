"""One row of the table of who may enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.web.world import World

from hocba.web.accounts.api import User

Arguments = Callable[[World], Mapping[str, object]]


def no_arguments(world: World) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True)
class Route:
    """``arguments``: what the address captures; ``data``: what is posted."""

    stranger: int
    teacher: int
    colleague: int
    clerk: int
    vice_principal: int
    principal: int
    officer: int
    elsewhere: int
    arguments: Arguments = no_arguments
    method: str = "get"
    data: Mapping[str, str] = field(default_factory=dict)

    def expected(self) -> dict[str, int]:
        return {visitor: getattr(self, visitor) for visitor in VISITORS}


VISITORS: dict[str, Callable[[World], User | None]] = {
    "stranger": lambda world: None,
    "teacher": lambda world: world.here.teacher,
    "colleague": lambda world: world.here.colleague,
    "clerk": lambda world: world.here.clerk,
    "vice_principal": lambda world: world.here.vice_principal,
    "principal": lambda world: world.here.principal,
    "officer": lambda world: world.officer,
    "elsewhere": lambda world: world.there.principal,
}
