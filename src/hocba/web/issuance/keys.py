"""Where the keys are: outside. The web speaks to a provider and a time-stamp authority and knows trust anchors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from hocba.kernel.problems import fail
from hocba.signing.certificates import is_demonstration
from hocba.signing.ports import Provider, Timestamper
from hocba.signing.trust.store import TrustStore


@dataclass(frozen=True, slots=True)
class Keys:
    """What signing needs from outside."""

    provider: Provider
    timestamper: Timestamper | None
    trust: TrustStore


def connect() -> Keys:
    """By ``HOCBA_KEYS``, the dotted name of a function that returns ``Keys``. Raises ProblemError ``keys.away``."""
    if not settings.HOCBA_KEYS:
        raise fail("keys.away")
    found = import_string(settings.HOCBA_KEYS)()
    assert isinstance(found, Keys)
    return found


def trust() -> TrustStore:
    """The anchors of ``HOCBA_TRUST``; those built in where none is set."""
    folder = settings.HOCBA_TRUST
    if folder is None or not folder.is_dir():
        return TrustStore.built_in()
    newest = max(file.stat().st_mtime_ns for file in (folder, *folder.rglob("*")))
    return _load(folder, newest, settings.HOCBA_DEMO)


@lru_cache(maxsize=4)
def _load(folder: Path, newest: int, demonstration: bool) -> TrustStore:
    """Read again when a file is newer: a list of revoked certificates must not grow old in memory."""
    found = TrustStore.load(folder)
    if demonstration:
        return found
    # a demonstration's authority is worth nothing outside a demonstration, whoever put it into the folder
    real = tuple(der for der in found.anchors if not is_demonstration(der))
    return TrustStore(real, found.intermediates, found.revocations)
