"""Vietnamese words that several legal explanations share."""

from __future__ import annotations

from collections.abc import Iterable

from hocba.kernel.codes import Level
from hocba.kernel.subjects import SubjectCode, subject_name

LEVEL = {Level.GOOD: "Tốt", Level.FAIR: "Khá", Level.PASS: "Đạt", Level.FAIL: "Chưa đạt"}


def subjects(codes: Iterable[SubjectCode]) -> str:
    return ", ".join(subject_name(code) for code in codes)
