"""Numbers that make sense only from somewhere on: a count is not below nothing, a change is more than none.

What lies outside is refused where it is read, as another shape is, so that nothing is ever worked out with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from goalctl.model.scalars import ScalarError, number_from, number_text, whole_from
from goalctl.model.types import Grammar, Number, Whole

N = TypeVar("N", int, float)


def _bounded(read: Callable[[str], N], fits: Callable[[N], bool], wanted: str) -> Callable[[str], N]:
    def read_within(text: str) -> N:
        number = read(text)
        if not fits(number):
            raise ScalarError("E124", f"{number_text(number)} can't stand here", f"write {wanted}")
        return number

    return read_within


def _schema(kind: object, **limits: float) -> dict[str, Any]:
    """The fragment of the number without bounds, with them."""
    grammar: Grammar = kind.__metadata__[0]  # type: ignore[attr-defined] # of an Annotated
    return {**grammar.schema, **limits}


def whole_from_on(least: int) -> Grammar:
    """A whole number, that one or above."""
    wanted = f"a whole number, {least} or above"
    return Grammar(_bounded(whole_from, lambda number: number >= least, wanted), _schema(Whole, minimum=least))


_ABOVE_NOTHING = _bounded(number_from, lambda number: number > 0, "a number above 0")
_SHARE = _bounded(number_from, lambda number: 0 < number <= 100, "a number above 0, at most 100")  # noqa: PLR2004

Count = Annotated[int, whole_from_on(0)]
FromOne = Annotated[int, whole_from_on(1)]
AboveNothing = Annotated[float, Grammar(_ABOVE_NOTHING, _schema(Number, exclusiveMinimum=0))]
Percent = Annotated[float, Grammar(_SHARE, _schema(Number, exclusiveMinimum=0, maximum=100))]
