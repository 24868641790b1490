"""Domain values ↔ plain JSON values, driven by the dataclasses' own type hints.

A dataclass whose fields all are required becomes a list in field order (`Span` → [3, 9]); one with
defaults becomes an object without the fields that have their default.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Convert = Callable[[Any], Any]


def to_json(kind: Any, value: Any) -> str:
    """`value`, which is of type `kind`, as compact JSON."""
    return json.dumps(encoder(kind)(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: Any, raw: str) -> Any:
    """The value of type `kind` that `to_json` wrote."""
    return decoder(kind)(json.loads(raw))


@cache
def encoder(kind: Any) -> Convert:
    """Turns a value of type `kind` into plain JSON values."""
    if (inner := optional(kind)) is not None:
        encode = encoder(inner)
        return lambda value: None if value is None else encode(value)
    if get_origin(kind) is tuple:
        item = encoder(get_args(kind)[0])
        return lambda values: [item(value) for value in values]
    if is_dataclass(kind):
        return _dataclass_encoder(kind)
    if kind is str:
        return clean
    return _plain if isinstance(kind, type) and issubclass(kind, Enum) else _same


@cache
def decoder(kind: Any) -> Convert:
    """Turns plain JSON values, which it may use up, back into a value of type `kind`."""
    if (inner := optional(kind)) is not None:
        decode = decoder(inner)
        return lambda value: None if value is None else decode(value)
    if get_origin(kind) is tuple:
        item = decoder(get_args(kind)[0])
        return lambda values: tuple(map(item, values))
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    if isinstance(kind, type) and (issubclass(kind, Enum) or kind is bool):
        return kind
    return _same


def optional(kind: Any) -> Any:
    """X for the type `X | None`, else null."""
    if get_origin(kind) not in (Union, UnionType):
        return None
    inner = [part for part in get_args(kind) if part is not NoneType]
    return inner[0] if len(inner) == 1 else None


def clean(value: str) -> str:
    """Text that UTF-8 can hold: a lone surrogate becomes "?", so that spans stay right."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def _same(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    return value.value


def _dataclass_encoder(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    if _is_positional(kind):
        names = [(field.name, encoder(hints[field.name])) for field in fields(kind)]
        return lambda value: [encode(getattr(value, name)) for name, encode in names]
    described = [
        (field.name, encoder(hints[field.name]), _default(field)) for field in fields(kind)
    ]
    return lambda value: {
        name: encode(given)
        for name, encode, default in described
        if (given := getattr(value, name)) != default
    }


def _dataclass_decoder(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    if _is_positional(kind):
        decoders = [decoder(hints[field.name]) for field in fields(kind)]
        if all(decode is _same for decode in decoders):  # spans and boxes: there are many
            return lambda values: kind(*values)
        return lambda values: kind(*(d(value) for d, value in zip(decoders, values, strict=True)))
    decoded = [
        (field.name, decode)
        for field in fields(kind)
        if (decode := decoder(hints[field.name])) is not _same
    ]

    def build(values: dict[str, Any]) -> Any:
        # The values come fresh from JSON, so they can be changed in place: cells are many.
        for name, decode in decoded:
            if name in values:
                values[name] = decode(values[name])
        return kind(**values)

    return build


def _is_positional(kind: Any) -> bool:
    return all(_default(field) is MISSING for field in fields(kind))


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
