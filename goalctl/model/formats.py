"""Which format a file needs: 2 as soon as it holds a word that a reader of format 1 would refuse, else 1.

The words themselves are marked where they are defined: a key with `NEW`, a value by its grammar's `is_new`. Nothing
here lists them a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from goalctl.model.finding import Path, Value
from goalctl.model.types import Grammar, Record, Since

NEWEST = 2


def format_needed(kind: type[Record], data: Value) -> int:
    """The lowest format in which a file of that kind may hold these plain values."""
    return NEWEST if next(new_words(kind, data), None) is not None else 1


def new_words(kind: type[Record], data: Value, path: Path = ()) -> Iterator[Path]:
    """Every place that holds a word of format 2, in the order of the data; keys that no record has are passed over."""
    if not isinstance(data, dict):
        return
    if kind.short_form:
        yield path
    watched = _keys_to_watch(kind)
    for key, value in data.items():
        if value is None or key not in watched:
            continue
        annotation, marks = watched[key]
        if any(isinstance(mark, Since) for mark in marks):
            yield (*path, key)
        else:
            yield from _in_value(annotation, marks, value, (*path, key))


@cache
def _keys_to_watch(kind: type[Record]) -> dict[str, tuple[Any, tuple[Any, ...]]]:
    """The keys of the record under which a newer word can stand, with the type and the marks of each."""
    fields = ((info.alias or name, info.annotation, tuple(info.metadata)) for name, info in kind.model_fields.items())
    return {key: (annotation, marks) for key, annotation, marks in fields if _can_be_new(annotation, marks)}


def _can_be_new(annotation: Any, marks: Iterable[Any]) -> bool:  # noqa: ANN401 - any annotation
    if any(isinstance(mark, Since) or (isinstance(mark, Grammar) and mark.is_new) for mark in marks):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(annotation.short_form or _keys_to_watch(annotation))
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _can_be_new(inner[0], inner[1:])
    return any(_can_be_new(one, ()) for one in inner)


def _in_value(annotation: Any, marks: Iterable[Any], value: Value, path: Path) -> Iterator[Path]:  # noqa: ANN401 - any annotation
    grammars = [mark for mark in marks if isinstance(mark, Grammar)]
    if grammars:
        if value is not None and any(grammar.is_new and grammar.is_new(value) for grammar in grammars):
            yield path
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield from new_words(annotation, value, path)
    else:
        for part in _parts(annotation, value, path):
            yield from _in_value(*part)


def _parts(annotation: Any, value: Value, path: Path) -> Iterator[tuple[Any, tuple[Any, ...], Value, Path]]:  # noqa: ANN401 - any annotation
    """The types that a type is made of, each with its marks and the value that stands there, and where."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield inner[0], inner[1:], value, path
    elif origin is tuple and isinstance(value, list):
        yield from ((inner[0], (), item, (*path, position)) for position, item in enumerate(value))
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield inner[0], (), key, (*path, key)
            yield inner[1], (), item, (*path, key)
    else:
        yield from ((option, (), value, path) for option in inner)
