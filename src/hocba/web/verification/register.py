"""What the register of issue says to a stranger who holds a number: one row, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from hocba.web.issuance.api import Transcript
from hocba.web.shared import tenancy

_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}", re.ASCII)
_STATES = {
    Transcript.State.ISSUED: "current",
    Transcript.State.RECALLED: "recalled",
    Transcript.State.SUPERSEDED: "superseded",
}


@dataclass(frozen=True, slots=True)
class Registered:
    """``state``: ``current``, ``recalled`` or ``superseded``; ``ended_at`` and ``reason`` for the latter two."""

    public_id: str
    state: str
    version: int
    school: str
    school_year: str
    grade: int
    masked_name: str
    issued_at: datetime
    ended_at: datetime | None
    reason: str
    xml_sha256: str
    pdf_sha256: str


def look_up(public_id: str) -> Registered | None:
    """The issued transcript with this number; None for any other number, drafts included."""
    if _NUMBER.fullmatch(public_id) is None:
        return None
    with tenancy.scope(tenancy.Scope(lookup=public_id)):
        row = Transcript.objects.filter(public_id=public_id, state__in=_STATES).first()
    return None if row is None else _registered(row)


def _registered(row: Transcript) -> Registered:
    record = row.record
    assert row.issued_at is not None
    return Registered(
        public_id=row.public_id,
        state=_STATES[Transcript.State(row.state)],
        version=row.version,
        school=record["school"]["name"],
        school_year=record["school_year"],
        grade=record["grade"],
        masked_name=mask_name(record["student"]["name"]),
        issued_at=row.issued_at,
        ended_at=row.ended_at,
        reason=row.get_recall_reason_display() if row.recall_reason else "",
        xml_sha256=row.xml_sha256,
        pdf_sha256=row.pdf_sha256,
    )


def mask_name(name: str) -> str:
    """``Nguyễn Thị Ánh`` → ``N. T. Á.``: enough to recognise, too little to learn."""
    return " ".join(f"{word[0].upper()}." for word in name.split())
