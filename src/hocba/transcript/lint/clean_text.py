"""Every text is NFC, without controls, stray spaces or invisible letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from hocba.kernel.names import clean
from hocba.kernel.problems import Problem, ProblemError
from hocba.transcript.lint.check import Check, warning
from hocba.transcript.model import SubjectResult, Transcript
from hocba.transcript.vocabulary import require_clean

_NAMES = frozenset({"name", "class_name", "school_name"})


def _find(transcript: Transcript) -> Iterator[Problem]:
    for path, name, text in _texts(transcript, ""):
        try:
            require_clean(text)
        except ProblemError as error:
            yield dataclasses.replace(error.problem, path=path)
        else:
            if name in _NAMES and clean(text) != text:
                yield warning("lint.untidy_name", path, text)


def _texts(value: Any, path: str, name: str = "") -> Iterator[tuple[str, str, str]]:
    """(path, last name, text) of every string in the record."""
    if isinstance(value, str):
        yield path, name, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(item, f"{path}.{item.code if isinstance(item, SubjectResult) else position}")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name), f"{path}.{field.name}".lstrip("."), field.name)


CHECK = Check("clean_text", "TCVN 6909:2001 (Unicode); Unicode Standard Annex 15, NFC", _find)
