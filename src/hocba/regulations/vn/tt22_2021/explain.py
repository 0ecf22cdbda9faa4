"""Why each value of an outcome is what it is: rule, place in the law, numbers, one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from hocba.kernel.codes import EXEMPT, AssessmentKind, CommentResult, Level
from hocba.kernel.marks import Tenths, format_mark
from hocba.kernel.subjects import SubjectCode, subject_name
from hocba.regulations.engine.citation import Citation
from hocba.regulations.engine.trace import Step
from hocba.regulations.outcome import Outcome, Period
from hocba.regulations.record import NOTHING, Assessments, Entry, StudentYear, SubjectYear, TermRecord
from hocba.regulations.vn import curriculum_2018
from hocba.regulations.vn.tt22_2021 import (
    comment_result,
    conduct,
    honours,
    level,
    one_subject,
    promotion,
    reassessment,
    term_average,
    year_average,
)
from hocba.regulations.vn.tt22_2021.parameters import Parameters, parameters
from hocba.regulations.vn.tt22_2021.regular_count import regular_count
from hocba.regulations.vn.tt22_2021.source import article
from hocba.regulations.vn.tt22_2021.words import subjects

_EXEMPTION = article(11)
_TERM_NAMES = ("I", "II")


def explain(record: StudentYear, outcome: Outcome) -> tuple[Step, ...]:
    """Steps in the order of the chain. ``outcome`` is what the rule set concluded for ``record``."""
    p = parameters(record.school_year)
    return (
        *_subject_steps(record, outcome, p),
        *_level_steps("terms.0", outcome.terms[0], p),
        *_level_steps("terms.1", outcome.terms[1], p),
        *_level_steps("year", outcome.year, p),
        *_conduct_steps(record, outcome),
        *_decision_steps(record, outcome, p),
    )


def _subject_steps(record: StudentYear, outcome: Outcome, p: Parameters) -> Iterator[Step]:
    plan = curriculum_2018.plan(record.stage, record.grade)
    given = {subject.code: subject for subject in record.subjects}
    for code in (*outcome.year.averages, *outcome.year.comments):
        subject = given.get(code, SubjectYear(code, (NOTHING, NOTHING)))
        count = regular_count(plan[code].kind, subject.periods or plan[code].periods, p)
        for index, term in enumerate(subject.terms):
            yield _term_step(plan[code].kind, index, code, term, outcome.terms[index], count, p)
        yield _year_step(plan[code].kind, code, outcome, p)


def _term_step(
    kind: AssessmentKind, index: int, code: SubjectCode, term: TermRecord, period: Period, count: int, p: Parameters
) -> Step:
    scored = kind is AssessmentKind.MARK
    value = period.averages[code] if scored else period.comments[code]
    rule, citation = ("term_average", term_average.CITATION) if scored else ("comment_term", comment_result.CITATION)
    path = f"terms.{index}.{'averages' if scored else 'comments'}.{code}"
    if not isinstance(term, Assessments):
        return Step(path, "exempt", _EXEMPTION, EXEMPT, f"{subject_name(code)}: được miễn học kì {_TERM_NAMES[index]}.")
    if value is None:
        return Step(path, rule, citation, None, f"{subject_name(code)}: {_missing(term, count)}.", _numbers(term))
    sentence = _term_sentence(term, value, p)
    return Step(path, rule, citation, _shown(value), f"{subject_name(code)}: {sentence}", _numbers(term))


def _term_sentence(term: Assessments, value: object, p: Parameters) -> str:
    if isinstance(value, CommentResult):
        return comment_result.term_sentence(
            cast("tuple[CommentResult, ...]", (*term.regular, term.midterm, term.final))
        )
    regular = cast("tuple[Tenths, ...]", term.regular)
    return term_average.sentence(
        regular, cast("Tenths", term.midterm), cast("Tenths", term.final), cast("Tenths", value), p
    )


def _missing(term: Assessments, count: int) -> str:
    recorded = sum(entry is not None for entry in term.regular)
    if len(term.regular) > count:
        return f"có {len(term.regular)} lần đánh giá thường xuyên, nhiều hơn số quy định là {count}"
    parts = [f"đánh giá thường xuyên (đã có {recorded} trong {count} lần)"] if recorded < count else []
    parts += ["đánh giá giữa kì"] if term.midterm is None else []
    parts += ["đánh giá cuối kì"] if term.final is None else []
    return f"còn thiếu {', '.join(parts)}"


def _year_step(kind: AssessmentKind, code: SubjectCode, outcome: Outcome, p: Parameters) -> Step:
    name = subject_name(code)
    if kind is AssessmentKind.COMMENT:
        result = outcome.year.comments[code]
        path, sentence = f"year.comments.{code}", f"{name}: {comment_result.YEAR_SENTENCE}"
        return Step(path, "comment_year", comment_result.CITATION, _shown(result), sentence)
    first, second = (term.averages[code] for term in outcome.terms)
    average, path = outcome.year.averages[code], f"year.averages.{code}"
    if average == EXEMPT:
        return Step(path, "exempt", _EXEMPTION, EXEMPT, f"{name}: được miễn cả năm.")
    numbers: dict[str, object] = {"term1": _shown(first), "term2": _shown(second)}
    if average is None:
        sentence = f"{name}: chưa có đủ điểm trung bình của hai học kì."
    else:
        sentence = f"{name}: " + year_average.sentence(
            cast("Tenths", first), cast("Tenths", second), Tenths(average), p
        )
    return Step(path, "year_average", year_average.CITATION, _shown(average), sentence, numbers)


def _level_steps(path: str, period: Period, p: Parameters) -> Iterator[Step]:
    verdict, path = period.verdict, f"{path}.level"
    if verdict.level is None or verdict.unadjusted is None:
        yield Step(path, "level", level.CITATION, None, _no_level(period, p))
        return
    yield Step(path, "level", level.CITATION, verdict.unadjusted, level.sentence(period, verdict.unadjusted, p))
    if verdict.cause is not None:
        sentence = one_subject.sentence(verdict.unadjusted, verdict.level, verdict.cause)
        numbers = {"subject": verdict.cause, "from": verdict.unadjusted}
        yield Step(path, "one_subject", one_subject.CITATION, verdict.level, sentence, numbers)


def _no_level(period: Period, p: Parameters) -> str:
    missing = [code for code, result in (*period.averages.items(), *period.comments.items()) if result is None]
    if missing:
        return f"Chưa xếp mức kết quả học tập, vì chưa có kết quả môn: {subjects(missing)}."
    return f"Chưa xếp mức kết quả học tập, vì có ít hơn {p.many} môn tính điểm; hiệu trưởng quyết định."


def _conduct_steps(record: StudentYear, outcome: Outcome) -> Iterator[Step]:
    first, second = record.conduct
    if first is None or second is None or outcome.conduct is None:
        sentence = "Chưa có kết quả rèn luyện cả năm, vì còn thiếu kết quả rèn luyện của học kì."
    else:
        sentence = conduct.sentence(first, second, outcome.conduct)
    numbers: dict[str, object] = {"term1": first, "term2": second}
    yield Step("year.conduct", "year_conduct", conduct.CITATION, outcome.conduct, sentence, numbers)


def _decision_steps(record: StudentYear, outcome: Outcome, p: Parameters) -> Iterator[Step]:
    if outcome.honour is not None:
        yield Step("year.honour", "honour", honours.CITATION, outcome.honour, honours.sentence(outcome.honour, p))
    if outcome.reassess:
        numbers: dict[str, object] = {"subjects": list(outcome.reassess)}
        yield _plain(
            "year.reassess", "reassess", reassessment.CITATION, reassessment.sentence(outcome.reassess), numbers
        )
    after: tuple[Level | None, Level | None] = (outcome.year.verdict.level, outcome.conduct)
    if outcome.after_summer is not None:
        after = (outcome.after_summer.level, outcome.after_summer.conduct)
    standing: dict[str, object] = {"level": after[0], "conduct": after[1], "absences": record.absences}
    sentence = promotion.sentence(outcome.decision, record.absences, p)
    yield Step("year.decision", "promotion", promotion.CITATION, outcome.decision, sentence, standing)


def _plain(path: str, rule: str, citation: Citation, sentence: str, numbers: dict[str, object]) -> Step:
    return Step(path, rule, citation, None, sentence, numbers)


def _numbers(term: Assessments) -> dict[str, object]:
    regular = [_shown(entry) for entry in term.regular]
    return {"regular": regular, "midterm": _shown(term.midterm), "final": _shown(term.final)}


def _shown(entry: Entry | str | None) -> str | None:
    return format_mark(Tenths(entry)) if isinstance(entry, int) else entry
