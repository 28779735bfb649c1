"""A typed record as the plain values that a file would hold: the way back from model to entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from goalctl.model.entry import plain
from goalctl.model.finding import Value
from goalctl.model.session import Answers
from goalctl.model.types import Record


def written(value: object) -> Value:
    """The value as plain text values; what a record leaves out, or leaves empty, is left out here too."""
    if isinstance(value, Record):
        return record_data(value)
    if isinstance(value, Answers):
        return _answers(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    if isinstance(value, Mapping):
        return {str(key): written(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        items = list(value)
        while items and items[-1] is None:  # a scale that is open above
            items.pop()
        return [written(item) for item in items]
    return plain(value)


def record_data(record: Record) -> dict[str, Value]:
    """The record's keys as the file has them, in the order of the model."""
    keys = {name: info.alias or name for name, info in type(record).model_fields.items()}
    found = {keys[name]: written(getattr(record, name)) for name in keys if name in record.model_fields_set}
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def _answers(answers: Answers) -> Value:
    if answers.by_position is not None:
        return list(answers.by_position)
    total = plain(answers.total)
    if answers.by_item is None:
        return total
    items: dict[str, Value] = dict(answers.by_item)
    return items if total is None else {"total": total, **items}
