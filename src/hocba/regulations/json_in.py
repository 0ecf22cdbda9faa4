"""From a JSON object as ``docs/regulations.md`` describes it to a ``StudentYear``.

Good input is read by table look-up; only what is not in the table is looked at closely, to say what is wrong and
where. What cannot be read is None, and the rest of the record stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hocba.kernel.codes import EXEMPT, AssessmentKind, CommentResult, Level, Stage
from hocba.kernel.marks import Tenths, format_mark, parse_mark
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.record import NOTHING, Assessments, Entry, StudentYear, SubjectYear, Summer, TermRecord
from hocba.regulations.rulesets import ruleset_for
from hocba.regulations.vn.curriculum_2018 import Plan, plan

Table = Mapping[Any, Any]
T = TypeVar("T")

_MARKS: Table = {None: None} | {format_mark(Tenths(tenths)): Tenths(tenths) for tenths in range(101)}
_COMMENTS: Table = {None: None} | {str(result): result for result in CommentResult}
_TABLES = {AssessmentKind.MARK: _MARKS, AssessmentKind.COMMENT: _COMMENTS}
_LEVELS: Table = {None: None} | {str(level): level for level in Level}
_STAGES: Table = {str(stage): stage for stage in Stage}

_RECORD_KEYS = frozenset({"id", "stage", "grade", "school_year", "subjects", "conduct", "absences", "summer"})
_SUBJECT_KEYS = frozenset({"code", "kind", "periods", "terms"})
_TERM_KEYS = frozenset({"regular", "midterm", "final"})
_SUMMER_KEYS = frozenset({"reassessed", "conduct"})
_MOST_ABSENCES = 366
_MOST_PERIODS = 1000


def read_record(given: object) -> tuple[StudentYear, list[Problem]]:
    """The record, and what in it could not be read.

    Raises ProblemError where nothing can be judged: not an object, no id, no stage, grade or school year
    that a rule set covers.
    """
    if not isinstance(given, dict):
        raise fail("evaluate.not_an_object")
    reader = _Reader()
    identity = _required(given, "id", str)
    stage = _STAGES.get(_required(given, "stage", str))
    if stage is None:
        raise fail("evaluate.stage_unknown", "stage", shown(given["stage"]))
    grade = _required(given, "grade", int)
    year = _school_year(_required(given, "school_year", str))
    ruleset_for(stage, grade, year)
    reader.unknown_keys(given, _RECORD_KEYS, "")
    subjects_plan = plan(stage, grade)
    record = StudentYear(
        id=identity,
        stage=stage,
        grade=grade,
        school_year=year,
        subjects=tuple(reader.subjects(given.get("subjects"), subjects_plan)),
        conduct=reader.conduct(given.get("conduct")),
        absences=reader.integer(given.get("absences"), 0, _MOST_ABSENCES, "absences"),
        summer=reader.summer(given.get("summer"), subjects_plan),
    )
    return record, reader.problems


def shown(value: object) -> str | None:
    """The offending value, short; structures are not repeated."""
    return None if isinstance(value, dict | list) else str(value)[:40]


def _required(given: Mapping[str, Any], key: str, kind: type[T]) -> T:
    value = given.get(key)
    if value is None:
        raise fail("evaluate.field_missing", key)
    if type(value) is not kind:
        raise fail("evaluate.field_type", key, shown(value))
    return value


def _school_year(text: str) -> SchoolYear:
    try:
        return SchoolYear.parse(text)
    except ProblemError as error:
        raise fail(error.problem.code, "school_year", shown(text)) from None


@dataclass(slots=True)
class _Reader:
    """Collects problems while the parts are read."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, path: str, value: object = None) -> None:
        self.problems.append(Problem(code, path, None if value is None else shown(value)))

    def unknown_keys(self, given: Mapping[str, Any], known: frozenset[str], path: str) -> None:
        if not known.issuperset(given):
            for key in sorted(given.keys() - known):
                self.add("evaluate.field_unknown", f"{path}{key[:40]}")

    def integer(self, value: object, least: int, most: int, path: str) -> int | None:
        if value is None or (type(value) is int and least <= value <= most):
            return value
        self.add("evaluate.integer", path, value)
        return None

    def subjects(self, given: object, subjects_plan: Plan) -> Iterable[SubjectYear]:
        if not isinstance(given, list):
            self.add("evaluate.field_missing" if given is None else "evaluate.field_type", "subjects", given)
            return
        for index, subject in enumerate(given):
            if not isinstance(subject, dict) or not isinstance(subject.get("code"), str):
                self.add("evaluate.subject_shape", f"subjects.{index}")
            elif subject["code"] not in subjects_plan:
                self.add("subject.unknown", f"subjects.{index}.code", subject["code"])
            else:
                yield self.subject(subject, subjects_plan)

    def subject(self, given: dict[str, Any], subjects_plan: Plan) -> SubjectYear:
        code = SubjectCode(given["code"])
        kind = subjects_plan[code].kind
        if not _SUBJECT_KEYS.issuperset(given):
            self.unknown_keys(given, _SUBJECT_KEYS, f"subjects.{code}.")
        if given.get("kind") not in (None, kind):
            self.add("subject.kind_differs", f"subjects.{code}.kind", given["kind"])
        periods = given.get("periods")
        if periods is not None:
            periods = self.integer(periods, 1, _MOST_PERIODS, f"subjects.{code}.periods")
        return SubjectYear(code, self.terms(given.get("terms"), code, _TABLES[kind]), periods)

    def terms(self, given: Any, code: SubjectCode, table: Table) -> tuple[TermRecord, TermRecord]:
        if given == EXEMPT:
            return EXEMPT, EXEMPT
        whole = isinstance(given, list) and len(given) == 2
        first, second = given if whole else self.pair(given, f"subjects.{code}.terms")
        return self.term(first, code, 0, table), self.term(second, code, 1, table)

    def pair(self, given: object, path: str) -> list[Any]:
        """Two values, one for each term; what is not there is None."""
        if given is None:
            return [None, None]
        if not isinstance(given, list) or len(given) > 2:
            self.add("evaluate.two_terms", path)
            return [None, None]
        return given + [None] * (2 - len(given))

    def term(self, given: Any, code: SubjectCode, index: int, table: Table) -> TermRecord:
        if given is None:
            return NOTHING
        try:
            regular = given.get("regular", [])
            if _TERM_KEYS.issuperset(given) and isinstance(regular, list):
                marks = tuple([table[entry] for entry in regular])
                return Assessments(marks, table[given.get("midterm")], table[given.get("final")])
        except (KeyError, TypeError, AttributeError):
            pass
        return self.faulty_term(given, f"subjects.{code}.terms.{index}", table)

    def faulty_term(self, given: Any, path: str, table: Table) -> TermRecord:
        """Something in this term is not in the table: exempt, or wrong."""
        if given == EXEMPT:
            return EXEMPT
        if not isinstance(given, dict):
            self.add("evaluate.term_shape", path, given)
            return NOTHING
        self.unknown_keys(given, _TERM_KEYS, f"{path}.")
        regular = given.get("regular")
        regular = [] if regular is None else [EXEMPT] if regular == EXEMPT else regular
        if not isinstance(regular, list):
            self.add("evaluate.field_type", f"{path}.regular", regular)
            regular = []
        values = [*regular, given.get("midterm"), given.get("final")]
        if EXEMPT in values:
            return self.exempt_term(values, path)
        return Assessments(
            tuple(self.entry(value, table, f"{path}.regular.{place}") for place, value in enumerate(regular)),
            self.entry(given.get("midterm"), table, f"{path}.midterm"),
            self.entry(given.get("final"), table, f"{path}.final"),
        )

    def exempt_term(self, values: list[Any], path: str) -> TermRecord:
        """Exempt and assessed at once cannot both be true: neither is believed."""
        if all(value in (EXEMPT, None) for value in values):
            return EXEMPT
        self.add("subject.exempt_with_marks", path)
        return NOTHING

    def entry(self, value: Any, table: Table, path: str) -> Entry | None:
        """One assessment; None, with a problem, for what is neither a mark nor a comment result."""
        if value is None:
            return None
        if not isinstance(value, str):
            self.add("evaluate.not_a_string", path, value)
            return None
        if table is _COMMENTS and value not in table:
            self.add("comment.unknown", path, value)
            return None
        return table[value] if value in table else self.mark(value, path)

    def mark(self, text: str, path: str) -> Tenths | None:
        """A mark written otherwise than it travels (``8.0``, ``7,5``), or none at all."""
        try:
            return parse_mark(text)
        except ProblemError as error:
            self.add(error.problem.code, path, text)
            return None

    def level(self, value: Any, path: str) -> Level | None:
        if value is None or (isinstance(value, str) and value in _LEVELS):
            return _LEVELS[value]  # type: ignore[no-any-return]
        self.add("evaluate.level_unknown", path, value)
        return None

    def conduct(self, given: object) -> tuple[Level | None, Level | None]:
        first, second = self.pair(given, "conduct")
        return self.level(first, "conduct.0"), self.level(second, "conduct.1")

    def summer(self, given: object, subjects_plan: Plan) -> Summer | None:
        if given is None:
            return None
        if not isinstance(given, dict):
            self.add("evaluate.field_type", "summer", given)
            return None
        self.unknown_keys(given, _SUMMER_KEYS, "summer.")
        reassessed = given.get("reassessed")
        if not isinstance(reassessed, dict | None):
            self.add("evaluate.field_type", "summer.reassessed", reassessed)
        results = self.reassessed(reassessed, subjects_plan) if isinstance(reassessed, dict) else {}
        return Summer(results, self.level(given.get("conduct"), "summer.conduct"))

    def reassessed(self, given: dict[str, Any], subjects_plan: Plan) -> dict[SubjectCode, Entry]:
        results: dict[SubjectCode, Entry] = {}
        for text, value in given.items():
            code = SubjectCode(text)
            if code not in subjects_plan:
                self.add("subject.unknown", f"summer.reassessed.{shown(text)}", text)
                continue
            entry = self.entry(value, _TABLES[subjects_plan[code].kind], f"summer.reassessed.{code}")
            if entry is not None:
                results[code] = entry
        return results
