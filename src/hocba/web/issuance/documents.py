"""A transcript row back as what the signing room works with."""

from __future__ import annotations

from hocba.issuing.draft import Draft, open_draft
from hocba.transcript.api import record_from_json
from hocba.transcript.model import Transcript as Record
from hocba.web.issuance.models import Transcript
from hocba.web.shared import blobs


def record_of(transcript: Transcript) -> Record:
    """What was frozen. The signed bytes say the same; a changed record shows when the draft is opened."""
    return record_from_json(transcript.record)


def draft_of(transcript: Transcript) -> Draft:
    """The frozen XML with the signatures that stand so far. Raises ProblemError ``blob.missing``, ``blob.altered``."""
    signed = transcript.slots.filter(signature__isnull=False).order_by("position")
    signatures = {slot.name: bytes(slot.signature or b"") for slot in signed}
    return open_draft(blobs.get(transcript.draft_sha256)).filled_with(signatures)
