"""One question «is this genuine?»: the file by its signatures, then the register about its state."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.utils import timezone

from hocba.issuing.verdict import Verdict
from hocba.issuing.verify import verify_bytes
from hocba.kernel.problems import ProblemError
from hocba.web.issuance.api import trust
from hocba.web.shared import blobs
from hocba.web.verification.register import Registered, look_up


@dataclass(frozen=True, slots=True)
class Inquiry:
    """``verdict``: as ``hocba verify`` says it, with the state where it is known. ``registered``: the register's row.

    ``same_file``: the bytes are those issued; None where the register knows nothing of the document.
    """

    verdict: Verdict
    registered: Registered | None
    same_file: bool | None


def inquire(data: bytes, *, filename: str) -> Inquiry:
    """About a file in hand. Never raises."""
    verdict = verify_bytes(data, filename=filename, trust=trust(), at=timezone.now())
    if verdict.transcript is None:
        return Inquiry(verdict, None, None)
    found = look_up(verdict.transcript.id)
    if found is None:
        return Inquiry(verdict, None, None)
    same = sha256(data).hexdigest() in {found.xml_sha256, found.pdf_sha256}
    return Inquiry(verdict.with_state(found.state), found, same)


def check_stored(found: Registered) -> bool:
    """Whether the stored files still verify: intact, and sealed by whom the record names."""
    try:
        files = [blobs.get(found.xml_sha256), blobs.get(found.pdf_sha256)]
    except ProblemError:
        return False
    verdicts = [verify_bytes(data, filename="", trust=trust(), at=timezone.now()) for data in files]
    ids = {verdict.transcript.id if verdict.transcript else "" for verdict in verdicts}
    return ids == {found.public_id} and all(verdict.as_json()["issuer"]["ok"] for verdict in verdicts)  # type: ignore[index]
