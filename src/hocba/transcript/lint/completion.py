"""The decision and the statement of completion agree, and stand in the last grade of a stage only."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.codes import Decision, Stage
from hocba.kernel.problems import Problem
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript


def _find(transcript: Transcript) -> Iterator[Problem]:
    summary = transcript.summary
    last_grade = transcript.grade == Stage.of_grade(transcript.grade).grades[-1]
    if summary.decision is Decision.UNDETERMINED:
        yield Problem("lint.undetermined", "summary.decision")
    if summary.completion and not last_grade:
        yield Problem("lint.completion_grade", "summary.completion", params={"grade": str(transcript.grade)})
    if summary.decision is (Decision.PROMOTED if last_grade else Decision.COMPLETED):
        yield Problem("lint.decision_grade", "summary.decision", summary.decision, {"grade": str(transcript.grade)})
    if last_grade and summary.decision is Decision.COMPLETED and not summary.completion:
        yield Problem("lint.completion_missing", "summary.completion")


CHECK = Check(
    "completion", "Law 123/2025/QH15: the principal confirms completion of lower secondary in the transcript", _find
)
