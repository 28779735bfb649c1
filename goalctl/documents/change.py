"""The four small operations on a file's data, and what they do to plain values; no text is looked at here.

An operation that finds a level missing stands for the insertion of that level: `resolved` says which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path, Value, fields_in


class EditError(GoalctlError):
    """The text can't be changed as asked; it is as it was."""

    def __init__(self, reason: str, path: Path | None = None, hint: str = "") -> None:
        super().__init__(reason if path is None else f"{shown_path(path)} {reason}", hint)


class SetScalar(NamedTuple):
    """Replaces a scalar, None leaving an empty value; a key that is missing is inserted."""

    path: Path
    value: str | None
    before: str | None = None
    after: str | None = None


class InsertKey(NamedTuple):
    """Adds a key to the mapping at `path`, at its end or beside the key that `before` or `after` names, if it is there.

    A mapping that is empty or missing comes into being.
    """

    path: Path
    key: str
    value: Value
    before: str | None = None
    after: str | None = None


class AppendItem(NamedTuple):
    """Adds an item at the end of the list at `path`; a list that is empty or missing comes into being."""

    path: Path
    value: Value
    before: str | None = None
    after: str | None = None


class RemoveItem(NamedTuple):
    """Takes out an item of a list or a key of a mapping; of the last one, `[]` or `{}` is left."""

    path: Path


Edit: TypeAlias = SetScalar | InsertKey | AppendItem | RemoveItem


def data_after(data: Value, edits: Sequence[Edit]) -> Value:
    """The data after these edits, one after another; what was given is left alone, and the order of keys says nothing.

    Raises EditError when an edit doesn't fit the data.
    """
    for edit in edits:
        data = _after(data, fitting_edit(data, edit))
    return data


def fitting_edit(data: Value, edit: Edit) -> Edit:
    """An edit with the same outcome that needs nothing that isn't there; EditError when there is none."""
    match edit:
        case RemoveItem(path):
            if not path or not _exists(data, path):
                raise EditError("is not there to be removed", path)
            return edit
        case SetScalar(path, value):
            return _fitting(data, edit, value, str)
        case AppendItem(path, value):
            return _fitting(data, edit, [value], list)
        case InsertKey(path, key, value):
            if _exists(data, (*path, key)):
                raise EditError("is there already", (*path, key))
            return _fitting(data, edit, {key: value}, dict)


def shown_path(path: Path) -> str:
    """A path as messages show it, with positions counted from 1."""
    steps = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return steps.removeprefix(".") or "the top of the file"


def _fitting(data: Value, edit: SetScalar | InsertKey | AppendItem, value: Value, kind: type) -> Edit:
    """The edit itself when its path leads to nothing (None) or such a kind of value, an insertion when to no place."""
    path = edit.path
    if _exists(data, path):
        there = _value_at(data, path)
        if there is not None and not isinstance(there, kind):
            raise EditError("holds something else than this change is for", path)
        return edit
    key = path[-1]
    if isinstance(key, int):
        raise EditError("is not there to be changed", path)
    return fitting_edit(data, InsertKey(path[:-1], key, value, edit.before, edit.after))


def _after(data: Value, edit: Edit) -> Value:
    match edit:
        case SetScalar(path, value):
            return _with_value(data, path, lambda _: value)
        case AppendItem(path, value):
            return _with_value(data, path, lambda items: [*(items or []), value])
        case InsertKey(path, key, value):
            return _with_value(data, path, lambda fields: {**fields_in(fields), key: value})
        case RemoveItem(path):
            return _with_value(data, path[:-1], lambda owner: _without(owner, path[-1]))


def _with_value(data: Value, path: Path, new: Callable[[Value], Value]) -> Value:
    if not path:
        return new(data)
    step, rest = path[0], path[1:]
    inner = _with_value(_value_at(data, (step,)), rest, new)
    if isinstance(data, dict):
        return {key: inner if key == step else value for key, value in data.items()}
    return [inner if position == step else value for position, value in enumerate(data or [])]


def _without(owner: Value, step: str | int) -> Value:
    if isinstance(owner, dict):
        return {key: value for key, value in owner.items() if key != step}
    return [value for position, value in enumerate(owner or []) if position != step]


def _exists(data: Value, path: Path) -> bool:
    try:
        _value_at(data, path)
    except LookupError:
        return False
    return True


def _value_at(data: Value, path: Path) -> Value:
    for step in path:
        match data, step:
            case dict(), str():
                data = data[step]
            case list(), int() if step >= 0:
                data = data[step]
            case _:
                raise LookupError
    return data
