"""The whole way of one class without a browser: marks, results, records, all signatures, sealed PDFs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hocba.demo.keys import keys_of
from hocba.demo.model import Pupil, School, SchoolClass, Showcase, Ward
from hocba.demo.outbox import Outbox
from hocba.demo.signers import signers_of, subjects_of
from hocba.demo.transcripts import transcript_of
from hocba.demo.ward import build
from hocba.issuing.api import Signers, issue
from hocba.kernel.clock import VIETNAM, Clock, system_clock
from hocba.signing.demo_pki.authority import DemoPki
from hocba.signing.demo_pki.store import publish_trust
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.signing.ports import Timestamper

TRUST: Final = "trust"
VERIFY_URL: Final = "http://127.0.0.1:8000/xac-minh/{id}/"
"""Where the QR leads: the demonstration site on the same machine."""

Tell = Callable[["Progress"], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """``kept``: both files were there from an earlier run."""

    position: int
    total: int
    name: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Done:
    school: str
    class_name: str
    students: int
    kept: int
    """How many of them were there from an earlier run."""
    signatures: int
    """Signatures made in this run, PDF seals included."""
    seconds: float


@dataclass(frozen=True, slots=True)
class _Desk:
    """What stays the same for all pupils of the class."""

    ward: Ward
    school: School
    school_class: SchoolClass
    signers: Signers
    timestamper: Timestamper
    clock: Clock


def run(directory: Path, *, students: int | None, tell: Tell, clock: Clock = system_clock) -> Done:
    """Leave ``<class>-<number>.xml`` and ``.pdf`` of the class that is ready to sign, and ``trust/``, in ``directory``.

    ``students``: only the first so many. A run that was stopped goes on where it stopped.
    Raises ProblemError as ``Outbox`` does.
    """
    started = time.perf_counter()
    out = Outbox.open(directory)
    ward = build()
    school, school_class = ward.showcase(Showcase.READY_TO_SIGN)
    pki, holders = keys_of(out.private / "keys", subjects_of(school, school_class), now=clock())
    _publish(pki, out, clock)
    signers = signers_of(school, school_class, holders)
    desk = _Desk(ward, school, school_class, signers, DemoTimestamper.of(pki, clock), clock)
    pupils = school_class.pupils[:students]
    signed: list[int] = []
    for position, pupil in enumerate(pupils, start=1):
        signed.append(_pupil(desk, out, position, pupil))
        tell(Progress(position, len(pupils), pupil.name, kept=not signed[-1]))
    return Done(
        school.name, school_class.name, len(pupils), signed.count(0), sum(signed), time.perf_counter() - started
    )


def _pupil(desk: _Desk, out: Outbox, position: int, pupil: Pupil) -> int:
    """Make both files unless they are there; returns the number of signatures made."""
    name = f"{desk.school_class.name}-{position:02d}"
    if out.has(f"{name}.xml") and out.has(f"{name}.pdf"):
        return 0
    now = desk.clock()
    record = transcript_of(desk.ward, desk.school, desk.school_class, pupil, issued_on=now.astimezone(VIETNAM).date())
    issued = issue(
        record, desk.signers, at=now, verify_url=VERIFY_URL.format(id=record.id), timestamper=desk.timestamper
    )
    out.put(f"{name}.xml", issued.xml)
    out.put(f"{name}.pdf", issued.pdf)
    return len(desk.signers) + 1


def _publish(pki: DemoPki, out: Outbox, clock: Clock) -> None:
    """The trust anchors, by way of the private folder so that each appears whole."""
    draft = out.private / TRUST
    publish_trust(pki, draft, at=clock())
    for file in sorted(path for path in draft.rglob("*") if path.is_file()):
        out.put(f"{TRUST}/{file.relative_to(draft).as_posix()}", file.read_bytes())
