"""Taking a stranger's file: in memory only, never larger than it may be, not too often."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from hocba.kernel.problems import fail

MOST_BYTES = 10 * 1024 * 1024
_ENVELOPE = 64 * 1024
WINDOW = 60
"""Seconds."""
MOST_FILES, MOST_LOOK_UPS = 30, 120
"""In one window from one address."""


class InMemory(FileUploadHandler):
    """Keeps one file in memory and stops reading when it grows too large. Nothing touches the disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._chunks: list[bytes] = []
        self._length = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._length += len(raw_data)
        if self._length > MOST_BYTES:
            raise StopUpload(connection_reset=True)
        self._chunks.append(raw_data)

    def file_complete(self, file_size: int) -> SimpleUploadedFile:
        return SimpleUploadedFile(self.file_name or "", b"".join(self._chunks))


def uploaded_file(request: HttpRequest) -> tuple[str, bytes]:
    """Name and bytes of ``tep``. Raises ProblemError ``upload.too_large``, ``upload.missing``."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES + _ENVELOPE:
        raise fail("upload.too_large")
    request.upload_handlers = [InMemory(request)]
    file = request.FILES.get("tep")
    if file is None:
        raise fail("upload.missing")
    return file.name or "", file.read()


def count_visit(request: HttpRequest, what: str, most: int) -> None:
    """Raise ProblemError ``upload.too_often`` after ``most`` visits from one address within a minute."""
    key = f"verification:{what}:{_address(request)}"
    cache.add(key, 0, WINDOW)
    try:
        visits = cache.incr(key)
    except ValueError:  # it ran out between the two lines
        visits = 1
    if visits > most:
        raise fail("upload.too_often")


def _address(request: HttpRequest) -> str:
    # behind our own proxy (https) the last hop is the one it saw; without a proxy the header is anybody's word
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return str(forwarded.split(",")[-1].strip())
    return str(request.META.get("REMOTE_ADDR", ""))
