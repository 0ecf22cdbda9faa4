"""Which columns a sheet has, and what each will take."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from hocba.kernel.codes import AssessmentKind, CommentResult, Level, Stage
from hocba.kernel.marks import format_mark, parse_mark
from hocba.kernel.names import clean
from hocba.kernel.problems import ProblemError, fail
from hocba.kernel.subjects import SubjectCode
from hocba.regulations.api import regular_count
from hocba.web.gradebook.models import FIRST, SECOND, SUMMER
from hocba.web.schools.api import ClassSubject

LONGEST_TEXT = 1000
MOST_SESSIONS = 200
"""Sessions of a term that a pupil could have missed: more than any term has."""


class Kind(enum.StrEnum):
    MARK = "mark"
    CHOICE = "choice"
    COUNT = "count"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """``label`` heads the column, ``long`` says it in full. ``required``: without it the sheet is not complete.

    ``term`` only where a sheet's columns belong to different terms.
    """

    code: str
    label: str
    long: str
    kind: Kind = Kind.MARK
    choices: tuple[str, ...] = ()
    required: bool = True
    term: int | None = None

    def read(self, text: str) -> str:
        """What was typed as a canonical value, empty for blank.

        Raises ProblemError: ``mark.…``, ``comment.unknown``, ``level.not_a_choice``, ``sessions.invalid``,
        ``text.too_long``.
        """
        typed = clean(text)
        return _READERS[self.kind](typed, self) if typed else ""


def _read_choice(typed: str, column: Column) -> str:
    found = next((choice for choice in column.choices if choice.casefold() == typed.casefold()), None)
    if found is None:
        raise fail("choice.unknown", value=typed[:40], choices=", ".join(column.choices))
    return found


def _read_count(typed: str, column: Column) -> str:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 5 and int(typed) <= MOST_SESSIONS):
        raise fail("sessions.invalid", value=typed[:40], most=str(MOST_SESSIONS))
    return str(int(typed))


def _read_text(typed: str, column: Column) -> str:
    if len(typed) > LONGEST_TEXT:
        raise fail("text.too_long", value=str(len(typed)), most=str(LONGEST_TEXT))
    return typed


_READERS = {
    Kind.MARK: lambda typed, column: format_mark(parse_mark(typed)),
    Kind.CHOICE: _read_choice,
    Kind.COUNT: _read_count,
    Kind.TEXT: _read_text,
}

_COMMENTS = tuple(CommentResult)
_LEVELS = tuple(Level)
_MIDTERM, _FINAL = ("gk", "GK", "Đánh giá giữa kì"), ("ck", "CK", "Đánh giá cuối kì")


def mark_columns(class_subject: ClassSubject, term: int) -> tuple[Column, ...]:
    """``tx1`` …, ``gk``, ``ck`` by the number of regular assessments; ``dgl`` in the summer."""
    if term == SUMMER:
        return (_assessment(class_subject, "dgl", "ĐGL", "Đánh giá lại trong hè", required=False),)
    count = regular_marks(class_subject.subject, class_subject.school_class.grade, class_subject.periods)
    regular = [(f"tx{n}", f"TX{n}", f"Đánh giá thường xuyên {n}") for n in range(1, count + 1)]
    return tuple(_assessment(class_subject, *names) for names in (*regular, _MIDTERM, _FINAL))


def _assessment(class_subject: ClassSubject, code: str, label: str, long: str, *, required: bool = True) -> Column:
    if class_subject.assessment is AssessmentKind.MARK:
        return Column(code, label, long, required=required)
    return Column(code, label, long, Kind.CHOICE, _COMMENTS, required=required)


def regular_marks(subject: str, grade: int, periods: int) -> int:
    """Regular assessments per term (Circular 22/2021, article 6 clause 3); 0 where no rule is known."""
    try:
        return regular_count(SubjectCode(subject), grade, periods=periods)
    except (ProblemError, KeyError):
        return 0


def assessments_per_term(subject: str, grade: int, periods: int) -> int:
    """All cells that a term needs of one pupil: the regular ones, midterm, final."""
    return regular_marks(subject, grade, periods) + 2


def has_gradebook(stage: Stage) -> bool:
    """Whether this version keeps a gradebook for the stage."""
    return stage is Stage.LOWER_SECONDARY


REMARK = Column("nx", "Nhận xét", "Nhận xét cả năm", Kind.TEXT)

HOMEROOM: tuple[Column, ...] = (
    Column("vang1", "Vắng HK I", "Số buổi nghỉ học kì I", Kind.COUNT, term=FIRST),
    Column("vang2", "Vắng HK II", "Số buổi nghỉ học kì II", Kind.COUNT, term=SECOND),
    Column("rl1", "RL HK I", "Kết quả rèn luyện học kì I", Kind.CHOICE, _LEVELS, term=FIRST),
    Column("rl2", "RL HK II", "Kết quả rèn luyện học kì II", Kind.CHOICE, _LEVELS, term=SECOND),
    Column("nx", "Nhận xét", "Nhận xét của giáo viên chủ nhiệm", Kind.TEXT),
)
"""The homeroom teacher's year. Absences are counted by session of going to school, at most one a day."""

HOMEROOM_MORE: tuple[Column, ...] = (
    Column("cc", "Chứng chỉ", "Chứng chỉ", Kind.TEXT, required=False),
    Column("thi", "Hội thi", "Kết quả tham gia các cuộc thi", Kind.TEXT, required=False),
    Column("kt", "Khen thưởng", "Khen thưởng đặc biệt", Kind.TEXT, required=False),
    Column("rlh", "RL hè", "Kết quả rèn luyện trong kì nghỉ hè", Kind.CHOICE, _LEVELS, required=False, term=SUMMER),
    Column("rlhnx", "Nhận xét hè", "Nhận xét về rèn luyện trong kì nghỉ hè", Kind.TEXT, required=False, term=SUMMER),
)
"""What few pupils have, and what comes after the year's end."""
