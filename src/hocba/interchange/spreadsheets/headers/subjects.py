"""Names of subjects as sheets spell them, old spellings and abbreviations included, to national codes."""

from __future__ import annotations

from typing import Final

from hocba.interchange.spreadsheets.headers.words import compact, words
from hocba.kernel.subjects import SUBJECT_NAMES

_ALIASES: Final[dict[str, str]] = {
    "NGU_VAN": "Văn|Văn học|Ngữ Văn|NV",
    "TOAN": "Toán học|Môn Toán",
    "NGOAI_NGU_1": "Ngoại ngữ|NN1|NN|Tiếng Anh|Anh|Anh văn|T Anh|TA|Tiếng Nga|Tiếng Pháp|Tiếng Trung|Tiếng Trung Quốc"
    "|Tiếng Đức|Tiếng Nhật|Tiếng Hàn|Ngoại ngữ 1 Tiếng Anh|Ngoại ngữ Tiếng Anh|NN1 Tiếng Anh|Tiếng Anh NN1",
    "NGOAI_NGU_2": "NN2",
    "GDCD": "Công dân|CD",
    "LS_DL": "Lịch sử Địa lí|LS ĐL|LSĐL|Sử Địa|Sử - Địa|LS-ĐL",
    "KHTN": "KHTN|Khoa học TN",
    "CONG_NGHE": "CN|C nghệ|Tin học và Công nghệ (Công nghệ)",
    "TIN_HOC": "Tin|Tin học và Công nghệ (Tin học)",
    "GDTC": "GDTC|Thể dục|TD|Thể chất|GD thể chất",
    "NGHE_THUAT": "NT|Âm nhạc Mĩ thuật",
    "HDTN_HN": "HĐTN HN|HĐTNHN|HĐTN hướng nghiệp|TNHN|Trải nghiệm hướng nghiệp|Hoạt động trải nghiệm hướng nghiệp"
    "|Hoạt động ngoài giờ lên lớp|HĐNGLL|HĐ ngoài giờ lên lớp",
    "HDTN": "HĐTN|Trải nghiệm|HĐ trải nghiệm",
    "GDDP": "GDĐP|Giáo dục địa phương|GD địa phương|NDGDĐP|Nội dung GDĐP|Địa phương|ND GD địa phương"
    "|Nội dung giáo dục địa phương|Nội dung GD của địa phương",
    "TIENG_DTTS": "Tiếng dân tộc|Tiếng DTTS|TDT",
    "LICH_SU": "Sử|LS",
    "DIA_LI": "Địa|ĐL",
    "GDKT_PL": "GDKTPL|GDKT PL|GDKT&PL|Kinh tế pháp luật|GD kinh tế pháp luật",
    "VAT_LI": "Lí|VL",
    "HOA_HOC": "Hóa|Hoá",
    "SINH_HOC": "Sinh",
    "AM_NHAC": "Nhạc|ÂN|Nghệ thuật (Âm nhạc)",
    "MI_THUAT": "MT|Nghệ thuật (Mĩ thuật)",
    "GDQP_AN": "GDQP|GDQPAN|GDQP-AN|Quốc phòng|GD quốc phòng|QPAN|QP-AN|GD quốc phòng an ninh",
    "TIENG_VIET": "TV|T Việt",
    "DAO_DUC": "ĐĐ",
    "TNXH": "TNXH|TN XH|TN&XH",
    "KHOA_HOC": "KH",
    "TIN_HOC_CONG_NGHE": "TH CN|THCN|TH-CN|TH&CN|Tin công nghệ|Tin học CN",
}


def _table() -> dict[str, str]:
    official = {compact(name): str(code) for code, name in SUBJECT_NAMES.items()}
    abbreviated = {compact(alias): code for code, aliases in _ALIASES.items() for alias in aliases.split("|")}
    spelled = {compact(code.replace("_", " ")): str(code) for code in SUBJECT_NAMES}
    return spelled | abbreviated | official


_TABLE: Final = _table()
_LONGEST: Final = 10


def subject_named(text: str) -> str | None:
    """The code for a text that is nothing but the name of a subject."""
    found = words(text)
    if found[:1] == ("mon",):
        found = found[2:] if found[1:2] == ("hoc",) else found[1:]
    return _TABLE.get("".join(found))


def subject_leading(found: tuple[str, ...]) -> str | None:
    """The code for the longest name with which these words begin: a title goes on after the subject."""
    lengths = range(min(len(found), _LONGEST), 0, -1)
    return next((_TABLE[key] for key in ("".join(found[:length]) for length in lengths) if key in _TABLE), None)


def for_grade(code: str, grade: int | None) -> str:
    """What an old or short name means in this grade: GDCD of grade 10 is Giáo dục kinh tế và pháp luật."""
    if grade is None:
        return code
    if code == "GDCD" and grade >= 10:
        return "GDKT_PL"
    if code == "HDTN" and grade >= 6:
        return "HDTN_HN"
    return "HDTN" if code == "HDTN_HN" and grade <= 5 else code
