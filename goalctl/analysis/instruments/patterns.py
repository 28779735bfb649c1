"""Patterns of answers that a form names: a screen that needs several conditions, a diagnostic rule, a step up."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from goalctl.model.form import Form
from goalctl.model.scoring import Condition, Criterion


class Pattern(NamedTuple):
    """A pattern and whether the answers fit it; None while the answers that would decide it are missing."""

    criterion: Criterion
    met: bool | None


def patterns(form: Form, points: Mapping[str, float], *, ruled_out: Container[str] = ()) -> tuple[Pattern, ...]:
    """Every pattern that the form names, judged by what the answered items score; ruled out items fit nothing."""
    criteria = form.scoring.criteria if form.scoring else ()
    return tuple(Pattern(criterion, _is_met(criterion, points, ruled_out)) for criterion in criteria)


def _is_met(criterion: Criterion, points: Mapping[str, float], ruled_out: Container[str]) -> bool | None:
    every = _all(_fits(condition, points, ruled_out) for condition in criterion.all_)
    if not criterion.any_:
        return every
    return _all([every, _any(_fits(condition, points, ruled_out) for condition in criterion.any_)])


def _fits(condition: Condition, points: Mapping[str, float], ruled_out: Container[str]) -> bool | None:
    """Open answers are counted both ways; only when that makes no difference is there a verdict."""
    sure = sum(
        condition.but.get(item, condition.when).holds(points[item]) for item in condition.items if item in points
    )
    perhaps = sure + sum(item not in points and item not in ruled_out for item in condition.items)
    most = len(condition.items) if condition.at_most is None else condition.at_most
    if perhaps < condition.at_least or sure > most:
        return False
    return True if sure >= condition.at_least and perhaps <= most else None


def _all(verdicts: Iterable[bool | None]) -> bool | None:
    found = list(verdicts)
    if False in found:
        return False
    return None if None in found else True


def _any(verdicts: Iterable[bool | None]) -> bool | None:
    found = list(verdicts)
    if True in found:
        return True
    return None if None in found else False
