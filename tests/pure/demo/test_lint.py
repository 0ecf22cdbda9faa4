"""Whole classes pass the checks before signing; the class with the usual faults does not."""

from __future__ import annotations

import pytest

from hocba.demo.model import Showcase, Ward
from hocba.demo.transcripts import transcript_of
from hocba.kernel.codes import Stage
from hocba.transcript.api import lint

GAPS = {Showcase.IN_ENTRY, Showcase.WITH_FAULTS}


def test_whole_classes_have_no_findings(ward: Ward) -> None:
    for school, school_class in ward.each_class():
        if school_class.stage is Stage.LOWER_SECONDARY and school_class.showcase not in GAPS:
            for pupil in school_class.pupils[::4]:
                assert lint(transcript_of(ward, school, school_class, pupil)) == []


@pytest.mark.parametrize("position", [1, 4])
def test_faults_are_found(ward: Ward, position: int) -> None:
    school, school_class = ward.showcase(Showcase.WITH_FAULTS)
    assert lint(transcript_of(ward, school, school_class, school_class.pupils[position]))


def test_the_class_in_entry_is_not_ready(ward: Ward) -> None:
    school, school_class = ward.showcase(Showcase.IN_ENTRY)
    assert all(lint(transcript_of(ward, school, school_class, pupil)) for pupil in school_class.pupils)
