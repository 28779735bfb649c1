"""One plan that holds every key of every record, and how a way in or out is asked which of them it takes along."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.diary import DiaryEntry
from goalctl.model.plan import Plan
from goalctl.model.types import Record
from goalctl.model.validate import record_from

TEXT = (Path(__file__).parent / "every_key.yaml").read_text(encoding="utf-8")
DATA = read_data(TEXT)[0]
DAY = date(2026, 6, 2)
FORMS = FormShelf()
OTHERS = (  # what may stand in the place of a value that can't be left out
    "another word", "2026-02-03", "9", "g9", "g9.9", "i9", "p9", "h9", "5w", "declined", "reserve", "gad-7",
    {"note": "another"},
)  # fmt: skip


def records_in(annotation):
    """The records that may stand under a key."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from records_in(inner)


def owned_by(kind, key):
    """The key with the record that defines it: `Measure.by` of a former measure too."""
    fields = {info.alias or name: name for name, info in kind.model_fields.items()}
    owner = next(one for one in kind.__mro__ if fields[key] in one.__annotations__)
    return f"{owner.__name__}.{key}"


def keys_of(kind, seen=None):
    """Every key of the record and of every record below it."""
    seen = set() if seen is None else seen
    if kind in seen:
        return set()
    seen.add(kind)
    found = {owned_by(kind, info.alias or name) for name, info in kind.model_fields.items()}
    return found.union(
        *(keys_of(inner, seen) for info in kind.model_fields.values() for inner in records_in(info.annotation))
    )


def held(kind, data, path=()):
    """Every key that the data hold, with its place."""
    annotations = {info.alias or name: info.annotation for name, info in kind.model_fields.items()}
    for key, value in data.items():
        known = "scores" if kind is DiaryEntry and key not in annotations else key
        yield (*path, key), owned_by(kind, known)
        for inner in records_in(annotations[known]):
            for n, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(item, dict):
                    yield from held(inner, item, (*path, key) if n is None else (*path, key, n))


def keys_in(kind, data):
    return {key for _, key in held(kind, data)}


EVERY = keys_of(Plan)


def named(*words):
    """The keys; the name of a record alone stands for all of its own."""
    return {key for key in EVERY for word in words if key == word or key.startswith(f"{word}.")}


def put(data, path, value):
    """The data with the value at that place, or without the key where it is None; the rest is shared."""
    step, *rest = path
    changed = data[:] if isinstance(data, list) else dict(data)
    if rest:
        changed[step] = put(data[step], rest, value)
    elif value is None:
        del changed[step]
    else:
        changed[step] = value
    return changed


def shape(value):
    return re.sub(r"\d", "9", re.sub("[a-z]+", "a", str(value).lower()))


def changed_at(kind, data, path):
    """The data without the key, and with something else under it, as far as that is valid; with what they make."""
    old = data
    for step in path:
        old = old[step]
    others = sorted((other for other in OTHERS if other != old), key=lambda other: shape(other) != shape(old))
    for other in (None, *others):
        changed = put(data, path, other)
        made = record_from(kind, changed)[0]
        if made is not None:
            yield changed, made
            if other is not None:
                return


@cache
def other_plans():
    """Every key with the plans in which only that one is another, for each place where it stands."""
    found = {}
    for path, key in held(Plan, DATA):
        found.setdefault(key, []).extend(changed_at(Plan, DATA, path))
    return found


def told_by(answer):
    """The keys on which an answer depends."""
    usual = answer(DATA, record_from(Plan, DATA)[0])
    return {key for key, others in other_plans().items() if any(answer(*other) != usual for other in others)}
