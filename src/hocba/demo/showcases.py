"""The four classes that visitors are shown, each at another point of the year's end."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hocba.demo import entry, faults
from hocba.demo.model import SchoolClass, Showcase

SETTLED: Final = {Showcase.ISSUED, Showcase.READY_TO_SIGN}
"""Transcripts are issued in May only where nothing is left for the summer."""

_PREPARATION: Final = {Showcase.IN_ENTRY: entry.interrupt, Showcase.WITH_FAULTS: faults.commit}


def prepare(school_class: SchoolClass) -> SchoolClass:
    """Issued and ready classes are complete as they are."""
    if school_class.showcase not in _PREPARATION:
        return school_class
    return replace(school_class, pupils=tuple(_PREPARATION[school_class.showcase](school_class.pupils)))
