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
    response, remission = falling_rules(form, of)
    return FormChange(
        points,
        toward,
        reliable=bool(reached) if part.judging_change else None,
        level=_strictest(reached),
        notable=tuple(figure for figure in part.notable_change if _is_notable(figure, points, toward)),
        beside=tuple(figure for figure in _reached(part.reliable_change, points) if figure.only_for),
        important=_strictest(_reached(part.mid, points)),
        remission=after < remission.below if remission else None,
        response=fell_by(response.percent, before, after) if response else None,
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


def falling_rules(form: Form, of: str | None = None) -> tuple[Response | None, Remission | None]:
    """The form's rules of response and remission: of totals, and only where a fall is for the better."""
    if form.scoring is None or of not in {None, TOTAL} or better_of(form, of) is not Better.LOWER:
        return None, None
    return form.scoring.response, form.scoring.remission


def fell_by(percent: float, before: float, after: float) -> bool | None:
    """Whether it fell by at least so many percent of what it was before; from 0 there is nothing to fall."""
    return None if before <= 0 else (before - after) * 100 >= percent * before
