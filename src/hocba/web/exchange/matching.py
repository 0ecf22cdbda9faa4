"""Which pupil a row is about. Pure; whoever calls it brings the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hocba.interchange.spreadsheets.api import PupilRow
from hocba.kernel.names import fold


@dataclass(frozen=True, slots=True)
class Candidate:
    """``key`` names the pupil to whoever asked; ``where`` is the class, for people."""

    key: str
    code: str
    name: str
    birth_date: str
    personal_id: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """``found`` only where it is certain; else ``problem`` says why not and ``likely`` whom to ask about."""

    found: Candidate | None
    problem: str = ""
    likely: tuple[Candidate, ...] = ()


def match(row: PupilRow, candidates: Sequence[Candidate]) -> Match:
    """By code, then by personal identity number, then by folded name and birth date.

    Problems: ``row.unmatched``, ``row.ambiguous``, ``row.name_differs`` (a number of one pupil, the name of another),
    ``row.name_only`` (nothing but the name agrees).
    """
    for numbered in (_with_code(row, candidates), _with_personal_id(row, candidates)):
        if numbered:
            return _checked(row, numbered)
    namesakes = [each for each in candidates if row.name and fold(each.name) == fold(row.name)]
    return _by_name(row, namesakes)


def _with_code(row: PupilRow, candidates: Sequence[Candidate]) -> list[Candidate]:
    return [each for each in candidates if row.code and each.code == row.code]


def _with_personal_id(row: PupilRow, candidates: Sequence[Candidate]) -> list[Candidate]:
    return [each for each in candidates if row.personal_id and each.personal_id == row.personal_id]


def _checked(row: PupilRow, numbered: list[Candidate]) -> Match:
    named = [each for each in numbered if row.name is None or fold(each.name) == fold(row.name)]
    if len(named) == 1:
        return Match(named[0])
    return Match(None, "row.ambiguous" if len(numbered) > 1 else "row.name_differs", tuple(named or numbered))


def _by_name(row: PupilRow, namesakes: list[Candidate]) -> Match:
    if not namesakes:
        return Match(None, "row.unmatched")
    born = [each for each in namesakes if row.birth_date and each.birth_date == row.birth_date]
    if len(born) == 1:
        return Match(born[0])
    return Match(None, "row.name_only" if len(namesakes) == 1 else "row.ambiguous", tuple(born or namesakes))
