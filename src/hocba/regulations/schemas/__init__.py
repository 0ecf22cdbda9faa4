"""JSON Schemas of what ``hocba evaluate`` reads and writes."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Literal


def schema(side: Literal["input", "output"]) -> dict[str, Any]:
    """The published schema (draft 2020-12) of one line."""
    loaded: dict[str, Any] = json.loads(files(__name__).joinpath(f"evaluate-{side}.json").read_text("utf-8"))
    return loaded
