"""After the year's end: training of conduct and re-assessment of subjects (articles 13 and 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hocba.kernel.codes import Level
from hocba.kernel.problems import Problem
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.outcome import Period
from hocba.regulations.record import Summer
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.reassessment import reassessed, to_reassess
from hocba.regulations.vn.tt22_2021.source import article

CONDUCT_CITATION = article(13)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the pupil stands for the decision. ``outstanding``: subjects still to be assessed again."""

    learning: Period
    conduct: Level | None
    conduct_trained: bool = False
    outstanding: tuple[SubjectCode, ...] = ()

    @property
    def level(self) -> Level | None:
        return self.learning.verdict.level


def standing(year: Period, conduct: Level | None, summer: Summer, p: Parameters) -> Standing:
    """The year's results, replaced by the summer's where the law asks for them and they are complete."""
    trained = conduct is Level.FAIL and summer.conduct is not None
    conduct = summer.conduct if trained else conduct
    if year.verdict.level is not Level.FAIL:
        return Standing(year, conduct, trained)
    due = to_reassess(year, p)
    outstanding = tuple(code for code in due if code not in summer.reassessed)
    if outstanding:
        return Standing(year, conduct, trained, outstanding)
    results = {code: summer.reassessed[code] for code in due}
    return Standing(reassessed(year, results, p), conduct, trained)


def not_due(
    year: Period, conduct: Level | None, absences: int | None, summer: Summer, p: Parameters
) -> Iterator[Problem]:
    """Summer results that the year gives no ground for; they are left aside."""
    barred = absences is not None and absences > p.absences_allowed
    if year.verdict.level is not None:
        due = to_reassess(year, p) if year.verdict.level is Level.FAIL and not barred else ()
        for code in summer.reassessed:
            if code not in due:
                yield Problem("summer.reassessment_not_due", f"summer.reassessed.{code}", code)
    if summer.conduct is not None and conduct is not None and (barred or conduct is not Level.FAIL):
        yield Problem("summer.conduct_not_due", "summer.conduct", summer.conduct)
