"""What a verifier read from one intact signature, before anybody is believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hocba.signing.algorithms import Algorithm
from hocba.signing.timestamps.token import TimestampToken


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """A signature that covers what stands in the document.

    ``certificates``: DER, signer first. ``claimed``: aware, as the signer says. ``stamp``: proves a latest time.
    """

    slot: str
    certificates: tuple[bytes, ...]
    algorithm: Algorithm
    claimed: datetime
    stamp: TimestampToken | None = None

    @property
    def level(self) -> str:
        return "B-B" if self.stamp is None else "B-T"
