"""All checks, in the order in which their findings are shown."""

from __future__ import annotations

from typing import Final

from hocba.kernel.problems import Problem
from hocba.transcript.lint import (
    birth_date,
    clean_text,
    completion,
    corrections,
    history,
    kind_of_value,
    levels,
    mandatory,
    remark_length,
    school_year_dates,
    signatories,
    subject_once,
    writable,
    year_complete,
)
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript

CHECKS: Final[tuple[Check, ...]] = (
    mandatory.CHECK,
    clean_text.CHECK,
    birth_date.CHECK,
    history.CHECK,
    subject_once.CHECK,
    kind_of_value.CHECK,
    year_complete.CHECK,
    levels.CHECK,
    completion.CHECK,
    remark_length.CHECK,
    corrections.CHECK,
    signatories.CHECK,
    school_year_dates.CHECK,
    writable.CHECK,
)


def lint(transcript: Transcript) -> list[Problem]:
    """Every finding of every check; empty means: fit to sign. ``blocks(problem)`` tells faults from warnings."""
    return [problem for check in CHECKS for problem in check.find(transcript)]
