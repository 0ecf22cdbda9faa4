"""Qualities and competencies of primary pupils (Circular 27/2020, article 5) as sheets name them."""

from __future__ import annotations

from typing import Final

from hocba.interchange.spreadsheets.headers.words import compact

QUALITIES: Final = {
    "YEU_NUOC": "Yêu nước|YN",
    "NHAN_AI": "Nhân ái|NA",
    "CHAM_CHI": "Chăm chỉ|CC",
    "TRUNG_THUC": "Trung thực|TTh",
    "TRACH_NHIEM": "Trách nhiệm|TrN",
}
COMPETENCIES: Final = {
    "TU_CHU_TU_HOC": "Tự chủ và tự học|Tự chủ tự học|TC-TH|TCTH|Tự chủ",
    "GIAO_TIEP_HOP_TAC": "Giao tiếp và hợp tác|Giao tiếp hợp tác|GT-HT|GTHT|Giao tiếp",
    "GIAI_QUYET_VAN_DE": "Giải quyết vấn đề và sáng tạo|GQVĐ-ST|GQVĐST|GQVĐ|Giải quyết vấn đề",
    "NGON_NGU": "Ngôn ngữ",
    "TINH_TOAN": "Tính toán",
    "KHOA_HOC": "Khoa học",
    "CONG_NGHE": "Công nghệ",
    "TIN_HOC": "Tin học",
    "THAM_MI": "Thẩm mĩ",
    "THE_CHAT": "Thể chất",
}
GROUPS: Final = {
    "general": "Năng lực chung|NL chung|Nhận xét NL chung|Nhận xét năng lực chung|Năng lực cốt lõi|Năng lực",
    "specific": "Năng lực đặc thù|NL đặc thù|Nhận xét NL đặc thù|Nhận xét năng lực đặc thù",
    "qualities": "Phẩm chất|Phẩm chất chủ yếu|Những phẩm chất chủ yếu|Nhận xét phẩm chất",
}


def _table(names: dict[str, str]) -> dict[str, str]:
    return {compact(alias): code for code, aliases in names.items() for alias in aliases.split("|")}


QUALITY_BY_NAME: Final = _table(QUALITIES)
COMPETENCY_BY_NAME: Final = _table(COMPETENCIES)
GROUP_BY_NAME: Final = _table(GROUPS)
ONLY_COMPETENCIES: Final = COMPETENCY_BY_NAME.keys() - {
    compact(n) for n in ("Khoa học", "Công nghệ", "Tin học", "Thể chất")
}
"""Names that no subject shares."""
