"""How much one step of a template may make: what would be longer than any page is refused before it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sized
from functools import wraps
from math import prod
from typing import Any

MOST_CHARACTERS = 20_000_000
MOST_DIGITS = 1000
MOST_MADE = 200_000_000  # by one call, for a moment, of which a page may keep a part
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:\d{7}|\*)|\{[^{}]*:[^{}]*\d{7}")


class TooMuchError(Exception):
    """A template would make more than any page can hold."""


def refuse_too_much(given: Iterable[object]) -> None:
    """TooMuchError where what a call is given could multiply into more than fits, or is a format that does."""
    known = list(given)
    sizes = [_size(one) for one in known]
    numbers = [one for one in known if isinstance(one, int)]
    if prod(filter(None, sizes)) > MOST_MADE or max(numbers, default=0) > MOST_CHARACTERS:
        raise TooMuchError
    if any(isinstance(one, str) and is_wide(one) for one in known[:1]):
        raise TooMuchError


def is_wide(text: str) -> bool:
    """Whether it is a format that asks for millions of columns."""
    return _WIDE.search(text) is not None


def refuse_too_long(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 - whatever stands beside a sign
    """TooMuchError for a product or a sum longer than a page, a power of more than anybody reads, a wide format."""
    long = next((len(side) for side in (left, right) if isinstance(side, str | list | tuple)), 0)
    times = max(side for side in (left, right, 0) if isinstance(side, int))
    made = {
        "+": long and operator == "+" and long + len(right),
        "*": long * times,
        "**": MOST_CHARACTERS * (times // MOST_DIGITS + (times > MOST_DIGITS)),
        "%": MOST_CHARACTERS * 2 * (isinstance(left, str) and is_wide(left)),
    }
    if made[operator] > MOST_CHARACTERS:
        raise TooMuchError


def kept_small(made: object) -> object:
    """The same, unless it is longer than a page."""
    if isinstance(made, str) and len(made) > MOST_CHARACTERS:
        raise TooMuchError
    return made


def bounded(step: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that makes no more than fits; what Jinja notes on it stays."""

    @wraps(step)
    def careful(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - any filter
        refuse_too_much((*(one for one in given if isinstance(one, str | int | list | tuple)), *named.values()))
        return kept_small(step(*given, **named))

    return careful


def _size(one: object) -> int:
    if isinstance(one, bool):
        return 0
    return one if isinstance(one, int) else len(one) if isinstance(one, Sized) else 0
