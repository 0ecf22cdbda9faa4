"""Numbers of the law, each with its citation, changed only by dated amendments.

A circular declares its numbers as a frozen dataclass of ``Annotated[type, Citation]`` fields whose defaults are the
original values; an amendment names the act, the first school year and the fields that it changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, get_type_hints

from hocba.kernel.school_year import SchoolYear
from hocba.regulations.engine.citation import Citation

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Amendment:
    """Values that a later act sets, from a school year on."""

    citation: Citation
    since: SchoolYear
    changes: Mapping[str, Any]


def in_force(original: P, amendments: Sequence[Amendment], school_year: SchoolYear) -> P:
    """The numbers that judge ``school_year``: the original ones with every amendment up to then, oldest first."""
    current = original
    for amendment in sorted(amendments, key=lambda amendment: amendment.since):
        if amendment.since <= school_year:
            current = replace(current, **amendment.changes)  # type: ignore[type-var]
    return current


def citations(parameters: type[Any]) -> dict[str, Citation]:
    """Field → where the law sets it. Raises LookupError for a field without a citation."""
    hints = get_type_hints(parameters, include_extras=True)
    return {field.name: _citation(field.name, hints[field.name]) for field in fields(parameters)}


def _citation(name: str, hint: Any) -> Citation:
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, Citation):
            return extra
    raise LookupError(f"{name} has no citation")
