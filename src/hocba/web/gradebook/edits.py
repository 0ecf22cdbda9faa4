"""What is asked of a sheet and what it answers, cell by cell (protocol: docs/interface.md)."""

from __future__ import annotations

import enum
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from hocba.kernel.problems import fail

_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")
"""What PostgreSQL takes neither as text nor in JSON; no browser sends it."""
MOST_CELLS = 2000
"""In one batch: a whole class sheet has about 700."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell to be written: ``value`` as typed, made from ``version`` (0: the cell had never been filled in)."""

    row: UUID
    col: str
    value: str
    version: int


class Status(enum.StrEnum):
    SAVED = "saved"
    CONFLICT = "conflict"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """``value`` and ``version`` are what stands in the cell now; in a conflict ``by`` and ``at`` say whose it is."""

    row: UUID
    col: str
    status: Status
    value: str
    version: int
    by: str = ""
    at: str = ""
    code: str = ""
    message: str = ""

    def as_json(self) -> dict[str, object]:
        shown = {name: value for name, value in asdict(self).items() if value != "" or name == "value"}
        return shown | {"row": str(self.row)}

    @classmethod
    def of_json(cls, given: dict[str, str]) -> CellAnswer:
        fields = {**given, "row": UUID(given["row"]), "status": Status(given["status"])}
        return cls(**fields)  # type: ignore[arg-type]


def read_batch(given: object) -> tuple[UUID, list[Edit]]:
    """The batch's key and its edits. Raises ProblemError ``batch.malformed`` or ``batch.too_large``."""
    try:
        assert isinstance(given, dict)
        key, cells = UUID(given["batch"]), given["cells"]
        assert isinstance(cells, list)
        edits = [_edit(cell) for cell in cells]
    except (AssertionError, KeyError, TypeError, ValueError, AttributeError):
        raise fail("batch.malformed") from None
    if len(edits) > MOST_CELLS:
        raise fail("batch.too_large", value=str(len(edits)), most=str(MOST_CELLS))
    return key, edits


def _edit(cell: dict[str, object]) -> Edit:
    row, col, value, version = cell["row"], cell["col"], cell["value"], cell["version"]
    if not (isinstance(row, str) and isinstance(col, str) and isinstance(value, str) and type(version) is int):
        raise ValueError("shape")
    if _NOT_KEPT.search(col + value):
        raise ValueError("letters")
    return Edit(UUID(row), col, value, version)


def digest(edits: Sequence[Edit]) -> str:
    """Names what was asked, to tell a repetition from another request under the same key."""
    asked = [[str(edit.row), edit.col, edit.value, edit.version] for edit in edits]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()
