"""The signing policy of a transcript: which slots there are, in which order, and what each signature covers.

Lower secondary, four layers (the national files; docs/signatures.md): every subject teacher signs the own subject; the
homeroom teacher signs the year and the subject teachers' signatures; the manager signs the whole; the school's seal
issues it. A slot always stands outside what its signature covers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from hocba.kernel.problems import fail
from hocba.signing.verify.policy import DocumentPolicy, SlotPolicy, Target
from hocba.transcript.model import Signatory, Transcript

NAMESPACE = "urn:hocba:transcript:1"

SUBJECT_PREFIX = "GVBM:"
HOMEROOM = "GVCN"
PRINCIPAL = "CBQL"
SEAL = "KY_PHAT_HANH"
ORGANISATION_MARK = "MST:"
PERSON_MARK = "CCCD:"

_ROOT = "HOC_BA"
_DATA = Target("data", f"{_ROOT}/DU_LIEU_HOC_BA")
_CONTENT = Target("thongtinhocba", f"{_DATA.path}/THONG_TIN_HOC_BA")
_LIST = f"{_DATA.path}/DANH_SACH_THONG_TIN_KY"
_SUBJECT_SLOTS = Target("ky-gvbm", f"{_LIST}/DANH_SACH_GVBM")
_ISSUE = f"{_ROOT}/PHAT_HANH_HOC_BA"
_PRINCIPAL_SLOT = Target("ky-cbql", f"{_ISSUE}/CBQL")

_UPPER_SLOTS = (
    SlotPolicy(HOMEROOM, Target("ky-gvcn", f"{_LIST}/GVCN"), (_CONTENT, _SUBJECT_SLOTS)),
    SlotPolicy(PRINCIPAL, _PRINCIPAL_SLOT, (_DATA,)),
    SlotPolicy(SEAL, Target("ky-phat-hanh", f"{_ISSUE}/KY_PHAT_HANH"), (_DATA, _PRINCIPAL_SLOT)),
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may fill a slot. ``digest``: the record's ``identity_digest`` of that person or organisation."""

    digest: str
    name: str
    code: str


@lru_cache(maxsize=256)
def policy_for(subjects: tuple[str, ...]) -> DocumentPolicy:
    """The slots of a transcript with these subject codes, in the order of signing."""
    return DocumentPolicy(NAMESPACE, (*map(_subject_slot, subjects), *_UPPER_SLOTS))


def _subject_slot(code: str) -> SlotPolicy:
    return SlotPolicy(
        f"{SUBJECT_PREFIX}{code}",
        Target(f"ky-gvbm-{code}", f"{_SUBJECT_SLOTS.path}/GVBM"),
        (Target(f"mon-{code}", f"{_CONTENT.path}/DIEM_TONG_KET"),),
    )


def policy_of(transcript: Transcript) -> DocumentPolicy:
    return policy_for(tuple(subject.code for subject in transcript.subjects))


def slots_by_name(transcript: Transcript) -> Mapping[str, SlotPolicy]:
    return _by_name(tuple(subject.code for subject in transcript.subjects))


@lru_cache(maxsize=256)
def _by_name(subjects: tuple[str, ...]) -> Mapping[str, SlotPolicy]:
    return MappingProxyType({slot.name: slot for slot in policy_for(subjects).slots})


def stages_of(transcript: Transcript) -> tuple[tuple[str, ...], ...]:
    """Slot names in layers: all of one layer may be signed side by side, once the layers before are complete."""
    return (
        tuple(f"{SUBJECT_PREFIX}{subject.code}" for subject in transcript.subjects),
        (HOMEROOM,),
        (PRINCIPAL,),
        (SEAL,),
    )


def slot_names(transcript: Transcript) -> tuple[str, ...]:
    return tuple(name for stage in stages_of(transcript) for name in stage)


def holder_of(transcript: Transcript, slot: str) -> Holder:
    """Raises ProblemError ``slot.unknown``."""
    if slot == HOMEROOM:
        return _person(transcript.homeroom)
    if slot == PRINCIPAL:
        return _person(transcript.principal)
    if slot == SEAL:
        return Holder(transcript.school.identity, transcript.school.name, transcript.school.code)
    for subject in transcript.subjects:
        if slot == f"{SUBJECT_PREFIX}{subject.code}":
            return _person(subject.teacher)
    raise fail("slot.unknown", path=slot)


def _person(signatory: Signatory) -> Holder:
    return Holder(signatory.identity, signatory.name, signatory.code)
