"""Records of dates, enumerations and numbers as what JSON can hold, and back by their types alone.

For what goalctl keeps for itself and can make anew; plans and documents for programs have shapes of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Kind = Any  # a type, or what stands for one in an annotation
Reading = Callable[[Any], Any]


def plain_of(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    """The value as JSON can hold it; a set in order, so that equal records are written alike."""
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(plain_of(one) for one in value)
        case tuple() | list():
            return [plain_of(one) for one in value]
    if is_dataclass(value):
        return {field.name: plain_of(getattr(value, field.name)) for field in fields(value)}
    return value


def value_of(kind: Kind, plain: Any) -> Any:  # noqa: ANN401 - what the kind says
    """The value of that kind; what does not fit raises TypeError, ValueError or KeyError."""
    return _reading(kind)(plain)


@cache
def _reading(kind: Kind) -> Reading:
    """How a value of that kind is read, worked out once for each kind."""
    origin: Any = get_origin(kind)
    inner = get_args(kind)
    if origin in {Union, UnionType}:
        some = _reading(next(one for one in inner if one is not type(None)))
        return lambda plain: None if plain is None else some(plain)
    if origin in {tuple, frozenset}:
        one_of = _reading(inner[0])
        return lambda plain: origin(map(one_of, plain))
    if issubclass(kind, Enum):
        found: Reading = kind
        return found
    if issubclass(kind, date):
        return date.fromisoformat
    return _of_record(kind) if is_dataclass(kind) or issubclass(kind, tuple) else _of_word(kind)


def _of_record(kind: type[Any]) -> Reading:
    """One with named parts: a mapping by their names, or a list in their order."""
    parts = {name: _reading(inner) for name, inner in get_type_hints(kind).items()}
    if is_dataclass(kind):
        return lambda plain: kind(**{name: part(plain[name]) for name, part in parts.items()})
    return lambda plain: kind(*(part(one) for part, one in zip(parts.values(), plain, strict=True)))


def _of_word(kind: type[Any]) -> Reading:
    """A word, a flag or a number, of which a whole one may stand for any."""
    kinds = (kind, int) if kind is float else (kind,)

    def read(plain: Any) -> Any:  # noqa: ANN401 - of that kind, once it is looked at
        if not isinstance(plain, kinds):
            raise TypeError
        return plain

    return read
