"""A year result needs both terms behind it, and both terms need a year result."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check, warning
from hocba.transcript.model import SubjectResult, Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    for subject in transcript.subjects:
        yield from _subject(subject)


def _subject(subject: SubjectResult) -> Iterator[Problem]:
    path = f"subjects.{subject.code}"
    if subject.year is None:
        yield Problem("lint.year_missing", f"{path}.year", subject.name)
    elif subject.term2 is None:
        yield Problem("lint.term_missing", f"{path}.term2", subject.name)
    elif subject.term1 is None:  # a pupil who came from another school or programme may have one term only
        yield warning("lint.term1_missing", f"{path}.term1", subject.name)


CHECK = Check("year_complete", "Circular 22/2021/TT-BGDĐT, article 9 clause 1", _find)
