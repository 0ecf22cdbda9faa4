"""JSON from strangers: what Python's parser lets pass (duplicate keys, NaN) or dies of (depth) has a problem code."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from hocba.kernel.problems import fail


def loads(data: bytes) -> object:
    """Read one JSON value.

    Raises ProblemError: ``json.not_utf8``, ``json.invalid``, ``json.duplicate_key``, ``json.too_deep``.
    """
    try:
        return _DECODER.decode(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise fail("json.not_utf8", position=str(error.start)) from None
    except json.JSONDecodeError as error:
        raise fail("json.invalid", position=str(error.pos)) from None
    except RecursionError:
        raise fail("json.too_deep") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        keys = [key for key, _ in pairs]
        raise fail("json.duplicate_key", value=next(key for key in keys if keys.count(key) > 1)[:40])
    return read


def _integer(digits: str) -> int:
    if len(digits) > 18:
        raise fail("json.invalid", value=digits[:18])
    return int(digits)


def _constant(name: str) -> NoReturn:
    raise fail("json.invalid", value=name)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer, parse_constant=_constant)
