"""Results of a subject assessed by comment (article 9, clause 1, point a)."""

from __future__ import annotations

from collections.abc import Sequence

from hocba.kernel.codes import CommentResult
from hocba.regulations.vn.tt22_2021.source import article

CITATION = article(9, 1, "a")


def term_result(entries: Sequence[CommentResult | None]) -> CommentResult | None:
    """Đạt only if every assessment of the term is Đạt. None while one is missing: the term is not over."""
    if None in entries or not entries:
        return None
    return CommentResult.FAIL if CommentResult.FAIL in entries else CommentResult.PASS


def term_sentence(entries: Sequence[CommentResult]) -> str:
    failed = sum(entry is CommentResult.FAIL for entry in entries)
    if failed:
        return f"Chưa đạt, vì {failed} trong {len(entries)} lần đánh giá của học kì ở mức Chưa đạt."
    return f"Đạt, vì cả {len(entries)} lần đánh giá của học kì đều ở mức Đạt."


YEAR_SENTENCE = "Kết quả cả năm của môn đánh giá bằng nhận xét là kết quả học kì II."
