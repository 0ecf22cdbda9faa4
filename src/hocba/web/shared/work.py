"""Cards of the "my work" page: each app says what awaits this actor; ``project/work.py`` lists the apps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hocba.web.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Card:
    """One piece of work. ``done`` of ``total`` draws a bar; without ``total`` there is none."""

    title: str
    text: str
    url: str
    done: int = 0
    total: int = 0
    deadline: Mapping[str, str] | None = None
    """``Deadline.shown(today)``."""
    waiting: bool = False
    """Others have to act first."""
    watched: bool = False
    """Numbers to keep an eye on; the work itself is others'."""

    @property
    def finished(self) -> bool:
        return bool(self.total) and self.done >= self.total


CardSource = Callable[[Actor], Sequence[Card]]
