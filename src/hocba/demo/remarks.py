"""Which words fit which year (Circular 22/2021, article 6: remarks on progress, strengths and what still limits)."""

from __future__ import annotations

from random import Random

from hocba.demo import remark_texts as texts
from hocba.demo.draw import pick
from hocba.demo.profile import Profile
from hocba.kernel.subjects import SubjectCode

_BANDS = (80, 65, 50)
OFTEN_ABSENT = 15
"""Sessions a year from which the homeroom teacher mentions it."""


def on_subject(rng: Random, profile: Profile, subject: SubjectCode) -> str:
    band = texts.SUBJECT[subject][_band(profile.standing[subject])]
    return _joined(pick(rng, band), _on_trend(rng, profile.trend[subject]))


def on_year(rng: Random, profile: Profile) -> str:
    """The homeroom teacher's remark: conduct first, then learning, then what comes next."""
    typical = sum(profile.standing.values()) // len(profile.standing)
    return _joined(
        pick(rng, texts.CONDUCT[profile.conduct[1]]),
        pick(rng, texts.LEARNING[_band(typical - 3)]),
        texts.ABSENT_OFTEN if profile.absences >= OFTEN_ABSENT else pick(rng, texts.WISHES),
    )


def _on_trend(rng: Random, trend: int) -> str:
    if trend >= 5:
        return pick(rng, texts.RISING)
    return pick(rng, texts.FALLING) if trend <= -3 else ""


def _band(standing: int) -> int:
    return next((band for band, least in enumerate(_BANDS) if standing >= least), len(_BANDS))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
