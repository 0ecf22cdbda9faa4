"""What the person decided about a file, as it is kept in ``Import.choices``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SKIP = "skip"
"""Leave the sheet, or the row, out."""
NEW = "new"
"""The row is about a pupil whom the school does not know yet, whoever else has that name."""


@dataclass(frozen=True, slots=True)
class PartChoices:
    """``target``: key of a ``Target``, ``SKIP``, or None while the file speaks for itself. ``rows``: row → pupil.

    ``erase``: a blank in the file blanks the mark on record.
    """

    target: str | None = None
    erase: bool = False
    rows: Mapping[int, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        return {"target": self.target, "erase": self.erase, "rows": {str(row): who for row, who in self.rows.items()}}


Choices = Mapping[int, PartChoices]
"""Number of the part → what was decided about it."""


def of_json(given: Mapping[str, Mapping[str, object]]) -> Choices:
    return {int(number): _part(part) for number, part in given.items()}


def _part(given: Mapping[str, object]) -> PartChoices:
    target, rows = given["target"], given["rows"]
    assert isinstance(rows, dict)
    return PartChoices(
        target if isinstance(target, str) else None,
        bool(given["erase"]),
        {int(row): str(who) for row, who in rows.items()},
    )


def as_json(choices: Choices) -> dict[str, object]:
    return {str(number): part.as_json() for number, part in choices.items()}


def of_form(posted: Mapping[str, str], *, before: Choices, parts: int) -> Choices:
    """Fields: ``trang-N`` target, ``xoa-N`` tick, ``dong-N-R`` pupil. Another target forgets the rows of the part."""
    return {number: _of_form(posted, number, before.get(number, PartChoices())) for number in range(parts)}


def _of_form(posted: Mapping[str, str], number: int, before: PartChoices) -> PartChoices:
    target = posted.get(f"trang-{number}") or before.target
    prefix = f"dong-{number}-"
    rows = dict(before.rows) if target == before.target or before.target is None else {}
    for name, who in posted.items():
        row = name.removeprefix(prefix)
        if name.startswith(prefix) and row.isascii() and row.isdecimal():
            rows[int(row)] = who
    return PartChoices(target, f"xoa-{number}" in posted, {row: who for row, who in rows.items() if who})
