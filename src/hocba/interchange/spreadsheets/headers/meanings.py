"""What a header cell can mean, by its folded text (``words.compact``)."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

from hocba.interchange.spreadsheets.headers.words import compact


class Meaning(enum.Enum):
    ORDER = "STT|TT|Số TT|Số thứ tự|No"
    CODE = (
        "Mã học sinh|Mã HS|Mã số học sinh|Mã số HS|Mã định danh|Mã định danh Bộ GD&ĐT|Mã định danh Bộ"
        "|Mã định danh học sinh"
        "|Mã định danh HS|Mã HS Bộ|Mã MOET|Mã định danh Bộ GDĐT|Mã học sinh Bộ GD&ĐT|Mã thống kê|Mã"
    )
    PERSONAL_ID = (
        "Số định danh cá nhân|Mã định danh cá nhân|Số định danh|ĐDCN|CCCD|Số CCCD|Căn cước công dân"
        "|Số căn cước công dân"
        "|Số căn cước|Mã định danh công dân|Số ĐDCN|Mã ĐDCN|Số CMND/CCCD|CMND/CCCD|Số định danh cá nhân/CCCD"
    )
    NAME = (
        "Họ và tên|Họ tên|Họ và tên học sinh|Họ tên học sinh|Tên học sinh|Họ tên HS|Họ và tên HS|Học sinh|Họ và tên (*)"
    )
    SURNAME = "Họ|Họ đệm|Họ và đệm|Họ và tên đệm|Họ tên đệm|Họ lót|Họ và tên lót|Họ và chữ đệm"
    GIVEN = "Tên"
    BIRTH = "Ngày sinh|Ngày tháng năm sinh|Ngày, tháng, năm sinh|Năm sinh|NTNS|Sinh ngày|Ngày sinh (dd/mm/yyyy)"
    GENDER = "Giới tính|Phái|GT|Giới"
    FEMALE = "Nữ"
    MALE = "Nam"
    CLASS = "Lớp|Mã lớp|Tên lớp|Lớp học"
    ETHNICITY = "Dân tộc"
    STATUS = "Trạng thái|Trạng thái HS|Trạng thái học sinh"
    BIRTHPLACE = "Nơi sinh|Nơi sinh chi tiết"
    REGULAR = "Miệng|KTTX|Kiểm tra thường xuyên|Điểm kiểm tra thường xuyên"
    MIDTERM = "Giữa kì|GHK"
    FINAL = "Cuối kì|CHK"
    AVERAGE = "TB|TBM|Trung bình|Điểm trung bình|Điểm trung bình môn|Trung bình môn"
    YEAR_AVERAGE = "TBCN|ĐTBcn|ĐTBmcn|TBmcn|Trung bình cả năm|Điểm trung bình cả năm|TB cả năm|ĐTB cả năm|Điểm cả năm"
    RESULT = "Đánh giá|Kết quả|KQ|Mức đánh giá|Xếp loại|Kết quả đánh giá"
    COMMENT = "Nhận xét|Nội dung nhận xét|Lời nhận xét|Nhận xét của giáo viên|Nhận xét của GV|Nhận xét sự tiến bộ"
    LEVEL = "Mức đạt được|Mức đạt|MĐĐ|Mức|Mức độ|Mức độ hoàn thành|Mức độ đạt được|Mức hoàn thành|XL"
    TEST = (
        "Điểm KTĐK|KTĐK|Điểm kiểm tra định kì|Điểm KT|Điểm kiểm tra|Điểm|Điểm KTĐK (nếu có)|Điểm bài kiểm tra định kì"
    )
    MOMENT = "Thời điểm đánh giá"
    CONDUCT = "Kết quả rèn luyện|Rèn luyện|Hạnh kiểm|HK|KQRL|KQ rèn luyện|Xếp loại hạnh kiểm|RL"
    LEARNING = "Kết quả học tập|Học tập|Học lực|HL|KQHT|KQ học tập|Xếp loại học lực"
    HONOUR = "Danh hiệu|Danh hiệu cả năm|Danh hiệu thi đua|Khen thưởng|Danh hiệu học sinh|Danh hiệu HS"
    ABSENCES = (
        "TS ngày nghỉ học cả năm|Số ngày nghỉ|Tổng số buổi nghỉ học cả năm|Số buổi nghỉ"
        "|Số ngày nghỉ học|Tổng số ngày nghỉ"
        "|Tổng số buổi nghỉ học|Tổng số ngày nghỉ học|Nghỉ học|Số buổi nghỉ học|Vắng|Tổng số buổi nghỉ"
    )
    EXCUSED = "Có phép|CP|Nghỉ có phép|Số ngày nghỉ có phép"
    UNEXCUSED = "Không phép|KP|Nghỉ không phép|Số ngày nghỉ không phép"
    PROMOTED = "Được lên lớp|Lên lớp|Lên lớp thẳng|Hoàn thành chương trình lớp học"
    YEAR_RESULT = "Đánh giá kết quả giáo dục|Kết quả giáo dục|Đánh giá KQGD|KQGD|Hoàn thành chương trình"


_TABLE = {compact(alias): meaning for meaning in Meaning for alias in meaning.value.split("|")}
_ROLE = r"(?:diem|cot|kt|bkt|bai|ddg|dg|danhgia|diemdanhgia|kiemtra|d|so)*"
_TERM = r"(?:(?:hocki|hk|ki)?(?P<term>ii|i|1|2))?(?:(?:hs|heso)\d)?"
_PATTERNS = (
    (re.compile(_ROLE + r"(?:tx|thuongxuien)(?:lan|so)?\d{0,2}(?:(?:hs|heso)\d)?"), Meaning.REGULAR),
    (re.compile(_ROLE + r"(?:gk|giuaki|giuahk|giuahocki)" + _TERM), Meaning.MIDTERM),
    (re.compile(_ROLE + r"(?:ck|cuoiki|cuoihk|cuoihocki)" + _TERM), Meaning.FINAL),
    (re.compile(r"(?:d|diem)?(?:tb|trungbinh)(?:m|mon)?(?:hk|hocki|ki)?" + _TERM), Meaning.AVERAGE),
    (re.compile(r"(?:kqrl|hk|hanhkiem|ketquarenluien|renluien)hk(?P<term>ii|i|1|2)"), Meaning.CONDUCT),
    (re.compile(r"(?:kqht|hl|hocluc|ketquahoctap|hoctap)hk(?P<term>ii|i|1|2)"), Meaning.LEARNING),
)
_TERM_ALONE = re.compile(r"(?:hocki|hk|ki)(?P<term>ii|i|1|2)")
_YEAR_ALONE = {"canam", "cn", "cuoinam", "tongketcanam"}
TERMS = {"i": 1, "1": 1, "ii": 2, "2": 2}


@lru_cache(maxsize=8192)
def meaning_of(text: str) -> tuple[Meaning, int | None] | None:
    """The meaning, and the term where the header names one (``ĐTBmhk2``)."""
    key = compact(text)
    if key in _TABLE:
        return _TABLE[key], None
    for pattern, meaning in _PATTERNS:
        if found := pattern.fullmatch(key):
            term = found.groupdict().get("term")
            return meaning, TERMS[term] if term else None
    return None


def period_of(text: str) -> int | None:
    """``Học kì I`` is 1, ``HK2`` is 2, ``Cả năm`` is 0."""
    key = compact(text)
    if key in _YEAR_ALONE:
        return 0
    found = _TERM_ALONE.fullmatch(key)
    return TERMS[found["term"]] if found else None
