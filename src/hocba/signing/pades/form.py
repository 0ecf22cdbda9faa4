"""The one form of our signature dictionary, written and read: what is not exactly like this is no seal of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from hocba.kernel.clock import VIETNAM

HOLE_START = b"/Contents<"
_NUMBER_WIDTH = 10
_DICTIONARY = re.compile(
    rb"<</Type/Sig/Filter/Adobe\.PPKLite/SubFilter/ETSI\.CAdES\.detached"
    rb"/M\(D:(\d{14})\+07'00'\)"
    rb"/Reference\[<</Type/SigRef/TransformMethod/DocMDP"
    rb"/TransformParams<</Type/TransformParams/P 1/V/1\.2>>>>\]"
    rb"/ByteRange\[0 (\d{10}) (\d{10}) (\d{10})\]/Contents<([0-9a-f]*)>>>"
)


@dataclass(frozen=True, slots=True)
class SealDictionary:
    """``hole``: where the hexadecimal digits of Contents stand in the file (first, past the last)."""

    claimed: datetime
    byte_range: tuple[int, int, int]
    contents: bytes
    hole: tuple[int, int]


def write_dictionary(at: datetime, *, offset: int, digits: int, tail: int) -> tuple[bytes, tuple[int, int]]:
    """The dictionary with zeros for Contents, and the hole they make in the file.

    ``offset``: where it will start in the file; ``digits``: how many hexadecimal digits; ``tail``: bytes behind it.
    DocMDP level 1: no change is permitted after the seal (ISO 32000-1, 12.8.2.2).
    """
    moment = at.astimezone(VIETNAM).strftime("%Y%m%d%H%M%S").encode()
    head = (
        b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:" + moment + b"+07'00')"
        b"/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]"
        b"/ByteRange[0 "
    )
    start = offset + len(head) + 3 * _NUMBER_WIDTH + 2 + 1 + len(HOLE_START)
    end = start + digits
    numbers = b" ".join(b"%010d" % number for number in (start - 1, end + 1, tail + 2))
    return head + numbers + b"]" + HOLE_START + b"0" * digits + b">>>", (start, end)


def read_dictionary(data: bytes, position: int) -> SealDictionary | None:
    """The dictionary that starts at ``position``, or None if it is not exactly of our form."""
    found = _DICTIONARY.match(data, position)
    if found is None:
        return None
    try:
        local = datetime.strptime(found[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None
    return SealDictionary(local.astimezone(UTC), (int(found[2]), int(found[3]), int(found[4])), found[5], found.span(5))
