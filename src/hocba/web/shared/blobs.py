"""Issued files: immutable, named by their own SHA-256, behind Django's storage API (a folder, or S3 for a city)."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hocba.kernel.problems import fail


def put(content: bytes) -> str:
    """Store ``content`` once; returns its SHA-256 in hex. The same bytes again change nothing."""
    digest = hashlib.sha256(content).hexdigest()
    name = _name(digest)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    return digest


def get(digest: str) -> bytes:
    """The bytes of ``digest``; raises ProblemError ``blob.missing``, or ``blob.altered`` when the store has changed."""
    name = _name(digest)
    if not default_storage.exists(name):
        raise fail("blob.missing", value=digest)
    with default_storage.open(name) as stream:
        content: bytes = stream.read()
    if hashlib.sha256(content).hexdigest() != digest:
        raise fail("blob.altered", value=digest)
    return content


def forget(digest: str) -> None:
    """Delete what is kept for a limited time. For bytes that only one holder can have: see who else might name them."""
    default_storage.delete(_name(digest))


def _name(digest: str) -> str:
    return f"{digest[:2]}/{digest[2:4]}/{digest}"
