"""What was answered on a form or scored, as a plan's value holds it; what the answers mean, the form tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError, number_from
from goalctl.model.types import Grammar, only_what_is_given, refusal, wrong_shape

LEADING_ZERO = re.compile(r"[+-]?0\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered on a form: by position, by item, or a total with a few items beside it.

    An answer is text, typed by the form's item; None is a skipped item. `text` is a bare value, or a total, as it
    stands there where the number does not say it: digits in a row, leading zeros. What it means, the form tells.
    """

    by_position: tuple[str | None, ...] | None = None
    by_item: Mapping[str, str | None] | None = None
    total: float | None = None
    text: str | None = None


def answers_from(value: Value) -> Answers:
    """The answers that a plan's value holds; a bare value that is no number is kept as text for the form to read."""
    if isinstance(value, str):
        return _bare(value)
    if isinstance(value, list):
        return Answers(by_position=tuple(_answer(answer) for answer in value))
    if not isinstance(value, dict):
        raise wrong_shape("the answers belong", value, "write a list, a total, or {q1: 2, q2: 0}")
    total = _answer(value.get("total"))
    items = {item: _answer(answer) for item, answer in value.items() if item != "total"}
    return Answers(by_item=items, total=None if total is None else number_from(total), text=_as_written(total))


def _bare(text: str) -> Answers:
    try:
        return Answers(total=number_from(text), text=_as_written(text))
    except ScalarError:
        return Answers(text=text)


def _as_written(text: str | None) -> str | None:
    """The text of a number with leading zeros, which the number loses."""
    return text if text and LEADING_ZERO.match(text) else None


def _answer(value: Value) -> str | None:
    if isinstance(value, dict | list):
        raise wrong_shape("one answer belongs", value, "write one value for each item")
    return value


_ONE_ANSWER: dict[str, Any] = {"not": {"type": ["array", "object"]}, "title": "one answer"}
_ANSWERS_SCHEMA: dict[str, Any] = {
    "type": ["number", "string", "array", "object"],
    "items": _ONE_ANSWER,
    "additionalProperties": _ONE_ANSWER,
}
FormAnswers = Annotated[Answers, Grammar(answers_from, _ANSWERS_SCHEMA, text_only=False)]


def _figures(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """By goal or form; in `{g1: 4,5}` YAML finds a 4 and a key 5 without a value, and the half would be lost."""
    for (_, before), (key, after) in pairwise(value.items()) if isinstance(value, dict) else ():
        if after is None and key.isdecimal() and str(before)[-1:].isdecimal():
            read = f"{before},{key} is read as {before} and a key {key}"
            raise refusal(ScalarError("E124", read, f"use a point: {before}.{key}"))
    return only_what_is_given(value, handler)


Figures = WrapValidator(_figures)
