"""No subject stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    for code, times in Counter(subject.code for subject in transcript.subjects).items():
        if times > 1:
            yield Problem("lint.subject_twice", f"subjects.{code}", code, {"times": str(times)})


CHECK = Check("subject_once", "Circular 22/2021/TT-BGDĐT, article 9 clause 1: one result for each subject", _find)
