"""What the XML of a transcript may contain: its namespace, identifiers, letters and values.

The element names follow the files that real systems exchange (``DU_LIEU_HOC_BA``, ``DIEM_TONG_KET``, ``GVBM`` …).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from hocba.kernel.codes import EXEMPT, AssessmentKind, CommentResult
from hocba.kernel.marks import HIGHEST, LOWEST, Tenths, format_mark, parse_mark
from hocba.kernel.problems import fail
from hocba.transcript.model import SubjectValue

NAMESPACE: Final = "urn:hocba:transcript:1"
XMLDSIG: Final = "http://www.w3.org/2000/09/xmldsig#"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
LARGEST_FILE: Final = 4 * 1024 * 1024
"""Bytes. Sixteen signatures with their certificates take about 80 kB; archival material adds to it."""

KIND_WORDS: Final = {AssessmentKind.MARK: "DIEM_SO", AssessmentKind.COMMENT: "NHAN_XET"}
RESULT_CODES: Final = frozenset({*CommentResult, EXEMPT})

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}", re.ASCII)
_SUBJECT = re.compile(r"[A-Z][A-Z0-9_]{1,31}", re.ASCII)
# C0 and C1 controls but the line feed, surrogates, non-characters, and letters that hide or reorder text
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def require_identifier(text: str) -> str:
    """A transcript's id; raises ProblemError ``transcript.bad_identifier``."""
    if _IDENTIFIER.fullmatch(text) is None:
        raise fail("transcript.bad_identifier", "id", text)
    return text


def require_subject(code: str) -> str:
    """A subject code is part of XML Ids; raises ProblemError ``transcript.bad_subject_code``."""
    if _SUBJECT.fullmatch(code) is None:
        raise fail("transcript.bad_subject_code", "subjects", code)
    return code


def require_clean(text: str) -> None:
    """Only visible text in NFC; raises ProblemError ``transcript.forbidden_character`` or ``transcript.not_nfc``."""
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise fail("transcript.forbidden_character", value=f"U+{ord(found[0]):04X}")
    if not unicodedata.is_normalized("NFC", text):
        raise fail("transcript.not_nfc")


def write_value(value: SubjectValue) -> str:
    """``8``, ``7.5``, ``Đ``, ``CĐ``, ``M`` or nothing; raises ProblemError ``transcript.bad_value``."""
    if value is None:
        return ""
    if isinstance(value, str):
        if value in RESULT_CODES:
            return value
    elif type(value) is int and LOWEST <= value <= HIGHEST:
        return format_mark(value)
    raise fail("transcript.bad_value", value=str(value))


def read_value(text: str) -> SubjectValue:
    """The inverse of ``write_value``; raises ProblemError ``transcript.bad_value`` or ``mark.*``."""
    if not text:
        return None
    return text if text in RESULT_CODES else Tenths(parse_mark(text))
