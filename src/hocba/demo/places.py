"""Addresses in the two-tier form in force since 1 July 2025: ward, then province-level city; no district."""

from __future__ import annotations

from random import Random

from hocba.demo.draw import weighted

WARD = "phường Đồ Sơn"
PROVINCE = "thành phố Hải Phòng"

_BIRTH_PLACES = {
    "thành phố Hải Phòng": 90, "thành phố Hà Nội": 3, "tỉnh Quảng Ninh": 3, "tỉnh Hưng Yên": 2, "tỉnh Ninh Bình": 1,
    "tỉnh Nghệ An": 1,
}  # fmt: skip
_OCCUPATIONS = {
    "Công nhân": 24, "Lao động tự do": 14, "Kinh doanh": 12, "Ngư dân": 8, "Nông dân": 7, "Nhân viên văn phòng": 7,
    "Giáo viên": 4, "Lái xe": 5, "Thợ xây": 4, "Thợ điện": 3, "Đầu bếp": 3, "Nhân viên khách sạn": 4, "Y tá": 2,
    "Bộ đội": 2, "Thuỷ thủ": 3, "Kế toán": 3, "Kĩ sư": 3, "Hướng dẫn viên du lịch": 1, "Bác sĩ": 1,
}  # fmt: skip
_WOMEN_ONLY = {"Nội trợ": 10, "May mặc": 9}
_SELDOM_WOMEN = {"Ngư dân", "Thợ xây", "Thợ điện", "Thuỷ thủ", "Lái xe"}


def residence(rng: Random) -> str:
    return f"Số {rng.randint(1, 240)}, tổ dân phố {rng.randint(1, 16)}, {WARD}, {PROVINCE}"


def birth_place(rng: Random) -> str:
    return weighted(rng, _BIRTH_PLACES)


def occupation(rng: Random, *, woman: bool) -> str:
    if not woman:
        return weighted(rng, _OCCUPATIONS)
    return weighted(rng, {o: w for o, w in _OCCUPATIONS.items() if o not in _SELDOM_WOMEN} | _WOMEN_ONLY)
