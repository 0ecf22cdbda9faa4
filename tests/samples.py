"""Records of invented people that the tests of several rooms share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hocba.kernel.codes import AssessmentKind, Decision, Honour, Level
from hocba.kernel.ids import SchoolCode, SignerIdentity, StaffCode, StudentCode
from hocba.kernel.marks import Tenths
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode
from hocba.transcript.model import (
    LevelPair,
    Parent,
    School,
    Signatory,
    Student,
    StudyHistoryRow,
    SubjectResult,
    SubjectValue,
    Transcript,
    YearSummary,
    identity_digest,
)

SALT = bytes(range(16))
SCHOOL_IDENTITY = SignerIdentity("MST:0200999001")
PRINCIPAL_IDENTITY = SignerIdentity("CCCD:031080000099")
HOMEROOM_IDENTITY = SignerIdentity("CCCD:031090000001")

_MARK, _COMMENT = AssessmentKind.MARK, AssessmentKind.COMMENT

# code, printed name, kind, term 1, term 2, year (tenths or result), teacher, remark
_ROWS: list[tuple[str, str, AssessmentKind, SubjectValue, SubjectValue, SubjectValue, str, str]] = [
    ("NGU_VAN", "Ngữ văn", _MARK, Tenths(78), Tenths(82), Tenths(81), "Vũ Thị Hồng Hạnh",
     "Diễn đạt mạch lạc, viết đoạn văn nghị luận có lập luận riêng; cần đọc thêm tác phẩm truyện."),
    ("TOAN", "Toán", _MARK, Tenths(85), Tenths(90), Tenths(88), "Phạm Quốc Việt",
     "Tư duy tốt, trình bày lời giải chặt chẽ; hình học không gian còn chậm."),
    ("NGOAI_NGU_1", "Ngoại ngữ 1 (Tiếng Anh)", _MARK, Tenths(70), Tenths(76), Tenths(74), "Ngô Thuỳ Dương",
     "Nghe và đọc hiểu khá, phát âm tiến bộ rõ; nên tự tin hơn khi nói trước lớp."),
    ("GDCD", "Giáo dục công dân", _MARK, Tenths(83), Tenths(85), Tenths(84), "Đỗ Văn Khải",
     "Vận dụng tốt vào tình huống thực tế."),
    ("LS_DL", "Lịch sử và Địa lí", _MARK, Tenths(79), Tenths(80), Tenths(80), "Bùi Thị Lượt",
     "Nắm chắc kiến thức, biết khai thác bản đồ và tư liệu."),
    ("KHTN", "Khoa học tự nhiên", _MARK, Tenths(66), Tenths(72), Tenths(70), "Hoàng Đình Phúc",
     "Có tiến bộ ở phần Vật lí; cần cẩn thận hơn khi làm thí nghiệm."),
    ("CONG_NGHE", "Công nghệ", _MARK, Tenths(90), Tenths(92), Tenths(91), "Lê Thị Ngát",
     "Sản phẩm thực hành đẹp, đúng quy trình."),
    ("TIN_HOC", "Tin học", _MARK, Tenths(88), Tenths(100), Tenths(96), "Trịnh Gia Bảo",
     "Lập trình trực quan thành thạo, hay giúp bạn."),
    ("GDTC", "Giáo dục thể chất", _COMMENT, "Đ", "Đ", "Đ", "Mạc Văn Toản", "Thể lực tốt, tích cực luyện tập."),
    ("NGHE_THUAT", "Nghệ thuật", _COMMENT, "Đ", "Đ", "Đ", "Phùng Ánh Tuyết", "Hát đúng giai điệu; tranh có bố cục rõ."),
    ("HDTN_HN", "Hoạt động trải nghiệm, hướng nghiệp", _COMMENT, "Đ", "Đ", "Đ", "Nguyễn Thị Ánh",
     "Chủ động trong hoạt động nhóm, biết lập kế hoạch."),
    ("GDDP", "Nội dung giáo dục của địa phương", _COMMENT, "Đ", "Đ", "Đ", "Bùi Thị Lượt",
     "Hiểu biết về lễ hội chọi trâu và nghề biển Đồ Sơn."),
]  # fmt: skip


def signatory(name: str, number: int, title: str = "") -> Signatory:
    identity = SignerIdentity(f"CCCD:{31090000000 + number:012d}")
    return Signatory(StaffCode(f"GV{number:04d}"), name, identity_digest(SALT, identity), title)


def teacher_identity(position: int) -> SignerIdentity:
    """The identity of the subject teacher of row ``position`` (from 0) of ``sample_transcript``."""
    return SignerIdentity(f"CCCD:{31090000010 + position:012d}")


def sample_subjects() -> tuple[SubjectResult, ...]:
    return tuple(
        SubjectResult(
            SubjectCode(code), name, kind, term1, term2, year, None, remark, signatory(teacher, 10 + position)
        )
        for position, (code, name, kind, term1, term2, year, teacher, remark) in enumerate(_ROWS)
    )


def sample_summary(**changes: Any) -> YearSummary:
    good = LevelPair(Level.GOOD, Level.FAIR)
    summary = YearSummary(
        term1=good,
        term2=LevelPair(Level.GOOD, Level.GOOD),
        year=LevelPair(Level.GOOD, Level.GOOD),
        after_summer=LevelPair(None, None),
        absences=3,
        decision=Decision.PROMOTED,
        honour=Honour.GOOD,
        contests="Giải Ba cuộc thi Tin học trẻ cấp phường.",
        awards="Học sinh Giỏi năm học 2025-2026.",
        remark="Ngoan, lễ phép, có trách nhiệm với tập thể; học đều các môn, cần mạnh dạn phát biểu hơn.",
    )
    return replace(summary, **changes)


def sample_student(**changes: Any) -> Student:
    student = Student(
        code=StudentCode("3125000123"),
        name="Nguyễn Thị Ngọc Ánh",
        gender="Nữ",
        birth_date="2012-03-05",
        birth_place="Phường Đồ Sơn, thành phố Hải Phòng",
        ethnicity="Kinh",
        residence="Tổ dân phố Vạn Hương, phường Đồ Sơn, thành phố Hải Phòng",
        father=Parent("Nguyễn Văn Thuỷ", "Ngư dân"),
        mother=Parent("Hoàng Thị Lựu", "Kinh doanh"),
        register_number="0123",
    )
    return replace(student, **changes)


def sample_transcript(**changes: Any) -> Transcript:
    """A grade 8 record of an invented girl; any field of ``Transcript`` may be replaced."""
    school = School(
        SchoolCode("31313501"),
        "Trường Trung học cơ sở Vạn Hương",
        "Phường Đồ Sơn",
        "Thành phố Hải Phòng",
        identity_digest(SALT, SCHOOL_IDENTITY),
    )
    history = tuple(
        StudyHistoryRow(SchoolYear(year), class_name, "Trường Trung học cơ sở Vạn Hương")
        for year, class_name in ((2023, "6A1"), (2024, "7A1"), (2025, "8A1"))
    )
    transcript = Transcript(
        id="d0s0n-7K2MQ4XW9ZB1TH6PVC3R",
        version=1,
        salt=SALT,
        form="thcs-tt22-2021",
        ruleset="tt22-2021",
        school=school,
        school_year=SchoolYear(2025),
        grade=8,
        class_name="8A1",
        student=sample_student(),
        history=history,
        subjects=sample_subjects(),
        summary=sample_summary(),
        homeroom=Signatory(StaffCode("GV0001"), "Nguyễn Thị Ánh", identity_digest(SALT, HOMEROOM_IDENTITY)),
        principal=Signatory(
            StaffCode("QL0001"), "Trần Đức Long", identity_digest(SALT, PRINCIPAL_IDENTITY), "Hiệu trưởng"
        ),
        place="Đồ Sơn",
        issued_on=date(2026, 5, 29),
        demonstration=True,
    )
    return replace(transcript, **changes)
