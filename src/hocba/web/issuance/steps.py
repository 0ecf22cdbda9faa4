"""The four kinds of signature as the pages speak of them, and the addresses they have."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL, SUBJECT_PREFIX
from hocba.kernel.subjects import subject_name
from hocba.web.shared.permissions import Permission

SUBJECT_STAGE, HOMEROOM_STAGE, PRINCIPAL_STAGE, SEAL_STAGE = range(4)

STAGE_NAMES = (
    gettext_lazy("Giáo viên bộ môn kí"),
    gettext_lazy("Giáo viên chủ nhiệm kí"),
    gettext_lazy("Hiệu trưởng kí"),
    gettext_lazy("Đóng dấu, phát hành"),
)

_PERMISSIONS = (Permission.SUBJECT_SIGN, Permission.HOMEROOM_SIGN, Permission.PRINCIPAL_SIGN, Permission.SEAL)
_WORDS = {HOMEROOM: "chu-nhiem", PRINCIPAL: "hieu-truong", SEAL: "dong-dau"}
_SLOTS = {word: slot for slot, word in _WORDS.items()}
_SUBJECT_WORD = "mon-"


def stage_of(slot: str) -> int:
    return {HOMEROOM: HOMEROOM_STAGE, PRINCIPAL: PRINCIPAL_STAGE, SEAL: SEAL_STAGE}.get(slot, SUBJECT_STAGE)


def permission_for(slot: str) -> Permission:
    return _PERMISSIONS[stage_of(slot)]


def word_of(slot: str) -> str:
    """The slot in an address: ``mon-TOAN``, ``chu-nhiem``, ``hieu-truong``, ``dong-dau``."""
    return _WORDS.get(slot) or slot.replace(SUBJECT_PREFIX, _SUBJECT_WORD, 1)


def slot_of(word: str) -> str | None:
    """The inverse of ``word_of``; None for a word that names no slot."""
    if word.startswith(_SUBJECT_WORD):
        return SUBJECT_PREFIX + word.removeprefix(_SUBJECT_WORD)
    return _SLOTS.get(word)


def subject_of(slot: str) -> str:
    """The subject code of a subject teacher's slot."""
    return slot.removeprefix(SUBJECT_PREFIX)


def what(slot: str) -> str:
    """What is signed, for people: ``môn Toán``, ``phần chủ nhiệm``, ``phần hiệu trưởng``, ``dấu của trường``."""
    others = {HOMEROOM: "phần chủ nhiệm", PRINCIPAL: "phần hiệu trưởng", SEAL: "dấu của trường"}
    return others.get(slot) or f"môn {subject_name(subject_of(slot))}"
