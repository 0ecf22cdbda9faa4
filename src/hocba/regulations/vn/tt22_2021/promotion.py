"""What becomes of the pupil (article 12): conduct, learning and presence must all suffice."""

from __future__ import annotations

from hocba.kernel.codes import Decision, Level
from hocba.regulations.vn.tt22_2021.parameters import Parameters
from hocba.regulations.vn.tt22_2021.source import article
from hocba.regulations.vn.tt22_2021.summer import Standing

CITATION = article(12)


def decide(standing: Standing, absences: int | None, p: Parameters, *, last_grade: bool) -> Decision:
    """Training of conduct comes before re-assessment: only with conduct Đạt may subjects be assessed again."""
    if standing.level is None or standing.conduct is None or absences is None:
        return Decision.UNDETERMINED
    if absences > p.absences_allowed:
        return Decision.RETAINED
    if standing.conduct is Level.FAIL:
        return Decision.RETAINED if standing.conduct_trained else Decision.SUMMER_CONDUCT
    if standing.level is Level.FAIL:
        return Decision.REASSESS if standing.outstanding else Decision.RETAINED
    return Decision.COMPLETED if last_grade else Decision.PROMOTED


def sentence(decision: Decision, absences: int | None, p: Parameters) -> str:
    if decision is Decision.RETAINED and absences is not None and absences > p.absences_allowed:
        return f"Ở lại lớp, vì nghỉ học {absences} buổi, quá {p.absences_allowed} buổi trong năm học."
    return _SENTENCES[decision]


_BECAUSE_ALL_SUFFICE = "vì rèn luyện và học tập từ mức Đạt trở lên và không nghỉ học quá số buổi cho phép"
_SENTENCES = {
    Decision.PROMOTED: f"Được lên lớp, {_BECAUSE_ALL_SUFFICE}.",
    Decision.COMPLETED: f"Hoàn thành chương trình trung học cơ sở, {_BECAUSE_ALL_SUFFICE}.",
    Decision.REASSESS: "Chưa được lên lớp, vì học tập cả năm ở mức Chưa đạt; phải đánh giá lại trong kì nghỉ hè.",
    Decision.SUMMER_CONDUCT: "Chưa được lên lớp, vì rèn luyện cả năm ở mức Chưa đạt; phải rèn luyện trong kì nghỉ hè.",
    Decision.RETAINED: "Ở lại lớp, vì sau kì nghỉ hè vẫn có kết quả ở mức Chưa đạt.",
    Decision.UNDETERMINED: "Chưa xét được, vì còn thiếu kết quả học tập, kết quả rèn luyện hoặc số buổi nghỉ học.",
}
