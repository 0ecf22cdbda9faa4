"""Subjects of the 2018 programme: codes and their Vietnamese names. How each is assessed is law, not here."""

from __future__ import annotations

from typing import Final, NewType

SubjectCode = NewType("SubjectCode", str)

SUBJECT_NAMES: Final[dict[SubjectCode, str]] = {
    SubjectCode(code): name
    for code, name in {
        "NGU_VAN": "Ngữ văn",
        "TOAN": "Toán",
        "NGOAI_NGU_1": "Ngoại ngữ 1",
        "GDCD": "Giáo dục công dân",
        "LS_DL": "Lịch sử và Địa lí",
        "KHTN": "Khoa học tự nhiên",
        "CONG_NGHE": "Công nghệ",
        "TIN_HOC": "Tin học",
        "GDTC": "Giáo dục thể chất",
        "NGHE_THUAT": "Nghệ thuật",
        "HDTN_HN": "Hoạt động trải nghiệm, hướng nghiệp",
        "GDDP": "Nội dung giáo dục của địa phương",
        "NGOAI_NGU_2": "Ngoại ngữ 2",
        "TIENG_DTTS": "Tiếng dân tộc thiểu số",
        "LICH_SU": "Lịch sử",
        "DIA_LI": "Địa lí",
        "GDKT_PL": "Giáo dục kinh tế và pháp luật",
        "VAT_LI": "Vật lí",
        "HOA_HOC": "Hoá học",
        "SINH_HOC": "Sinh học",
        "AM_NHAC": "Âm nhạc",
        "MI_THUAT": "Mĩ thuật",
        "GDQP_AN": "Giáo dục quốc phòng và an ninh",
        "TIENG_VIET": "Tiếng Việt",
        "DAO_DUC": "Đạo đức",
        "TNXH": "Tự nhiên và Xã hội",
        "KHOA_HOC": "Khoa học",
        "TIN_HOC_CONG_NGHE": "Tin học và Công nghệ",
        "HDTN": "Hoạt động trải nghiệm",
    }.items()
}


def subject_name(code: SubjectCode | str) -> str:
    """The official Vietnamese name; an unknown code is shown as it is."""
    return SUBJECT_NAMES.get(SubjectCode(code), code)
