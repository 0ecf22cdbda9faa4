"""From an ``Outcome`` to the JSON object that ``docs/regulations.md`` describes."""

from __future__ import annotations

from collections.abc import Iterable

from hocba.kernel.marks import Tenths, format_mark
from hocba.kernel.problems import Problem
from hocba.regulations.outcome import AfterSummer, Averages, Outcome, Period

_TEXTS = tuple(format_mark(Tenths(tenths)) for tenths in range(101))


def write_outcome(outcome: Outcome, unread: Iterable[Problem] = (), *, explain: bool = False) -> dict[str, object]:
    """``unread``: what the reader could not use, shown before the problems that the law raises."""
    year = outcome.year
    written: dict[str, object] = {
        "id": outcome.id,
        "ruleset": outcome.ruleset,
        "terms": [_period(term) for term in outcome.terms],
        "year": {
            **_period(year),
            "adjusted": year.verdict.adjusted,
            "conduct": outcome.conduct,
            "honour": outcome.honour,
            "decision": outcome.decision,
            "reassess": list(outcome.reassess),
        },
        "problems": [problem.as_json() for problem in (*unread, *outcome.problems)],
    }
    if outcome.after_summer is not None:
        written["summer"] = _after_summer(outcome.after_summer)
    if explain:
        written["trace"] = [step.as_json() for step in outcome.trace]
    return written


def write_failure(identity: object, problem: Problem) -> dict[str, object]:
    """A record that could not be judged at all."""
    return {"id": identity if isinstance(identity, str) else None, "problems": [problem.as_json()]}


def _period(period: Period) -> dict[str, object]:
    return {
        "averages": _averages(period.averages),
        "comments": dict(period.comments),
        "level": period.verdict.level,
    }


def _averages(averages: Averages) -> dict[str, str | None]:
    return {code: _TEXTS[mark] if isinstance(mark, int) else mark for code, mark in averages.items()}


def _after_summer(after: AfterSummer) -> dict[str, object]:
    return {"level": after.level, "conduct": after.conduct}
