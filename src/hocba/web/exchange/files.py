"""The uploaded bytes: a blob that only this school can have, kept for a limited time."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from hocba.kernel.problems import fail
from hocba.web.exchange.models import Import
from hocba.web.shared import blobs
from hocba.web.shared.actor import Actor

KEPT = timedelta(days=30)


def keep(content: bytes, *, actor: Actor) -> str:
    """Store; the name is the SHA-256 of school and content, so that two schools never share a file that one forgets."""
    return blobs.put(_mark(actor) + content)


def content_of(brought: Import, *, actor: Actor) -> bytes:
    """The bytes as they were uploaded. Raises ProblemError ``import.expired``."""
    if not brought.digest:
        raise fail("import.expired", value=brought.filename)
    return blobs.get(brought.digest).removeprefix(_mark(actor))


def forget_expired(*, actor: Actor, today: date) -> None:
    """Delete what has ended in the actor's school, unless the same file was brought again since."""
    ended = Import.objects.filter(expires_on__lt=today).exclude(digest="")
    digests = set(ended.values_list("digest", flat=True))
    ended.update(digest="")
    needed = set(Import.objects.filter(digest__in=digests).values_list("digest", flat=True))
    for digest in digests - needed:
        transaction.on_commit(lambda digest=digest: blobs.forget(digest))  # type: ignore[misc]


def _mark(actor: Actor) -> bytes:
    return f"hocba import of school {actor.school}\n".encode()
