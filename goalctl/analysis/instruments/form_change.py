"""What lies between two scores of one form: better or worse, more than measurement error, response, remission.

Every figure comes from the form's own data, with its source; nothing is judged where the form has no figure. Reliable
change after Jacobson & Truax (1991): a change is reliable when it is at least the form's smallest reliable one.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from goalctl.analysis.instruments.scoring import better_of, scored_part
from goalctl.model.change import ImportantChange, NotableChange, ReliableChange
from goalctl.model.form import Form
from goalctl.model.measure import Better
from goalctl.model.scoring import TOTAL, Remission, Response


class Toward(StrEnum):
    """Where a change leads; `unknown` when the form does not say which side is the good one."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    UNKNOWN = "unknown"


class FormChange(NamedTuple):
    """A change of score. `points` is after minus before.

    `reliable` is None when the form has no figure to judge by; `level` is the strictest figure that the change reaches.
    `beside` are figures for some people only that it reaches too, `important` the strictest of the least differences
    that people value. `remission` and `response` are None where the form has no rule for them.
    """

    points: float
    toward: Toward
    reliable: bool | None = None
    level: ReliableChange | None = None
    notable: tuple[NotableChange, ...] = ()
    beside: tuple[ReliableChange, ...] = ()
    important: ImportantChange | None = None
    remission: bool | None = None
    response: bool | None = None


def reliable_change(form: Form, before: float, after: float, of: str | None = None) -> FormChange:
    """How to read the way from one score to another, of the total or of the subscale `of`."""
    part = scored_part(form, of)
    points = round(after - before, 9)
    toward = _toward(points, better_of(form, of))
    if part is None or form.scoring is None:
        return FormChange(points, toward)
    reached = _reached(part.judging_change, points)
    is_total = of is None or of == TOTAL
    return FormChange(
        points,
        toward,
        reliable=bool(reached) if part.judging_change else None,
        level=_strictest(reached),
        notable=tuple(figure for figure in part.notable_change if _is_notable(figure, points, toward)),
        beside=tuple(figure for figure in _reached(part.reliable_change, points) if figure.only_for),
        important=_strictest(_reached(part.mid, points)),
        remission=_is_remission(form.scoring.remission, after) if is_total else None,
        response=_is_response(form.scoring.response, before, after) if is_total else None,
    )


F = TypeVar("F", ReliableChange, ImportantChange)


def _reached(figures: Iterable[F], points: float) -> tuple[F, ...]:
    return tuple(figure for figure in figures if abs(points) >= figure.points)


def _strictest(figures: Iterable[F]) -> F | None:
    return max(figures, key=lambda figure: figure.points, default=None)


def _toward(points: float, better: Better | None) -> Toward:
    if points == 0:
        return Toward.SAME
    if better is None:
        return Toward.UNKNOWN
    return Toward.BETTER if (points > 0) == (better is Better.HIGHER) else Toward.WORSE


def _is_notable(figure: NotableChange, points: float, toward: Toward) -> bool:
    return abs(points) >= figure.points and (toward is Toward.WORSE or not figure.worse)


def _is_remission(rule: Remission | None, after: float) -> bool | None:
    return None if rule is None else after < rule.below


def _is_response(rule: Response | None, before: float, after: float) -> bool | None:
    """A fall of so many percent from before; from 0 there is nothing to fall."""
    if rule is None or before <= 0:
        return None
    return (before - after) * 100 >= rule.percent * before
