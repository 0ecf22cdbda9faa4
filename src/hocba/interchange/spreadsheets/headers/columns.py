"""One column's header texts, from the top band to the bottom row, to what the column holds."""

from __future__ import annotations

from dataclasses import dataclass

from hocba.interchange.spreadsheets.headers import competencies
from hocba.interchange.spreadsheets.headers.meanings import Meaning, meaning_of, period_of
from hocba.interchange.spreadsheets.headers.subjects import subject_named
from hocba.interchange.spreadsheets.headers.words import compact


@dataclass(frozen=True, slots=True)
class Column:
    """``period``: 1 or 2 for a term, 0 for the year, None where the header does not say.

    ``subject`` alone is the subject's result in a summary. ``trait`` is a quality or competency, or one of
    their groups (``general``, ``specific``, ``qualities``).
    """

    number: int
    meaning: Meaning | None = None
    subject: str | None = None
    period: int | None = None
    trait: str | None = None

    @property
    def known(self) -> bool:
        return bool(self.meaning or self.subject or self.trait)


def interpret(number: int, parts: list[str]) -> Column:
    """``parts``: header texts of the column from top to bottom, none blank."""
    meaning: Meaning | None = None
    subject = trait = None
    period: int | None = None
    for part in dict.fromkeys(parts):
        if (found_period := period_of(part)) is not None and not (len(parts) == 1 and subject_named(part)):
            period = found_period
        elif found := meaning_of(part):
            meaning, period = found[0], period if found[1] is None else found[1]
        elif code := _trait(part, within=trait):
            trait = code
        elif code := subject_named(part):
            subject = code
    return Column(number, meaning, subject, period, trait)


def _trait(text: str, *, within: str | None) -> str | None:
    key = compact(text)
    if key in competencies.GROUP_BY_NAME:
        return competencies.GROUP_BY_NAME[key]
    if key in competencies.QUALITY_BY_NAME:
        return competencies.QUALITY_BY_NAME[key]
    if key in competencies.ONLY_COMPETENCIES or within:
        return competencies.COMPETENCY_BY_NAME.get(key)
    return None
