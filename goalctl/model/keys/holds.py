"""What may stand behind a key, in words, from the type that the model gives it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from goalctl.model.answers import Answers
from goalctl.model.frequency import AsNeeded, EverySessions, Rate
from goalctl.model.ids import FormRef
from goalctl.model.scalars import Duration, Hours
from goalctl.model.scoring import Comparison
from goalctl.model.target_band import TargetBand
from goalctl.model.types import OneOrMany, Record, Word

_WORDS: dict[Any, str] = {
    date: "a day, as 2026-03-31",
    datetime: "a moment, as 2026-02-02T11:20",
    Hours: "a time, as 10:00 or 10:00-10:53",
    Duration: "days, weeks, months or years, as 14d, 6w, 3m, 7y",
    EverySessions: "sessions, as 4 sessions",
    Rate: "times in a stretch, as 3 per week",
    AsNeeded: "as needed",
    int: "a whole number",
    float: "a number",
    TargetBand: "a band, as [7, 9]",
    bool: "yes or no",
    str: "text",
    FormRef: "a form, as phq-9",
    Answers: "the answers: a total, a list, or by item",
    Comparison: 'a comparison, as ">= 1"',
    OneOrMany: "one, or a list",
    Any: "anything",
}


def held(annotation: Any) -> str:  # noqa: ANN401 - any annotation
    """What the type holds; alternatives stand beside each other."""
    return "; or ".join(dict.fromkeys(_kinds(annotation)))


def _kinds(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - any annotation
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _kinds(inner[0])
    elif origin in {Union, UnionType}:
        for one in inner:
            yield from () if one is type(None) else _kinds(one)
    elif origin is tuple:
        yield f"a list: {held(inner[0])}" if inner[-1] is ... else "a lowest and a highest value, as [0, 10]"
    elif origin is dict:
        yield f"one for each name: {held(inner[1])}"
    else:
        yield _WORDS.get(annotation) or _of_class(annotation)


def _of_class(kind: type) -> str:
    if issubclass(kind, Word):
        return f"one of {', '.join(kind)}"
    return "text, or keys of its own" if issubclass(kind, Record) and kind.short_form else "keys of its own"
