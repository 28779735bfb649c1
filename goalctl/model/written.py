"""A typed record as the plain values that a file would hold: the way back from model to entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from goalctl.model.answers import Answers
from goalctl.model.entry import plain_value
from goalctl.model.finding import Value
from goalctl.model.target_band import TargetBand
from goalctl.model.types import OneOrMany, Record

_LONGEST_TOTAL = 4  # a sign and three digits


def file_value(value: object) -> Value:
    """The value as plain text values; what a record leaves out, or leaves empty, is left out here too."""
    found: Value
    match value:
        case Record():
            found = _short(record_data(value), value.short_form)
        case Answers():
            found = _answers(value)
        case TargetBand():
            found = [plain_value(value.low), plain_value(value.high)]
        case datetime():
            found = f"{value:%Y-%m-%dT%H:%M}"
        case Mapping():
            found = {str(key): file_value(item) for key, item in value.items()}
        case list() | tuple():
            found = _list(value)
        case _:
            found = plain_value(value)
    return found


def _list(values: Sequence[object]) -> Value:
    """One of what may be several stands alone; a scale that is open above ends where its last number stands."""
    if isinstance(values, OneOrMany) and len(values) == 1:
        return file_value(values[0])
    items = list(values)
    while items and items[-1] is None:
        items.pop()
    return [file_value(item) for item in items]


def record_data(record: Record) -> dict[str, Value]:
    """The record's keys as the file has them, in the order of the model."""
    keys = {name: info.alias or name for name, info in type(record).model_fields.items()}
    found = {keys[name]: file_value(getattr(record, name)) for name in keys if name in record.model_fields_set}
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def _short(data: dict[str, Value], key: str) -> Value:
    """A record that says no more than its short form is written as that."""
    return data[key] if key and set(data) == {key} else data


def _total(answers: Answers) -> Value:
    """`012` is the total that it says, as it always was; more digits than a total has stay as they stand."""
    stands_as_written = answers.text and (answers.total is None or len(answers.text) > _LONGEST_TOTAL)
    return answers.text if stands_as_written else plain_value(answers.total)


def _answers(answers: Answers) -> Value:
    if answers.by_position is not None:
        return list(answers.by_position)
    total: Value = _total(answers)
    if answers.by_item is None:
        return total
    items: dict[str, Value] = dict(answers.by_item)
    return items if total is None else {"total": total, **items}
