"""Problem codes: what is wrong and where. Sentences for people live in ``hocba.wording``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    ``code``: dotted, stable, documented (``mark.out_of_range``).
    ``path``: where, in the caller's own terms (``subjects.TOAN.terms.0.midterm``, ``F12``); may be empty.
    ``value``: the offending text as it was given, or None.
    ``params``: further facts that a sentence needs.
    """

    code: str
    path: str = ""
    value: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        shown: dict[str, object] = {"code": self.code}
        if self.path:
            shown["path"] = self.path
        if self.value is not None:
            shown["value"] = self.value
        if self.params:
            shown["params"] = dict(self.params)
        return shown


class ProblemError(ValueError):
    """Raised where one problem ends the work; carries it for the edge to word."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem

    def __reduce__(self) -> tuple[type[ProblemError], tuple[Problem]]:
        return type(self), (self.problem,)  # so that a worker process can hand it back


def fail(code: str, path: str = "", value: str | None = None, **params: str) -> ProblemError:
    """Build the error to raise: ``raise fail("mark.out_of_range", value="11")``."""
    return ProblemError(Problem(code, path, value, params))
