"""The level of learning of a term or a year, whole: article 9, clauses 2 and 3 together."""

from __future__ import annotations

from collections.abc import Iterator, Set

from hocba.kernel.codes import CommentResult, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.problems import Problem
from hocba.kernel.subjects import SubjectCode, subject_name
from hocba.regulations.outcome import Averages, Comments, Period, Verdict
from hocba.regulations.vn.tt22_2021.level import level_of
from hocba.regulations.vn.tt22_2021.one_subject import drops_enough, left_out_agrees, raised, without_the_fault
from hocba.regulations.vn.tt22_2021.parameters import Parameters

_UNKNOWN = Verdict(None)


def judge(averages: Averages, comments: Comments, p: Parameters) -> Verdict:
    """The level; unknown while a result is missing, or where fewer than six subjects are scored."""
    if None in averages.values() or None in comments.values():
        return _UNKNOWN
    ordered = _ordered(averages)
    if len(ordered) < p.many:
        return _UNKNOWN
    failed = _failed(comments)
    level = level_of(ordered, len(failed), p)
    if level is Level.GOOD or not drops_enough(level, without_the_fault(ordered, len(failed), p), p):
        return Verdict(level, level)
    return Verdict(raised(level), level, failed[0] if failed else _lowest(averages, ordered[0]))


def doubts(path: str, period: Period, electives: Set[SubjectCode], p: Parameters) -> Iterator[Problem]:
    """Where the text admits another reading that ends elsewhere. The literal one has been applied."""
    verdict = period.verdict
    if verdict.level is None or verdict.unadjusted is None:
        yield from _too_few(path, period, p)
        return
    if verdict.cause in period.comments:
        yield _doubt("one_subject_comment", path, verdict, verdict.unadjusted)
    elif verdict.adjusted and not left_out_agrees(_ordered(period.averages), verdict.unadjusted, p):
        yield _doubt("one_subject_left_out", path, verdict, verdict.unadjusted)
    if not electives.isdisjoint(period.averages):
        compulsory = {code: mark for code, mark in period.averages.items() if code not in electives}
        other = judge(compulsory, period.comments, p).level
        if other is not verdict.level:
            yield _doubt("electives", path, verdict, other)


def _too_few(path: str, period: Period, p: Parameters) -> Iterator[Problem]:
    scored = len(_ordered(period.averages))
    if scored < p.many and None not in period.averages.values() and None not in period.comments.values():
        yield Problem("interpretation.too_few_subjects", path, params={"scored": str(scored), "needed": str(p.many)})


def _doubt(rule: str, path: str, verdict: Verdict, other: Level | None) -> Problem:
    params = {"applied": str(verdict.level), "other": str(other or "")}
    if verdict.cause:
        params["subject"] = subject_name(verdict.cause)
    return Problem(f"interpretation.{rule}", path, params=params)


def _ordered(averages: Averages) -> list[Tenths]:
    """The scored subjects' averages, lowest first; exempt subjects do not count."""
    return sorted([mark for mark in averages.values() if isinstance(mark, int)])


def _failed(comments: Comments) -> list[SubjectCode]:
    return [code for code, result in comments.items() if result is CommentResult.FAIL]


def _lowest(averages: Averages, lowest: Tenths) -> SubjectCode:
    return next(code for code, mark in averages.items() if mark == lowest)
