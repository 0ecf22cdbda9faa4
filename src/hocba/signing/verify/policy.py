"""Which slot must hold a signature, and exactly what that signature must cover."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """An element by Id, at exactly this place: local names from the root down to it, joined by ``/``."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class SlotPolicy:
    """``name``: what people call the slot. ``slot``: where the signature stands, alone. ``covers``: in this order."""

    name: str
    slot: Target
    covers: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class DocumentPolicy:
    """``namespace``: of every element outside signatures. ``slots``: all of them; no other signature may exist."""

    namespace: str
    slots: tuple[SlotPolicy, ...]
