"""From a fully signed XML to the sealed PDF that carries it."""

from __future__ import annotations

from datetime import datetime

from hocba.issuing.draft import Draft
from hocba.issuing.sign import check_holder
from hocba.issuing.slots import SEAL, policy_of
from hocba.kernel.problems import fail
from hocba.signing.certificates import SigningCertificate, common_name, fingerprint
from hocba.signing.pades import sealer
from hocba.signing.pades.sealer import PreparedSeal
from hocba.signing.ports import Timestamper
from hocba.signing.verify.xml import verify_slots
from hocba.signing.verify.xml_document import open_document
from hocba.transcript.api import SignatureNote, render_pdf


def signature_notes(draft: Draft) -> tuple[SignatureNote, ...]:
    """Who signed which slot and when, read from the signatures themselves after verifying them.

    Raises ProblemError ``issue.incomplete`` while a slot is empty, ``signature.*`` where one does not hold.
    """
    if not draft.complete:
        raise fail("issue.incomplete", path=draft.open_slots()[0])
    readings = verify_slots(open_document(draft.xml), policy_of(draft.transcript))
    return tuple(
        SignatureNote(
            reading.slot,
            common_name(reading.certificates[0]),
            reading.claimed,
            fingerprint(reading.certificates[0]),
        )
        for reading in readings
    )


def render(draft: Draft, *, verify_url: str) -> bytes:
    """The PDF/A-3 with the signed XML attached, not yet sealed. Raises as ``signature_notes`` does."""
    return render_pdf(draft.transcript, xml=draft.xml, signatures=signature_notes(draft), verify_url=verify_url)


def prepare_seal(draft: Draft, pdf: bytes, certificate: SigningCertificate, *, at: datetime) -> PreparedSeal:
    """Raises ProblemError for a certificate that is not the school's (codes of ``prepare_slots``), ``pdf.*``."""
    check_holder(draft, SEAL, certificate, at=at)
    return sealer.prepare_seal(pdf, certificate, at=at)


def finish_seal(prepared: PreparedSeal, value: bytes, *, timestamper: Timestamper | None = None) -> bytes:
    """The sealed PDF. Raises ProblemError ``signature.value``."""
    return sealer.finish_seal(prepared, value, timestamper=timestamper)
