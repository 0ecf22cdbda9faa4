"""Level of learning of a term or a year, before any adjustment (article 9, clause 2)."""

from __future__ import annotations

from collections.abc import Sequence

from hocba.kernel.codes import CommentResult, Level
from hocba.kernel.marks import Tenths, format_mark_vi
from hocba.kernel.subjects import subject_name
from hocba.regulations.outcome import Period
from hocba.regulations.vn.tt22_2021.parameters import LevelRequirement, Parameters
from hocba.regulations.vn.tt22_2021.source import article
from hocba.regulations.vn.tt22_2021.words import LEVEL, subjects

CITATION = article(9, 2)


def level_of(ordered: Sequence[Tenths], failed_comments: int, p: Parameters) -> Level:
    """``ordered``: the scored subjects' averages, lowest first, at least ``p.many`` of them.

    «At least six subjects reach x» is the same as «the sixth best reaches x».
    """
    lowest, sixth_best = ordered[0], ordered[-p.many]
    for level, need in p.levels.items():
        if failed_comments <= need.failed_comments and lowest >= need.all_marks and sixth_best >= need.many_marks:
            return level
    return Level.FAIL


def sentence(period: Period, level: Level, p: Parameters) -> str:
    """Why this level and not the next one up; ``level`` is the one before any adjustment."""
    above = Level.PASS if level is Level.FAIL else Level(list(Level)[max(list(Level).index(level) - 1, 0)])
    reached = _reached(period, p.levels[level], p) if level in p.levels else ""
    missed = "" if level is Level.GOOD else f"chưa tới mức {LEVEL[above]}, vì {_missed(period, p.levels[above], p)}"
    return f"Kết quả học tập: mức {LEVEL[level]}. " + "; ".join(part for part in (reached, missed) if part) + "."


def _reached(period: Period, need: LevelRequirement, p: Parameters) -> str:
    high = sum(isinstance(mark, int) and mark >= need.many_marks for mark in period.averages.values())
    return (
        f"Các môn tính điểm đều từ {format_mark_vi(need.all_marks)} trở lên và có {high} môn từ"
        f" {format_mark_vi(need.many_marks)} trở lên (cần {p.many})"
    )


def _missed(period: Period, need: LevelRequirement, p: Parameters) -> str:
    marks = {code: mark for code, mark in period.averages.items() if isinstance(mark, int)}
    low = [code for code, mark in marks.items() if mark < need.all_marks]
    high = sum(mark >= need.many_marks for mark in marks.values())
    failed = [code for code, result in period.comments.items() if result is CommentResult.FAIL]
    reasons = [
        f"{subject_name(code)} {format_mark_vi(marks[code])} dưới {format_mark_vi(need.all_marks)}" for code in low
    ]
    if high < p.many:
        reasons.append(f"chỉ có {high} môn từ {format_mark_vi(need.many_marks)} trở lên (cần {p.many})")
    if len(failed) > need.failed_comments:
        reasons.append(f"môn đánh giá bằng nhận xét chưa đạt: {subjects(failed)}")
    return ", ".join(reasons)
