"""The sentence for a problem: what happened, what was kept, what to do.

Each area has a module with ``MESSAGES``: code → Vietnamese template, ``{value}`` and the problem's
parameters filled in. Codes travel; sentences are only made at the edge.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

from hocba import wording
from hocba.kernel.problems import Problem
from hocba.wording.transcript import field_name


class _Blank(dict[str, str]):
    """Leaves a gap visible instead of failing while an error is being explained."""

    def __missing__(self, key: str) -> str:
        return "…"


@cache
def messages() -> MappingProxyType[str, str]:
    """Every code with its template; a code that stands in two areas is an error."""
    joined: dict[str, str] = {}
    for module in pkgutil.iter_modules(wording.__path__):
        area: dict[str, str] = getattr(importlib.import_module(f"{wording.__name__}.{module.name}"), "MESSAGES", {})
        twice = joined.keys() & area.keys()
        if twice:
            raise RuntimeError(f"codes worded twice: {sorted(twice)}")
        joined |= area
    return MappingProxyType(joined)


def sentence(problem: Problem) -> str:
    """The Vietnamese sentence of ``problem``; an unknown code is shown with its place rather than hidden."""
    template = messages().get(problem.code)
    if template is None:
        return f"Có vấn đề «{problem.code}» tại {problem.path or 'dữ liệu này'}."
    places = {"path": problem.path, "field": field_name(problem.path)}
    return template.format_map(_Blank({**problem.params, "value": problem.value or "", **places}))
