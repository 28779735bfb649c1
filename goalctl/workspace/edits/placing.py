"""From what stands at a place of a plan to what is to stand there, as the smallest edits that do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalctl.documents.change import AppendItem, Edit, InsertKey, RemoveItem, SetScalar
from goalctl.model.finding import Path, Value
from goalctl.model.types import Record
from goalctl.model.written import file_value


def value_at(record: Record, path: Path) -> Value:
    """What the record says at that place, as a file would say it; None when it says nothing there."""
    found: object = record
    for step in path:
        found = _inside(found, step)
    return file_value(found)


def value_edits(record: Record, path: Path, value: Value, *, at: Path = ()) -> list[Edit]:
    """The edits after which this value stands at that place of the record; None takes away what stands there.

    `at` is where the record itself stands in the file. A key that is new comes before the one that usually follows.
    """
    return list(edits_between((*at, *path), value_at(record, path), value, before=following(record, path)))


def item_edit(record: Record, path: Path, item: Value, *, at: Path = ()) -> AppendItem:
    """The item at the end of the list at that place of the record."""
    return AppendItem((*at, *path), item, before=following(record, path))


def edits_between(path: Path, old: Value, new: Value, *, before: str | None = None) -> Iterator[Edit]:
    """The edits that turn the old value at the path into the new one, touching only what differs."""
    if old == new:
        return
    match old, new:
        case _, None:
            yield RemoveItem(path)
        case None | str(), str():
            yield SetScalar(path, new, before=before)
        case None, [_, *_]:
            yield from (AppendItem(path, item, before=before) for item in new)
        case list(), list() if _are_alike(old, new):
            yield from _between_lists(path, old, new)
        case dict(), dict():
            yield from _between_mappings(path, old, new)
        case _:
            yield from () if old is None else (RemoveItem(path),)
            yield InsertKey(path[:-1], str(path[-1]), new, before=before)


def _between_mappings(path: Path, old: dict[str, Value], new: dict[str, Value]) -> Iterator[Edit]:
    yield from (RemoveItem((*path, key)) for key in old if key not in new)
    for key, value in new.items():
        yield from edits_between((*path, key), old.get(key), value)


def _are_alike(old: list[Value], new: list[Value]) -> bool:
    """Whether each item can be edited where it stands: a text into a text, a mapping into a mapping."""
    pairs = zip(old, new, strict=False)
    return all(type(was) is type(item) and isinstance(item, str | dict) for was, item in pairs)


def _between_lists(path: Path, old: list[Value], new: list[Value]) -> Iterator[Edit]:
    for position, (was, item) in enumerate(zip(old, new, strict=False)):
        yield from edits_between((*path, position), was, item)
    yield from (AppendItem(path, item) for item in new[len(old) :])
    yield from (RemoveItem((*path, position)) for position in range(len(old) - 1, len(new) - 1, -1))


def following(record: Record, path: Path) -> str | None:
    """Which key that is there usually follows the first missing one of the path; None when none does.

    The last key of the path counts as missing, so that what is taken away and written anew keeps its place.
    """
    found: object = record
    for step in path:
        if isinstance(found, Record) and (step == path[-1] or _inside(found, step) is None):
            order = found.keys_in_order()
            after = order[order.index(str(step)) + 1 :] if step in order else []
            return next((key for key in after if _inside(found, key) is not None), None)
        found = _inside(found, step)
    return None


def _inside(found: object, step: str | int) -> object:
    if isinstance(found, Record):
        name = next((name for name, info in type(found).model_fields.items() if (info.alias or name) == step), "")
        return getattr(found, name, None) if name in found.model_fields_set else None
    if isinstance(found, tuple) and isinstance(step, int):
        return found[step] if step < len(found) else None
    if isinstance(found, Mapping):
        return next((value for key, value in found.items() if str(key) == step), None)
    return None
