"""Vietnamese names: one spelling, one order, one folded form for search.

NFC and NFD spellings of "Nguyễn" are unequal strings, and code-point order puts Đặng after Trần;
every entrance calls ``clean`` and every list sorts by ``sort_key``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: position + 1 for position, letter in enumerate(_LETTERS)}
# ngang, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# old software wrote these look-alikes for đ/Đ
_STROKES = str.maketrans({"ð": "đ", "Ð": "Đ", "Ɖ": "Đ", "ɖ": "đ"})


def clean(text: str) -> str:
    """NFC, single spaces, no invisible characters."""
    visible = text.translate(_INVISIBLE).translate(_STROKES)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def fold(text: str) -> str:
    """Lower case without diacritics, for search: ``Đặng Thị Ánh`` becomes ``dang thi anh``."""
    decomposed = unicodedata.normalize("NFD", clean(text).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")


def given_name(full_name: str) -> str:
    """The last word: Vietnamese people are called and listed by it."""
    words = clean(full_name).split(" ")
    return words[-1]


def repeated(full_names: Iterable[str]) -> frozenset[str]:
    """Names that stand more than once in a list: whoever bears one must be told apart by something else."""
    return frozenset(name for name, count in Counter(full_names).items() if count > 1)


@lru_cache(maxsize=65536)
def sort_key(full_name: str) -> str:
    """A key that sorts people as a Vietnamese class list does: given name first, then the rest.

    Plain string comparison of keys (also in a database under the C collation) gives the order.
    """
    words = clean(full_name).casefold().split(" ")
    return "\x02".join(_word_key(word) for word in [words[-1], *words[:-1]])


def _word_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for char in word:
        base, tone = _split_tone(char)
        letters.append(chr(0x30 + _RANK[base]) if base in _RANK else chr(0x60 + min(ord(base), 0xFFF)))
        tones.append(chr(0x30 + tone))
    return "".join(letters) + "\x01" + "".join(tones)


def _split_tone(char: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", char)
    tone = next((_TONES[c] for c in decomposed if c in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return (base, tone) if len(base) == 1 else (char[0], tone)
