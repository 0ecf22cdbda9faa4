"""What a lower-secondary class is taught, in the order of the form."""

from __future__ import annotations

from typing import Final

from hocba.kernel.codes import AssessmentKind
from hocba.kernel.subjects import SubjectCode

_PERIODS: Final[dict[str, tuple[int, int, int, int]]] = {
    "NGU_VAN": (140, 140, 140, 140),
    "TOAN": (140, 140, 140, 140),
    "NGOAI_NGU_1": (105, 105, 105, 105),
    "GDCD": (35, 35, 35, 35),
    "LS_DL": (105, 105, 105, 105),
    "KHTN": (140, 140, 140, 140),
    "CONG_NGHE": (35, 35, 52, 52),
    "TIN_HOC": (35, 35, 35, 35),
    "GDTC": (70, 70, 70, 70),
    "NGHE_THUAT": (70, 70, 70, 70),
    "HDTN_HN": (105, 105, 105, 105),
    "GDDP": (35, 35, 35, 35),
}
_BY_COMMENT: Final = {"GDTC", "NGHE_THUAT", "HDTN_HN", "GDDP"}


def subjects(grade: int) -> tuple[SubjectCode, ...]:
    return tuple(SubjectCode(code) for code in _PERIODS)


def periods(subject: SubjectCode, grade: int) -> int:
    return _PERIODS[subject][grade - 6]


def kind(subject: SubjectCode) -> AssessmentKind:
    return AssessmentKind.COMMENT if subject in _BY_COMMENT else AssessmentKind.MARK


def regular_count(subject: SubjectCode, grade: int) -> int:
    yearly = periods(subject, grade)
    if kind(subject) is AssessmentKind.COMMENT or yearly <= 35:
        return 2
    return 3 if yearly <= 70 else 4
