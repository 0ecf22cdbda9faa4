"""A subject assessed by comment has no marks, and one assessed by marks no comment result."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.codes import EXEMPT, AssessmentKind
from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import SubjectResult, SubjectValue, Transcript

_FIELDS = ("term1", "term2", "year", "reassessed")


def _find(transcript: Transcript) -> Iterator[Problem]:
    for subject in transcript.subjects:
        for name in _FIELDS:
            value: SubjectValue = getattr(subject, name)
            if not _fits(subject, value):
                yield Problem("lint.value_kind", f"subjects.{subject.code}.{name}", subject.name)


def _fits(subject: SubjectResult, value: SubjectValue) -> bool:
    if value is None or value == EXEMPT:
        return True
    return isinstance(value, str) == (subject.kind is AssessmentKind.COMMENT)


CHECK = Check("kind_of_value", "Circular 22/2021/TT-BGDĐT, article 5 clauses 1 and 3", _find)
