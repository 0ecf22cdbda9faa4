"""A time-stamp token, read and checked against what it must cover (RFC 3161, section 2.4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import tsp

from hocba.kernel.problems import fail
from hocba.signing.algorithms import digest_of
from hocba.signing.certificates import may_stamp_time
from hocba.signing.cms import oids
from hocba.signing.cms.reader import read_signed_data


@dataclass(frozen=True, slots=True)
class TimestampToken:
    """``time`` is aware. ``certificates``: the authority's own first. Trust in them is not judged here."""

    time: datetime
    certificates: tuple[bytes, ...]


def read_token(der: bytes, *, digest: bytes) -> TimestampToken:
    """Raises ProblemError ``timestamp.mismatch``, ``timestamp.usage``, ``timestamp.form``, ``cms.*``."""
    message = read_signed_data(der, content_type=oids.TST_INFO)
    if message.content is None or message.message_digest != digest_of(message.content):
        raise fail("timestamp.mismatch")
    if not may_stamp_time(message.certificates[0]):
        raise fail("timestamp.usage")
    return TimestampToken(_read_time(message.content, digest), message.certificates)


def _read_time(content: bytes, digest: bytes) -> datetime:
    try:
        info = tsp.TSTInfo.load(content, strict=True)
        imprint = info["message_imprint"]
        algorithm, hashed = imprint["hash_algorithm"]["algorithm"].native, imprint["hashed_message"].native
        time: datetime = info["gen_time"].native
    except (ValueError, TypeError, KeyError):
        raise fail("timestamp.form") from None
    if algorithm != "sha256" or hashed != digest:
        raise fail("timestamp.mismatch")
    return time
