"""What a holder of keys must offer, and what a time-stamp authority must offer.

Signing is two-phase and in batches, because real keys live behind a person: ``begin`` hands over the hashes of
a whole class, ``collect`` asks what has been answered. One refused item never discards the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType, Protocol

from hocba.kernel.ids import SignerIdentity
from hocba.kernel.problems import Problem
from hocba.signing.algorithms import Algorithm
from hocba.signing.certificates import SigningCertificate

Ticket = NewType("Ticket", str)
"""Names a request that was begun; unguessable."""


class InsecureStandInWarning(UserWarning):
    """A demonstration stand-in is at work where a real key or authority belongs."""


@dataclass(frozen=True, slots=True)
class Credential:
    """One key that a provider can use: ``id`` is the provider's own name for it."""

    id: str
    certificate: SigningCertificate

    @property
    def identity(self) -> SignerIdentity:
        return self.certificate.identity


@dataclass(frozen=True, slots=True)
class HashToSign:
    """``key``: the caller's name for the item. ``digest``: SHA-256, 32 bytes. ``label``: what the signer is shown."""

    key: str
    digest: bytes
    label: str = ""


@dataclass(frozen=True, slots=True)
class SigningRequest:
    credential: str
    algorithm: Algorithm
    items: tuple[HashToSign, ...]


Outcome = bytes | Problem
"""A signature value (see ``hocba.signing.algorithms``), or why this item got none."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been answered so far, by item key; ``finished`` when nothing more will come."""

    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    finished: bool = True


class Provider(Protocol):
    """Holder of keys. Both phases raise ProblemError where the whole request fails; nothing is lost by asking again."""

    def credentials(self) -> Sequence[Credential]: ...

    def begin(self, request: SigningRequest) -> Ticket: ...

    def collect(self, ticket: Ticket) -> Progress: ...


class Timestamper(Protocol):
    """RFC 3161: a token (DER ContentInfo) over a SHA-256 digest."""

    def stamp(self, digest: bytes) -> bytes: ...


class RevocationSource(Protocol):
    """Is this certificate revoked? The moment since when, or None."""

    def revoked_since(self, der: bytes, *, at: datetime) -> datetime | None: ...
