"""The record as JSON (``schemas/hocba-record-1.schema.json``), for tools outside the application.

The shape is that of the model: one object per dataclass, the same names. Marks are strings with a point (``"7.5"``),
dates ISO, the salt base64, codes as the exchange spells them; what is absent takes the model's default.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import enum
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from hocba.kernel.marks import Tenths
from hocba.kernel.problems import ProblemError, fail
from hocba.kernel.school_year import SchoolYear
from hocba.transcript import model
from hocba.transcript.vocabulary import read_value, write_value

_MARKED = frozenset({"term1", "term2", "year", "reassessed"})


def record_to_json(transcript: model.Transcript) -> dict[str, Any]:
    """A plain structure ready for ``json.dumps``; ``record_from_json`` gives an equal record back."""
    plain: dict[str, Any] = _plain(transcript)
    return plain


def record_from_json(source: str | bytes | Mapping[str, Any]) -> model.Transcript:
    """The record; raises ProblemError ``record.not_json``, ``record.unknown_key``, ``record.missing_key``,
    ``record.bad_value``, each with the path (``subjects.0.term1``)."""
    try:
        plain = json.loads(source) if isinstance(source, str | bytes) else source
    except (ValueError, RecursionError):
        raise fail("record.not_json") from None
    record: model.Transcript = _build(model.Transcript, plain, "")
    return record


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, SchoolYear):
        return {field.name: _plain_field(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, SchoolYear) else value


def _plain_field(owner: Any, name: str) -> Any:
    value = getattr(owner, name)
    if isinstance(owner, model.SubjectResult) and name in _MARKED:
        return None if value is None else write_value(value)
    return _plain(value)


def _build(kind: Any, plain: Any, path: str) -> Any:
    if not isinstance(plain, Mapping):
        raise fail("record.bad_value", path, expected="object")
    builders = _builders(kind)
    for key in plain:
        if key not in builders:
            raise fail("record.unknown_key", _join(path, str(key)))
    for field in dataclasses.fields(kind):
        if field.name not in plain and not _has_default(field):
            raise fail("record.missing_key", _join(path, field.name))
    return kind(**{key: builders[key](value, _join(path, key)) for key, value in plain.items()})


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


@cache
def _builders(kind: Any) -> dict[str, Callable[[Any, str], Any]]:
    hints = typing.get_type_hints(kind)
    return {name: _mark if kind is model.SubjectResult and name in _MARKED else _builder(hints[name]) for name in hints}


def _builder(hint: Any) -> Callable[[Any, str], Any]:
    """How a value of the annotated type is read from JSON."""
    hint = getattr(hint, "__supertype__", hint)
    origin = typing.get_origin(hint)
    if origin is types.UnionType:  # always "T | None" in the model
        return _optional(_builder(typing.get_args(hint)[0]))
    if origin is tuple:
        return _many(_builder(typing.get_args(hint)[0]))
    if dataclasses.is_dataclass(hint) and hint is not SchoolYear:
        return lambda plain, path: _build(hint, plain, path)
    if isinstance(hint, type) and hint in (str, int, bool):
        return lambda plain, path: _exactly(hint, plain, path)
    return _CONVERTED.get(hint) or _converted(hint)


def _optional(build: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    return lambda plain, path: None if plain is None else build(plain, path)


def _many(build: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    def build_all(plain: Any, path: str) -> tuple[Any, ...]:
        items = _exactly(list, plain, path)
        return tuple(build(item, _join(path, str(position))) for position, item in enumerate(items))

    return build_all


def _exactly(kind: type, plain: Any, path: str) -> Any:
    if type(plain) is not kind:
        raise fail("record.bad_value", path, expected=kind.__name__)
    return plain


def _converted(convert: Callable[[str], Any]) -> Callable[[Any, str], Any]:
    def build(plain: Any, path: str) -> Any:
        text = _exactly(str, plain, path)
        try:
            return convert(text)
        except (ProblemError, ValueError, binascii.Error):
            raise fail("record.bad_value", path, text) from None

    return build


def _mark(plain: Any, path: str) -> Tenths | str | None:
    found: Tenths | str | None = None if plain is None else _converted(read_value)(plain, path)
    return found


def _strings(plain: Any, path: str) -> dict[str, str]:
    items: dict[str, Any] = _exactly(dict, plain, path)
    return {key: _exactly(str, value, _join(path, key)) for key, value in items.items()}


def _salt(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


_CONVERTED: dict[Any, Callable[[Any, str], Any]] = {
    SchoolYear: _converted(SchoolYear.parse),
    date: _converted(date.fromisoformat),
    bytes: _converted(_salt),
    Mapping[str, str]: _strings,
}


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
