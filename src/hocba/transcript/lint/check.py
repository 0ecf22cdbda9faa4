"""What a check is. One file holds one check; ``registry`` lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hocba.kernel.problems import Problem
from hocba.transcript.model import Transcript

SEVERITY = "severity"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Check:
    """``citation``: the source that asks for it. ``find`` yields each fault with its code and path."""

    name: str
    citation: str
    find: Callable[[Transcript], Iterator[Problem]]


def warning(code: str, path: str = "", value: str | None = None, **params: str) -> Problem:
    """A finding that a person should see and may accept: it does not stop signing."""
    return Problem(code, path, value, {**params, SEVERITY: WARNING})


def blocks(problem: Problem) -> bool:
    """Whether the transcript must not be signed until this is mended."""
    return problem.params.get(SEVERITY) != WARNING
