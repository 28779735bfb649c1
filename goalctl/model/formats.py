"""Which format a file needs: 2 as soon as it holds a word that a reader of format 1 would refuse, else 1.

The words themselves are marked where they are defined: a key with `NEW`, a value by its grammar's `is_new`. Nothing
here lists them a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from goalctl.model.finding import Path, Value, fields_in, list_in
from goalctl.model.types import Grammar, Record, Since

NEWEST = 2
_IT: tuple[Path, ...] = ((),)
Look: TypeAlias = Callable[[Value], Sequence[Path]]
"""What finds the newer words in the value of one type, which is taken apart once for all values.

The places are told from the value on: most values have none, and no path is made for those.
"""


def format_needed(kind: type[Record], data: Value) -> int:
    """The lowest format in which a file of that kind may hold these plain values."""
    return NEWEST if new_words(kind, data) else 1


def new_words(kind: type[Record], data: Value) -> list[Path]:
    """Every place that holds a word of format 2, in the order of the data; keys that no record has are passed over."""
    if not isinstance(data, dict):
        return []
    found: list[Path] = [()] if kind.short_form else []
    looks = _looks_of(kind)
    for key, value in data.items():
        if key in looks and value is not None and (places := looks[key](value)):
            found += [(key, *place) for place in places]
    return found


@cache
def _looks_of(kind: type[Record]) -> dict[str, Look]:
    """Under each key of the record under which a newer word can stand, what finds it."""
    fields = ((info.alias or name, info.annotation, tuple(info.metadata)) for name, info in kind.model_fields.items())
    return {key: _look(annotation, marks) for key, annotation, marks in fields if _can_be_new(annotation, marks)}


def _can_be_new(annotation: Any, marks: Iterable[Any]) -> bool:  # noqa: ANN401 - any annotation
    if any(isinstance(mark, Since) or (isinstance(mark, Grammar) and mark.is_new) for mark in marks):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(annotation.short_form or _looks_of(annotation))
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _can_be_new(inner[0], inner[1:])
    return any(_can_be_new(one, ()) for one in inner)


def _look(annotation: Any, marks: Iterable[Any]) -> Look:  # noqa: ANN401 - any annotation
    if any(isinstance(mark, Since) for mark in marks):
        return _here
    if grammars := [mark for mark in marks if isinstance(mark, Grammar)]:
        return _by_grammar(grammars)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return partial(new_words, annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _look(inner[0], inner[1:])
    return _inside(origin, inner)


def _inside(origin: Any, inner: tuple[Any, ...]) -> Look:  # noqa: ANN401 - any annotation
    """What looks into each value that a list, a mapping or a choice of types holds."""
    looks = [_look(one, ()) if _can_be_new(one, ()) else _nowhere for one in inner if one is not Ellipsis]
    if origin is tuple:
        return _in_items(looks[0])
    return _in_mapping(*looks) if origin is dict else _in_any(looks)


def _here(_value: Value) -> Sequence[Path]:
    return _IT


def _nowhere(_value: Value) -> Sequence[Path]:
    return ()


def _by_grammar(grammars: Iterable[Grammar]) -> Look:
    tests = [grammar.is_new for grammar in grammars if grammar.is_new]

    def look(value: Value) -> Sequence[Path]:
        return _IT if value is not None and any(is_new(value) for is_new in tests) else ()

    return look


def _in_items(look: Look) -> Look:
    def every(value: Value) -> Sequence[Path]:
        items = enumerate(list_in(value))
        return [(position, *place) for position, item in items for place in look(item)]

    return every


def _in_mapping(of_keys: Look, of_values: Look) -> Look:
    def every(value: Value) -> Sequence[Path]:
        items = fields_in(value).items()
        return [
            (key, *place)
            for key, item in items
            for look, one in ((of_keys, key), (of_values, item))
            for place in look(one)
        ]

    return every


def _in_any(looks: Iterable[Look]) -> Look:
    def every(value: Value) -> Sequence[Path]:
        return [place for look in looks for place in look(value)]

    return every
