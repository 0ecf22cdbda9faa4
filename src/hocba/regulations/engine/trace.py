"""Why a value is what it is.

Rules are pure, so a trace is written afterwards from the same inputs and the results: nobody who only wants
the results pays for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hocba.regulations.engine.citation import Citation


@dataclass(frozen=True, slots=True)
class Step:
    """One value explained.

    ``path``: which value of the outcome (``terms.0.averages.TOAN``). ``rule``: the rule's name.
    ``value``: the value as it travels, None while it cannot be known. ``numbers``: what went in.
    ``sentence``: Vietnamese, for a parent.
    """

    path: str
    rule: str
    citation: Citation
    value: str | None
    sentence: str
    numbers: Mapping[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        return {
            "path": self.path,
            "rule": self.rule,
            "act": self.citation.act,
            "article": self.citation.article,
            "clause": self.citation.clause,
            "point": self.citation.point,
            "value": self.value,
            "numbers": dict(self.numbers),
            "sentence": self.sentence,
        }
