"""From answers to the entry of a plan: each answer at its place, the keys in the model's order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goalctl.cli.asking.ask import Question, Replies
from goalctl.model.finding import Fields, Value, fields_in

POSITION = "#"


def entry_of(questions: Iterable[Question], answers: Replies) -> Fields:
    """The answers as nested keys and values; `#0` in a place is a position in a list, gaps are closed."""
    entry: Fields = {}
    for question in questions:
        if question.key in answers:
            entry = merged_entry(entry, _entry_at(question.place, answers[question.key]))
    return _without_gaps(entry)


def merged_entry(one: Mapping[str, Value], other: Mapping[str, Value]) -> Fields:
    """Both, key by key down to the bottom; where both say something, the other one holds."""
    entry = dict(one)
    for key, value in other.items():
        before = entry.get(key)
        both = isinstance(before, dict) and isinstance(value, dict)
        entry[key] = merged_entry(before, value) if both else value  # type: ignore[arg-type] # both are mappings
    return entry


def holds(entry: Mapping[str, Value], place: tuple[str, ...]) -> bool:
    """Whether something stands at that place already."""
    here: Value = dict(entry)
    for step in place:
        if not isinstance(here, dict) or here.get(step) in (None, "", [], {}):
            return False
        here = here[step]
    return bool(place)


def _entry_at(place: tuple[str, ...], value: Value) -> Fields:
    for step in reversed(place):
        value = {step: value}
    return fields_in(value)


def _without_gaps(value: Fields) -> Fields:
    """Keys that are positions become lists."""
    found: Fields = {}
    for key, inner in value.items():
        if isinstance(inner, dict) and inner:
            inner = _without_gaps(inner)  # noqa: PLW2901 - the same thing in its final shape
            if all(step.startswith(POSITION) for step in inner):
                inner = [inner[step] for step in sorted(inner, key=lambda step: int(step[1:]))]  # noqa: PLW2901 - same
        found[key] = inner
    return found
