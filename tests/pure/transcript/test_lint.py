"""What is found before anybody signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.samples import sample_student, sample_subjects, sample_summary, sample_transcript

from hocba.kernel.codes import Decision, Honour, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode
from hocba.transcript.api import blocks, lint
from hocba.transcript.lint.registry import CHECKS
from hocba.transcript.model import Correction, LevelPair, StudyHistoryRow
from hocba.wording.api import messages

GOOD = sample_transcript()
TEACHER = sample_subjects()[1].teacher


def changed_subject(position: int, **changes: object) -> dict[str, object]:
    subjects = list(sample_subjects())
    subjects[position] = replace(subjects[position], **changes)  # type: ignore[arg-type]
    return {"subjects": tuple(subjects)}


def test_a_sound_record_has_no_findings() -> None:
    assert lint(GOOD) == []


def test_a_sound_last_year_has_no_findings() -> None:
    summary = sample_summary(decision=Decision.COMPLETED, completion="Hoàn thành chương trình trung học cơ sở")
    assert lint(sample_transcript(grade=9, student=sample_student(birth_date="2011"), summary=summary)) == []


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"student": sample_student(gender="")}, "lint.missing", "student.gender"),
        ({"student": sample_student(birth_date="")}, "lint.missing", "student.birth_date"),
        ({"place": " "}, "lint.missing", "place"),
        ({"summary": sample_summary(remark="")}, "lint.missing", "summary.remark"),
        ({"summary": sample_summary(absences=None)}, "lint.missing", "summary.absences"),
        ({"subjects": ()}, "lint.missing", "subjects"),
        (changed_subject(1, teacher=replace(TEACHER, name="")), "lint.signatory_missing", "subjects.TOAN.teacher"),
        ({"homeroom": replace(GOOD.homeroom, code="")}, "lint.signatory_missing", "homeroom"),
        ({"principal": replace(GOOD.principal, identity="AAAA")}, "lint.signatory_identity", "principal.identity"),
        ({"school": replace(GOOD.school, identity="không")}, "lint.signatory_identity", "school.identity"),
        ({"subjects": sample_subjects() + sample_subjects()[:1]}, "lint.subject_twice", "subjects.NGU_VAN"),
        (changed_subject(8, year=Tenths(90)), "lint.value_kind", "subjects.GDTC.year"),
        (changed_subject(1, reassessed="Đ"), "lint.value_kind", "subjects.TOAN.reassessed"),
        (changed_subject(1, year=None), "lint.year_missing", "subjects.TOAN.year"),
        (changed_subject(1, term2=None), "lint.term_missing", "subjects.TOAN.term2"),
        ({"student": sample_student(birth_date="2012-02-30")}, "lint.birth_date", "student.birth_date"),
        ({"student": sample_student(birth_date="5/3/2012")}, "lint.birth_date", "student.birth_date"),
        ({"summary": sample_summary(decision=Decision.UNDETERMINED)}, "lint.undetermined", "summary.decision"),
        ({"summary": sample_summary(decision=Decision.COMPLETED)}, "lint.decision_grade", "summary.decision"),
        ({"grade": 9}, "lint.decision_grade", "summary.decision"),
        ({"summary": sample_summary(completion="x")}, "lint.completion_grade", "summary.completion"),
        (
            {"grade": 9, "summary": sample_summary(decision=Decision.COMPLETED)},
            "lint.completion_missing",
            "summary.completion",
        ),
        (
            {"summary": sample_summary(year=LevelPair(Level.GOOD, None), honour=None)},
            "lint.level_missing",
            "summary.year.learning",
        ),
        (
            {"summary": sample_summary(year=LevelPair(Level.FAIR, Level.GOOD), honour=Honour.GOOD)},
            "lint.honour_without_levels",
            "summary.honour",
        ),
        ({"history": GOOD.history[::-1]}, "lint.history_order", "history"),
        ({"issued_on": date(2025, 7, 1)}, "lint.issued_too_early", "issued_on"),
        (
            {"corrections": (Correction(SubjectCode("NGOAI_NGU_2"), "Cả năm", "7", "8", "A", "2026", "nhầm"),)},
            "lint.correction_subject",
            "corrections.0.subject",
        ),
        (
            {"corrections": (Correction(SubjectCode("TOAN"), "Cả năm", "7", "8", "", "", ""),)},
            "lint.correction_incomplete",
            "corrections.0",
        ),
        (
            {"corrections": (Correction(SubjectCode("TOAN"), "Cả năm", "7", "7", "A", "2026", "nhầm"),)},
            "lint.correction_empty",
            "corrections.0",
        ),
        ({"student": sample_student(name="Nguye\u0302\u0303n")}, "transcript.not_nfc", "student.name"),
        (changed_subject(0, remark="Tốt\x07"), "transcript.forbidden_character", "subjects.NGU_VAN.remark"),
        (changed_subject(0, remark="x" * 4001), "xml.schema", ""),
    ],
)
def test_a_fault_is_found_where_it_is_and_stops_signing(changes: dict[str, object], code: str, path: str) -> None:
    found = [problem for problem in lint(sample_transcript(**changes)) if (problem.code, problem.path) == (code, path)]
    assert found
    assert all(map(blocks, found))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (changed_subject(1, remark="x" * 256), "lint.remark_too_long"),
        (changed_subject(1, term1=None), "lint.term1_missing"),
        ({"student": sample_student(birth_date="2001-01-01")}, "lint.unusual_age"),
        ({"student": sample_student(name="Nguyễn  Ánh ")}, "lint.untidy_name"),
        ({"history": ()}, "lint.history_missing"),
        ({"history": (StudyHistoryRow(SchoolYear(2024), "7A", "Trường A"),)}, "lint.history_year"),
    ],
)
def test_a_warning_is_shown_and_does_not_stop_signing(changes: dict[str, object], code: str) -> None:
    problems = lint(sample_transcript(**changes))
    assert [problem.code for problem in problems] == [code]
    assert not any(map(blocks, problems))


def test_a_remark_of_exactly_255_characters_is_not_too_long() -> None:
    assert lint(sample_transcript(**changed_subject(1, remark="x" * 255))) == []


def test_every_check_has_a_name_of_its_own_and_a_source() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.citation for check in CHECKS)


def test_every_finding_has_a_sentence() -> None:
    broken = sample_transcript(student=sample_student(name="", birth_date="x"), subjects=(), history=(), grade=9)
    assert {problem.code for problem in lint(broken)} <= messages().keys()
