"""Folding of header text, so that spellings of thirty years compare equal."""

from __future__ import annotations

import re
from functools import lru_cache

from hocba.kernel.names import fold

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_EMPTY_WORDS = {"va"}


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Lower-case words without diacritics; ``y`` is ``i`` (kỳ, kì), ``và`` and ``&`` are dropped."""
    plain = _NOT_WORDS.sub(" ", fold(text).replace("y", "i"))
    return tuple(word for word in plain.split() if word not in _EMPTY_WORDS)


def compact(text: str) -> str:
    """The words without blanks: ``Họ và tên`` is ``hoten``, ``ĐĐGtx 1`` is ``ddgtx1``."""
    return "".join(words(text))
