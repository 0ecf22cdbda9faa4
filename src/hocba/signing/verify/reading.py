"""What a verifier found in one signature, before anybody is believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hocba.kernel.problems import Problem
from hocba.signing.algorithms import Algorithm
from hocba.signing.timestamps.token import TimestampToken


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """A signature whose form could be read.

    ``certificates``: DER, signer first. ``claimed``: aware, as the signer says. ``problems``: each of them means that
    the signature does not cover what stands in the document; empty means intact.
    """

    slot: str
    certificates: tuple[bytes, ...]
    algorithm: Algorithm
    claimed: datetime
    stamp: TimestampToken | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def level(self) -> str:
        return "B-B" if self.stamp is None else "B-T"
