"""The door of the room: records in, signed files out; files in, verdicts out."""

from __future__ import annotations

from hocba.issuing.draft import Draft, new_draft, open_draft
from hocba.issuing.issue import Issued, Signer, Signers, issue, sign_all
from hocba.issuing.seal import finish_seal, prepare_seal, render, signature_notes
from hocba.issuing.sign import check_holder, finish_slots, prepare_slots
from hocba.issuing.slots import HOMEROOM, PRINCIPAL, SEAL, SUBJECT_PREFIX, holder_of, slot_names, stages_of
from hocba.issuing.verdict import SignatureLine, Verdict, Word
from hocba.issuing.verify import read_signed, verify_bytes

__all__ = [
    "HOMEROOM",
    "PRINCIPAL",
    "SEAL",
    "SUBJECT_PREFIX",
    "Draft",
    "Issued",
    "SignatureLine",
    "Signer",
    "Signers",
    "Verdict",
    "Word",
    "check_holder",
    "finish_seal",
    "finish_slots",
    "holder_of",
    "issue",
    "new_draft",
    "open_draft",
    "prepare_seal",
    "prepare_slots",
    "read_signed",
    "render",
    "sign_all",
    "signature_notes",
    "slot_names",
    "stages_of",
    "verify_bytes",
]
