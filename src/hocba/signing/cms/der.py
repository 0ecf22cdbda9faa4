"""Writing DER by hand: a handful of functions, because building ASN.1 objects costs more than the signature."""

from __future__ import annotations

from functools import lru_cache

from asn1crypto.core import ObjectIdentifier

NULL = b"\x05\x00"


def tlv(tag: int, *contents: bytes) -> bytes:
    """Tag, length, value; ``tag`` is the identifier octet."""
    body = b"".join(contents)
    size = len(body)
    if size < 0x80:
        return bytes((tag, size)) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + body


def sequence(*contents: bytes) -> bytes:
    return tlv(0x30, *contents)


def set_of(*contents: bytes) -> bytes:
    """DER orders the members of a SET OF by their encoding (X.690, section 11.6)."""
    return tlv(0x31, *sorted(contents))


def octets(data: bytes) -> bytes:
    return tlv(0x04, data)


def integer(number: int) -> bytes:
    """A non-negative integer."""
    return tlv(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def context(number: int, *contents: bytes) -> bytes:
    """Constructed, context-specific."""
    return tlv(0xA0 | number, *contents)


@lru_cache(maxsize=64)
def oid(dotted: str) -> bytes:
    encoded: bytes = ObjectIdentifier(dotted).dump()
    return encoded
