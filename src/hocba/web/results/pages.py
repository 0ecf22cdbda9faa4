"""What the pages show: contexts for the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext

from hocba.kernel.codes import Level
from hocba.kernel.marks import format_mark_vi
from hocba.kernel.names import repeated
from hocba.regulations.api import Outcome, Step
from hocba.transcript.model import SubjectValue
from hocba.web.registry.api import Enrolment, pupils_of
from hocba.web.results.rulings import Doubt
from hocba.web.results.selectors import ClassResults, PupilResult, value_in
from hocba.web.schools.api import ClassSubject, SchoolClass
from hocba.wording.api import sentence
from hocba.wording.results import DECISIONS, HONOURS, LEVELS, PERIODS, SHORT_SUBJECTS


def crumbs(school_class: SchoolClass, last: str) -> list[dict[str, str]]:
    overview = reverse("gradebook:class_page", kwargs={"class_id": school_class.pk})
    return [
        {"label": gettext("Sổ điểm"), "url": reverse("gradebook:index")},
        {"label": gettext("Lớp %(name)s") % {"name": school_class.name}, "url": overview},
        {"label": last, "url": ""},
    ]


def pupil_crumbs(enrolment: Enrolment) -> list[dict[str, str]]:
    """Down to one pupil of the class's results."""
    school_class = enrolment.school_class
    *above, _ = crumbs(school_class, "")
    results = reverse("results:class_page", kwargs={"class_id": school_class.pk})
    return [*above, {"label": gettext("Kết quả"), "url": results}, {"label": enrolment.student.full_name, "url": ""}]


def summary(outcome: Outcome) -> list[dict[str, str]]:
    """The year in a few words, as ``components/answers.html`` wants them; a dash while something is missing."""
    lines = [
        (gettext("Kết quả học tập"), level(outcome.year.verdict.level)),
        (gettext("Kết quả rèn luyện"), level(outcome.conduct)),
        (gettext("Kết luận"), DECISIONS[outcome.decision]),
        (gettext("Danh hiệu"), HONOURS[outcome.honour] if outcome.honour else ""),
    ]
    return [{"label": label, "value": value or "–"} for label, value in lines]


def neighbours(enrolment: Enrolment) -> dict[str, Enrolment | None]:
    """The pupils before and after this one, in the order of the class."""
    pupils = list(pupils_of(enrolment.school_class))
    place = pupils.index(enrolment)
    return {
        "previous": pupils[place - 1] if place else None,
        "next": pupils[place + 1] if place + 1 < len(pupils) else None,
    }


def class_page(results: ClassResults) -> dict[str, object]:
    """Pupils × subjects with what follows from them, in the order of the class: nobody is ranked."""
    return {
        "school_class": results.school_class,
        "subjects": [_heading(each) for each in results.subjects],
        "rows": [_row(each, results.subjects) for each in results.pupils],
        "namesakes": repeated(each.enrolment.student.full_name for each in results.pupils),
        "missing": list(summed_up(results.pupils)),
        "attention": [_attention(each) for each in results.pupils if each.faults],
        "doubtful": [
            (each.enrolment, [doubt_shown(it) for it in each.doubts]) for each in results.pupils if each.doubts
        ],
        "chart": chart(results),
        "breadcrumbs": crumbs(results.school_class, gettext("Kết quả")),
    }


def _heading(subject: ClassSubject) -> dict[str, str]:
    return {"name": subject.name, "short": SHORT_SUBJECTS.get(subject.subject, subject.name)}


def _row(result: PupilResult, subjects: Iterable[ClassSubject]) -> dict[str, object]:
    outcome = result.outcome
    return {
        "enrolment": result.enrolment,
        "values": [shown(value_in(outcome.year, each)) for each in subjects],
        "conduct": level(outcome.conduct),
        "learning": level(outcome.year.verdict.level),
        "decision": DECISIONS[outcome.decision],
        "honour": HONOURS[outcome.honour] if outcome.honour else "",
        "gaps": len(result.missing),
    }


def shown(value: SubjectValue) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, str) else format_mark_vi(value)


def level(value: Level | None) -> str:
    return LEVELS[value] if value else ""


def _attention(result: PupilResult) -> dict[str, object]:
    return {
        "name": result.enrolment.student.full_name,
        "sentences": [sentence(problem) for problem in result.faults],
    }


def doubt_shown(doubt: Doubt) -> dict[str, object]:
    """Both readings in words, place by place, and what has been decided."""
    places = [
        {
            "sentence": sentence(place),
            "period": next((name for path, name in PERIODS.items() if place.path.startswith(path)), ""),
            "applied": _outcome_words(place.params.get("applied", "")),
            "other": _outcome_words(place.params.get("other", "")),
        }
        for place in doubt.places
    ]
    return {"code": doubt.code, "rule": doubt.rule, "places": places, "ruling": doubt.ruling, "held": doubt.obstacle}


def _outcome_words(code: str) -> str:
    """``Khá`` of ``K``, ``Không được lên lớp`` of a decision; empty where nothing can be computed."""
    words = {**{str(key): text for key, text in LEVELS.items()}, **{str(key): text for key, text in DECISIONS.items()}}
    return words.get(code, "")


def summed_up(pupils: Iterable[PupilResult]) -> Iterator[str]:
    """What is missing, by kind, with the number of pupils: the most frequent first."""
    counts = Counter(
        sentence(problem).removesuffix(".") for pupil in pupils for problem in pupil.missing
    )  # the sentence names subject, term and columns: equal gaps are worded equally
    for words, number in counts.most_common():
        yield gettext("%(what)s (%(n)d em)") % {"what": words, "n": number}


def chart(results: ClassResults) -> dict[str, object]:
    """How many pupils reached each level of learning this year."""
    total = len(results.pupils)
    counts = Counter(each.outcome.year.verdict.level for each in results.pupils)
    rows = [{"label": LEVELS[each], "value": counts[each], "total": total, "state": _STATES[each]} for each in Level]
    rows.append({"label": gettext("Chưa xếp"), "value": counts[None], "total": total, "state": "waiting"})
    return {"title": gettext("Kết quả học tập cả năm"), "unit": gettext("học sinh"), "rows": rows}


_STATES = {Level.GOOD: "done", Level.FAIR: "done", Level.PASS: "done", Level.FAIL: "problem"}


def reasons(outcome: Outcome, subjects: Iterable[ClassSubject]) -> Sequence[Mapping[str, object]]:
    """The trace in the order that a parent asks: the year as a whole first, then subject by subject."""
    whole_year = {"name": gettext("Cả năm"), "steps": _steps_of(outcome, "")}
    by_subject = [{"name": each.name, "steps": _steps_of(outcome, each.subject)} for each in subjects]
    return [group for group in (whole_year, *by_subject) if group["steps"]]


def _steps_of(outcome: Outcome, code: str) -> list[dict[str, object]]:
    steps = [step for step in outcome.trace if _subject_of(step) == code]
    return [{"period": _period_of(step), "sentence": step.sentence, "citation": step.citation} for step in steps]


def _period_of(step: Step) -> str:
    """``Học kì I`` of ``terms.0.level``; a value without a term is the year's."""
    return next((name for path, name in PERIODS.items() if step.path.startswith(path)), PERIODS["year"])


def _subject_of(step: Step) -> str:
    """``TOAN`` of ``terms.0.averages.TOAN``; empty for a value that belongs to no single subject."""
    parts = step.path.split(".")
    return parts[-1] if len(parts) > 1 and parts[-2] in {"averages", "comments"} else ""
