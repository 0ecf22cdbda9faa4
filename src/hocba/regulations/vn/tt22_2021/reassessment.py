"""Which subjects are assessed again after the year, and what their new results do (article 14)."""

from __future__ import annotations

from collections.abc import Mapping

from hocba.kernel.codes import CommentResult
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.outcome import Period
from hocba.regulations.record import Entry
from hocba.regulations.vn.tt22_2021.learning import judge
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article
from hocba.regulations.vn.tt22_2021.words import subjects

CITATION = article(14)


def to_reassess(year: Period, p: Parameters) -> tuple[SubjectCode, ...]:
    """Scored subjects below 5.0 over the year, and comment subjects at Chưa đạt."""
    low = [code for code, mark in year.averages.items() if isinstance(mark, int) and mark < p.reassessed_below]
    failed = [code for code, result in year.comments.items() if result is CommentResult.FAIL]
    return (*low, *failed)


def reassessed(year: Period, results: Mapping[SubjectCode, Entry], p: Parameters) -> Period:
    """The year with each new result in the place of the old one, and the level that follows."""
    averages = {code: results.get(code, mark) for code, mark in year.averages.items()}
    comments = {code: results.get(code, result) for code, result in year.comments.items()}
    return Period(averages, comments, judge(averages, comments, p))  # type: ignore[arg-type]


def sentence(outstanding: tuple[SubjectCode, ...]) -> str:
    replacing = "Kết quả đánh giá lại thay cho kết quả cả năm khi xét lên lớp."
    return f"Phải đánh giá lại các môn học: {subjects(outstanding)}. {replacing}"
