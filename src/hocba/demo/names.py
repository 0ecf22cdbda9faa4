"""Vietnamese names as a class list in the north has them: family, middle, given; by sex and by generation."""

from __future__ import annotations

from random import Random

from hocba.demo.draw import one_in, pick, weighted

MALE, FEMALE = "Nam", "Nữ"

# per thousand; the order of magnitude of the published shares, with the names that are common around Hải Phòng
FAMILY = {
    "Nguyễn": 345, "Phạm": 105, "Trần": 95, "Vũ": 75, "Lê": 70, "Hoàng": 50, "Bùi": 38, "Đỗ": 32, "Đặng": 26,
    "Ngô": 22, "Đinh": 20, "Đào": 18, "Lưu": 16, "Đoàn": 15, "Phan": 14, "Lương": 13, "Dương": 12, "Trịnh": 11,
    "Cao": 9, "Mai": 8, "Phùng": 7, "Tô": 6, "Hà": 6, "Tạ": 5, "Đồng": 5, "Khúc": 3, "Ninh": 3, "Quách": 2,
}  # fmt: skip

_BOY_MIDDLE = {
    "Minh": 12, "Gia": 10, "Đức": 10, "Quang": 8, "Tuấn": 7, "Hoàng": 7, "Bảo": 6, "Thành": 5, "Hải": 5, "Văn": 5,
    "Việt": 4, "Quốc": 4, "Duy": 4, "Xuân": 2, "Trung": 3, "Hữu": 3, "Đình": 3, "Tiến": 3, "Mạnh": 3, "Nhật": 2,
    "Anh": 3, "Thế": 2, "Trọng": 2, "Công": 2, "Phúc": 2, "Đăng": 2,
}  # fmt: skip
_BOY_GIVEN = {
    "Minh": 10, "Anh": 9, "Huy": 9, "Khang": 6, "Bảo": 6, "Khôi": 5, "Đức": 6, "Long": 6, "Phong": 6, "Nam": 6,
    "Dũng": 5, "Hiếu": 6, "Kiên": 5, "Quân": 6, "Sơn": 5, "Hải": 5, "Đạt": 6, "Thành": 4, "Tùng": 4, "Việt": 3,
    "Khánh": 4, "Hưng": 5, "Trung": 3, "Vinh": 3, "An": 3, "Phúc": 4, "Lâm": 3, "Nguyên": 3, "Tiến": 2, "Thắng": 3,
    "Cường": 3, "Duy": 4, "Đăng": 3, "Bách": 2, "Toàn": 2, "Quang": 3, "Ân": 1, "Ngọc": 1, "Ý": 1,
}  # fmt: skip
_GIRL_MIDDLE = {
    "Thị": 13, "Ngọc": 10, "Phương": 8, "Khánh": 7, "Minh": 7, "Thuỳ": 5, "Hà": 5, "Bảo": 6, "Thanh": 6, "Mai": 4,
    "Quỳnh": 5, "Thu": 5, "Hồng": 3, "Diệu": 4, "Kim": 3, "Hoài": 2, "Tường": 2, "Lan": 2, "Yến": 2, "Thảo": 3,
    "Thị Ngọc": 2, "Thị Thu": 2, "Thị Phương": 2, "Thị Minh": 2, "Nguyễn": 1, "Gia": 2, "Hải": 2,
}  # fmt: skip
_GIRL_GIVEN = {
    "Anh": 13, "Linh": 10, "Trang": 7, "Chi": 7, "Ngọc": 7, "Hà": 5, "Phương": 6, "Thảo": 5, "Mai": 5, "Nhi": 6,
    "Vy": 5, "My": 4, "Hân": 5, "Ngân": 4, "Châu": 4, "Hương": 4, "Giang": 4, "Dương": 3, "Huyền": 3, "Ly": 3,
    "Yến": 3, "Trâm": 3, "Thư": 5, "An": 3, "Quỳnh": 3, "Lan": 2, "Ánh": 2, "Khuê": 1, "Nguyên": 2, "Đan": 1,
    "Uyên": 2, "Vân": 3, "Oanh": 1, "Diệp": 2, "Tâm": 2, "Hoa": 1,
}  # fmt: skip
_MAN_MIDDLE = {
    "Văn": 38,
    "Đức": 8,
    "Xuân": 6,
    "Quang": 6,
    "Đình": 5,
    "Hữu": 5,
    "Ngọc": 5,
    "Mạnh": 5,
    "Thanh": 4,
    "Trọng": 3,
}
_MAN_GIVEN = {
    "Hùng": 8, "Dũng": 8, "Tuấn": 9, "Cường": 6, "Thắng": 6, "Hải": 7, "Sơn": 6, "Nam": 5, "Hưng": 5, "Tiến": 4,
    "Toàn": 4, "Bình": 4, "Quyết": 2, "Chiến": 3, "Long": 4, "Thành": 5, "Trung": 4, "Hoà": 3, "Khải": 2, "Vinh": 3,
    "Minh": 4, "Phương": 2, "Quân": 3, "Đông": 2, "Thuận": 2, "Lợi": 2, "Mạnh": 3, "Kiên": 3,
}  # fmt: skip
_WOMAN_MIDDLE = {
    "Thị": 60,
    "Thị Thu": 6,
    "Thị Thanh": 6,
    "Thị Hồng": 4,
    "Thị Bích": 3,
    "Thuý": 3,
    "Thu": 4,
    "Minh": 3,
    "Kim": 2,
}
_WOMAN_GIVEN = {
    "Hương": 8, "Hà": 7, "Hằng": 6, "Lan": 6, "Thuỷ": 6, "Huyền": 6, "Nga": 5, "Hạnh": 4, "Mai": 4, "Yến": 4,
    "Oanh": 3, "Thảo": 4, "Nhung": 5, "Hiền": 6, "Vân": 4, "Phương": 5, "Trang": 5, "Loan": 3, "Dung": 4, "Liên": 3,
    "Tuyết": 2, "Hoa": 4, "Ngân": 3, "Thơm": 1, "Xuân": 2, "Bích": 1, "Thắm": 2, "Quyên": 2,
}  # fmt: skip


def family_name(rng: Random) -> str:
    return weighted(rng, FAMILY)


def child(rng: Random, family: str, gender: str) -> str:
    middles, givens = (_BOY_MIDDLE, _BOY_GIVEN) if gender == MALE else (_GIRL_MIDDLE, _GIRL_GIVEN)
    return _compose(rng, family, middles, givens)


def adult(rng: Random, gender: str, family: str = "") -> str:
    middles, givens = (_MAN_MIDDLE, _MAN_GIVEN) if gender == MALE else (_WOMAN_MIDDLE, _WOMAN_GIVEN)
    return _compose(rng, family or family_name(rng), middles, givens)


def twins(rng: Random, family: str, gender: str) -> tuple[str, str]:
    """Two children named as a pair: one middle name, two given names."""
    middles, givens = (_BOY_MIDDLE, _BOY_GIVEN) if gender == MALE else (_GIRL_MIDDLE, _GIRL_GIVEN)
    middle = pick(rng, [m for m in middles if m not in givens and m != "Thị"])
    first, second = rng.sample([g for g in givens if g != middle], 2)
    return f"{family} {middle} {first}", f"{family} {middle} {second}"


def _compose(rng: Random, family: str, middles: dict[str, int], givens: dict[str, int]) -> str:
    given = weighted(rng, {g: w for g, w in givens.items() if g != family})
    middle = weighted(rng, {m: w for m, w in middles.items() if given not in m.split() and m != family})
    # a few families give the mother's name or a poetic syllable as well: "Nguyễn Hoàng Minh Anh"
    extra = [e for e in ("Hoàng", "Trần", "Lê", "Vũ") if e not in (family, given) and e not in middle.split()]
    lengthened = one_in(rng, 18) and "Thị" not in middle and "Văn" not in middle
    return " ".join([family, *([pick(rng, extra)] if lengthened else []), middle, given])
