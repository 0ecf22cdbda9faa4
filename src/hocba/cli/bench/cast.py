"""Who and what the signing benches work with: a class of the demonstration ward, with keys for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle, islice

from hocba.demo.model import Showcase
from hocba.demo.signers import people_by_slot
from hocba.demo.transcripts import person_identity, seal_identity, transcript_of
from hocba.demo.ward import build
from hocba.issuing.api import SEAL, Signer, Signers
from hocba.signing.algorithms import Algorithm, sign_digest
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder
from hocba.signing.demo_pki.certificates import new_key
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.signing.trust.store import TrustStore
from hocba.transcript.model import Transcript

STARTED = datetime(2026, 1, 5, tzinfo=UTC)
SIGNED = datetime(2026, 5, 20, 2, 30, tzinfo=UTC)
VERIFY_URL = "https://hocba.example/xac-minh/{id}"


@dataclass(frozen=True, slots=True)
class Cast:
    """All certificates hold one key, which changes nothing in the work of signing."""

    pki: DemoPki
    seal: KeyHolder
    signers: Signers
    templates: tuple[Transcript, ...]

    @property
    def timestamper(self) -> DemoTimestamper:
        return DemoTimestamper.of(self.pki, lambda: SIGNED)

    @property
    def trust(self) -> TrustStore:
        return TrustStore(anchors=(self.pki.root.certificate.der,), intermediates=(self.pki.issuing.certificate.der,))

    def records(self, count: int) -> Iterator[Transcript]:
        """``count`` different records: each has its own id."""
        for number, template in enumerate(islice(cycle(self.templates), count)):
            yield replace(template, id=f"do-{number:012d}")


def assemble(algorithm: Algorithm) -> Cast:
    """The class of the ward that is ready to sign."""
    ward = build()
    school, school_class = ward.showcase(Showcase.READY_TO_SIGN)
    pki, key = DemoPki.create(STARTED), new_key(algorithm)
    seal = pki.issue(identity=seal_identity(school), name=school.name, key=key)
    held = {
        slot: pki.issue(identity=person_identity(person), name=person.name, key=key)
        for slot, person in people_by_slot(school, school_class).items()
    } | {SEAL: seal}
    signers = {slot: Signer(holder.certificate, partial(sign_digest, key)) for slot, holder in held.items()}
    templates = tuple(transcript_of(ward, school, school_class, pupil) for pupil in school_class.pupils)
    return Cast(pki, seal, signers, templates)
