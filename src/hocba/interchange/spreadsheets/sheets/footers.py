"""Rows below the pupils: totals, remarks, and the block of signatures that ends a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hocba.kernel.names import clean, fold

# with accents: Tống Công Minh is a pupil, Tổng cộng is not
_SIGNATURES = (
    "người lập", "hiệu trưởng", "phó hiệu trưởng", "giáo viên", "gvcn", "gvbm", "thủ trưởng", "xác nhận",
    "kí tên", "ký tên",
    "(kí", "(ký", "kt. hiệu trưởng", "tm. nhà trường", "người nhập", "tổ trưởng", "cán bộ",
)  # fmt: skip
_TOTALS = (
    "tổng cộng", "tổng số", "tổng:", "cộng:", "danh sách gồm", "danh sách này", "danh sách có", "sĩ số",
    "ghi chú", "lưu ý",
    "trong đó", "trung bình lớp", "thống kê", "tỉ lệ", "tỷ lệ", "in ngày", "ngày in", "nguồn:",
)  # fmt: skip
_DATED = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b")
_ASCII_SIGNATURES, _ASCII_TOTALS = tuple(map(fold, _SIGNATURES)), tuple(map(fold, _TOTALS))


def ends_list(texts: Iterable[str]) -> bool:
    """Whoever is named below this row signs; no pupil follows until the next header."""
    return any(_starts(text, _SIGNATURES, _ASCII_SIGNATURES) or _DATED.search(clean(text).casefold()) for text in texts)


def is_total(texts: Iterable[str]) -> bool:
    return any(_starts(text, _TOTALS, _ASCII_TOTALS) for text in texts)


def _starts(text: str, accented: tuple[str, ...], plain: tuple[str, ...]) -> bool:
    shown = clean(text).casefold()
    return shown.startswith(plain if shown.isascii() else accented)
