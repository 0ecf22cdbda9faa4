"""What a pupil's year still lacks, as problems with a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hocba.kernel.problems import Problem
from hocba.web.gradebook.api import FIRST, HOMEROOM, SECOND, Entries, mark_columns
from hocba.web.schools.api import ClassSubject


def missing_of(entries: Entries, subjects: Iterable[ClassSubject], *, remarks: bool = True) -> Iterator[Problem]:
    """``missing.mark`` by subject and term, ``missing.remark`` by subject, ``missing.homeroom``."""
    for subject in subjects:
        for term in (FIRST, SECOND):
            yield from _marks(subject, term, entries)
        if remarks and not entries.remarks.get(subject.pk):
            yield Problem("missing.remark", f"subjects.{subject.subject}.remark", params={"subject": subject.name})
    labels = [column.label for column in HOMEROOM if column.required and not entries.text(column.code)]
    if labels:
        yield Problem("missing.homeroom", "homeroom", params={"columns": ", ".join(labels)})


def _marks(subject: ClassSubject, term: int, entries: Entries) -> Iterator[Problem]:
    if (subject.pk, term) in entries.exempt:
        return
    held = entries.marks[subject.pk, term]
    labels = [column.label for column in mark_columns(subject, term) if column.code not in held]
    if labels:
        params = {"subject": subject.name, "term": "I" * term, "columns": ", ".join(labels)}
        yield Problem("missing.mark", f"subjects.{subject.subject}.terms.{term - 1}", params=params)
