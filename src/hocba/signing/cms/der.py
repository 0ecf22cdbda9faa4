"""DER by hand: a handful of functions, because building and reading ASN.1 objects costs more than the signature."""

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


def contents(element: bytes) -> bytes:
    """The value of one element that fills ``element``; ValueError otherwise."""
    start, end = _extent(element, 0)
    if end != len(element):
        raise ValueError("more or less than one element")
    return element[start:]


def children(element: bytes) -> list[bytes]:
    """The elements, whole, inside a constructed one; ValueError unless they fill it exactly."""
    inner, found, position = contents(element), [], 0
    while position < len(inner):
        _, end = _extent(inner, position)
        found.append(inner[position:end])
        position = end
    return found


def _extent(data: bytes, position: int) -> tuple[int, int]:
    """Where the value starts and ends; only short tags and definite lengths."""
    if position + 2 > len(data) or data[position] & 0x1F == 0x1F:
        raise ValueError("no element")
    size, start = data[position + 1], position + 2
    if size & 0x80:
        count = size & 0x7F
        size, start = int.from_bytes(data[start : start + count], "big"), start + count
        if not 1 <= count <= 4:
            raise ValueError("length")
    if start + size > len(data):
        raise ValueError("cut off")
    return start, start + size
