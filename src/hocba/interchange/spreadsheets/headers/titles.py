"""What the title rows and the name of a sheet say: class, subject, term, school year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from hocba.interchange.spreadsheets.headers.meanings import TERMS
from hocba.interchange.spreadsheets.headers.subjects import subject_leading, subject_named
from hocba.interchange.spreadsheets.headers.words import words
from hocba.kernel.names import clean, fold
from hocba.kernel.school_year import SchoolYear

_T = TypeVar("_T")
_GRADE = r"(?P<grade>1[0-2]|[1-9])"
_CLASS = re.compile(
    r"(?<![a-z0-9/.,-])"
    + _GRADE
    + r"(?:(?P<letters>[a-z]{1,5})(?P<digits>\d{0,2})|\s(?P<letter>[a-z])(?P<after>\d{0,2})"
    r"|\s?[/.]\s?(?P<number>\d{1,2}))(?![a-z0-9/])"
)
_CLASS_TITLED = re.compile(r"\blop\s*[:.\-]?\s*(?=\d)")
_TERM = re.compile(r"\b(?:hoc ki|hk|ki) ?(ii|i|1|2)\b")
_YEAR = re.compile(r"(\d{4})\s*[-–—/]\s*(\d{4})")
_PHRASES = re.compile(r"\b(?:hoc ki|hk|ki) ?(?:ii|i|1|2)\b|\b(?:nam hoc|mon hoc|ca nam|lop hoc|hoc ki)\b")
_NOISE = frozenset(words("mon lop bang diem so chi tiet theo doi danh gia tong hop ghi nhan xet ket qua sheet khoi"))


@dataclass(frozen=True, slots=True)
class Context:
    """Each is None where nothing says it."""

    school_class: str | None = None
    subject: str | None = None
    term: int | None = None
    school_year: str | None = None


def class_in(text: str, *, titled: bool) -> str | None:
    """The class in a text; ``titled`` asks for the word Lớp before it. ``Lớp 8A1`` is ``8A1``, ``8 / 1`` is ``8/1``."""
    plain = fold(text)
    starts = [found.end() for found in _CLASS_TITLED.finditer(plain)] if titled else [0]
    for start in starts:
        found = _CLASS.match(plain, start) if titled else _CLASS.search(plain)
        if found:
            return _class_name(found)
    return None


def _class_name(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['grade']}{'.' if '.' in found[0] else '/'}{found['number']}"
    letters, digits = found["letters"] or found["letter"], found["digits"] or found["after"] or ""
    return f"{found['grade']}{letters.upper()}{digits}"


def class_value(text: str) -> str | None:
    """What a cell under Lớp says; a name of an unusual shape is kept as it stands."""
    shown = re.sub(r"(?i)^l[ớo]p\s*:?\s*", "", clean(text))
    return class_in(shown, titled=False) or shown or None


def grade_of(school_class: str | None) -> int | None:
    found = re.match(r"(1[0-2]|[1-9])(?!\d)", school_class or "")
    return int(found[1]) if found else None


def read_titles(lines: Iterable[str], sheet_name: str) -> Context:
    """The title rows speak first, the name of the sheet fills what they leave open."""
    texts = list(lines)
    return Context(
        _first(class_in(text, titled=True) for text in texts) or class_in(sheet_name, titled=False),
        _first(_titled_subject(text) for text in texts)
        or _bare_subject(sheet_name)
        or _first(map(_bare_subject, texts)),
        _first(_term(text) for text in [*texts, sheet_name]),
        _first(_school_year(text) for text in [*texts, sheet_name]),
    )


def _first(found: Iterable[_T | None]) -> _T | None:
    return next((value for value in found if value is not None), None)


def _titled_subject(text: str) -> str | None:
    """The name after the word môn: ``BẢNG ĐIỂM CHI TIẾT MÔN TOÁN HỌC KỲ 1``."""
    found = words(text)
    for position, word in enumerate(found):
        if word == "mon":
            rest = found[position + 1 :]
            return subject_leading(rest) or (subject_leading(rest[1:]) if rest[:1] == ("hoc",) else None)
    return None


def _bare_subject(text: str) -> str | None:
    """A text that is the name of a subject, with no more than class, term and such words around it."""
    exact = subject_named(text)
    if exact:
        return exact
    plain = _YEAR.sub(" ", _CLASS.sub(" ", fold(text).replace("_", " ")))
    return subject_named(
        " ".join(word for word in _PHRASES.sub(" ", " ".join(words(plain))).split() if word not in _NOISE)
    )


def _term(text: str) -> int | None:
    found = _TERM.search(" ".join(words(text.replace("_", " "))))
    return TERMS[found[1]] if found else None


def _school_year(text: str) -> str | None:
    found = _YEAR.search(clean(text))
    if found is None or int(found[2]) != int(found[1]) + 1:
        return None
    return str(SchoolYear(int(found[1])))
