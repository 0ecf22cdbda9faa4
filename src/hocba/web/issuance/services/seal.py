"""The last step: seal the XML, render and seal the PDF, verify both as a stranger would, and only then issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from hocba.issuing.draft import Draft
from hocba.issuing.verdict import Word
from hocba.issuing.verify import verify_bytes
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.signing.pades.sealer import PreparedSeal
from hocba.signing.ports import Outcome
from hocba.web.issuance.documents import draft_of
from hocba.web.issuance.models import RegisterEntry, SigningItem, Transcript
from hocba.web.issuance.services.sign import Desk, ask, finish, intend, refuse, require_open, sign_slots
from hocba.web.schools.api import School
from hocba.web.shared import audit, blobs, tenancy

VERIFY_PATH = "/xac-minh/{id}/"


@dataclass(frozen=True, slots=True)
class _Rendered:
    item: SigningItem
    draft: Draft
    seal: PreparedSeal


def verify_url(public_id: str) -> str:
    """Where the QR code leads."""
    return settings.HOCBA_URL + VERIFY_PATH.format(id=public_id)


def seal(desk: Desk, items: Sequence[SigningItem]) -> None:
    """Issue claimed items. Raises ProblemError when the provider as a whole does not answer."""
    sign_slots(desk, items, timestamper=desk.keys.timestamper)
    rendered = _render_all(desk, [item for item in items if item.state == SigningItem.State.PENDING])
    outcomes = ask(desk, {str(each.item.pk): each.seal.digest for each in rendered})
    for each in rendered:
        outcome = outcomes.get(str(each.item.pk))
        if outcome is not None:
            _finish(desk, each, outcome)


def _render_all(desk: Desk, items: Sequence[SigningItem]) -> list[_Rendered]:
    found = []
    for item in items:
        with tenancy.scope(desk.actor.scope):
            item.refresh_from_db()
            ready = _render(desk, item)
            if ready is not None:
                intend(item, ready.seal.digest, timezone.now())
                found.append(ready)
    return found


def _render(desk: Desk, item: SigningItem) -> _Rendered | None:
    # typst must not be loaded before the web server has forked its workers
    from hocba.issuing.seal import prepare_seal, render

    transcript = item.slot.transcript
    if transcript.state == Transcript.State.ISSUED:
        finish(item)
        return None
    try:
        require_open(transcript)
        draft = draft_of(transcript)
        if not draft.complete:  # the key has not answered yet
            return None
        pdf = render(draft, verify_url=verify_url(transcript.public_id))
        return _Rendered(item, draft, prepare_seal(draft, pdf, desk.certificate, at=timezone.now()))
    except ProblemError as error:
        refuse(item, error.problem)
        return None


def _finish(desk: Desk, rendered: _Rendered, outcome: Outcome) -> None:
    from hocba.issuing.seal import finish_seal

    try:
        if isinstance(outcome, Problem):
            raise ProblemError(outcome)
        pdf = finish_seal(rendered.seal, outcome, timestamper=desk.keys.timestamper)
        _require_valid(desk, rendered.draft.xml, "xml")
        _require_valid(desk, pdf, "pdf")
        _issue(desk, rendered.item, xml=rendered.draft.xml, pdf=pdf)
    except ProblemError as error:
        with tenancy.scope(desk.actor.scope):
            refuse(rendered.item, error.problem)


def _require_valid(desk: Desk, data: bytes, kind: str) -> None:
    """Nothing leaves that a stranger's check would not accept. Raises ProblemError ``issuance.not_verified``."""
    verdict = verify_bytes(data, filename=f"hoc-ba.{kind}", trust=desk.keys.trust, at=timezone.now())
    if verdict.word is not Word.VALID:
        raise fail("issuance.not_verified", kind, verdict.word.value)


def _issue(desk: Desk, item: SigningItem, *, xml: bytes, pdf: bytes) -> None:
    hashes = {"xml_sha256": blobs.put(xml), "pdf_sha256": blobs.put(pdf)}
    with tenancy.scope(desk.actor.scope):
        transcript = Transcript.objects.select_for_update(of=("self",)).get(pk=item.slot.transcript_id)
        if transcript.state != Transcript.State.ISSUED:
            require_open(transcript)
            _supersede(transcript)
            now = timezone.now()
            _mark_issued(transcript, hashes, now)
            entry = _register(transcript, now)
            audit.record(
                actor=desk.actor,
                action="transcript.issued",
                target=transcript,
                label=f"Học bạ {transcript.public_id}, bản {transcript.version}",
                after={**hashes, "register": entry.shown},
            )
        finish(item)


def _supersede(transcript: Transcript) -> None:
    if transcript.supersedes_id is not None:
        earlier = Transcript.objects.filter(pk=transcript.supersedes_id)
        earlier.update(state=Transcript.State.SUPERSEDED, ended_at=timezone.now())


def _mark_issued(transcript: Transcript, hashes: dict[str, str], now: datetime) -> None:
    transcript.state, transcript.issued_at = Transcript.State.ISSUED, now
    transcript.xml_sha256, transcript.pdf_sha256 = hashes["xml_sha256"], hashes["pdf_sha256"]
    transcript.save(update_fields=["state", "issued_at", *hashes])


def _register(transcript: Transcript, now: datetime) -> RegisterEntry:
    """The next number of the school's year; the school's row is locked so that no number is given twice or left out."""
    School.objects.select_for_update(no_key=True).get(pk=transcript.school_id)
    year = transcript.school_class.year_start
    entries = RegisterEntry.objects.filter(school=transcript.school_id, year_start=year)
    last = entries.order_by("-number").values_list("number", flat=True).first() or 0
    return RegisterEntry.objects.create(
        school_id=transcript.school_id,
        transcript=transcript,
        year_start=year,
        number=last + 1,
        at=now,
    )
