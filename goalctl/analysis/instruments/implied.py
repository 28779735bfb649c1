"""A risk item that nobody answered, and that a stated score answers: a PHQ-9 of 27, or a scale of risk items alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from goalctl.analysis.figures import exact
from goalctl.analysis.instruments.answers import points_of
from goalctl.analysis.instruments.entered import stated_subscales
from goalctl.analysis.instruments.form_range import ends, possible_range, scored_items
from goalctl.model.answers import Answers
from goalctl.model.form import Form, Item
from goalctl.model.scalars import ScalarError
from goalctl.model.scoring import Method, RiskItem


def implied_by_total(form: Form, total: float | None, texts: Mapping[str, str]) -> dict[str, float]:
    """The risk items that these answers leave out and that total endorses, each with its least points."""
    limits = None if total is None else possible_range(form)
    if total is None or limits is None or not limits[0] <= total <= limits[1] or not _is_sum(form):
        return {}
    known = dict(_known(form, form.scored_items, texts))
    added_up = exact(total / form.scoring.multiply) if form.scoring else total
    found = {risk.item: _least_points(form, risk, added_up, known) for risk in form.risk if risk.item not in known}
    return {item: points for item, points in found.items() if points is not None}


def _least_points(form: Form, risk: RiskItem, added_up: float, known: Mapping[str, float]) -> float | None:
    """The least points of the item in a sheet that adds up to that, where every such sheet endorses it; else None."""
    others = [one for one in form.scored_items if one.id != risk.item]
    low, high = ends(form, others, known)
    points = [one for item in form.scored_items if item.id == risk.item for one in _points(form, item)]
    fitting = [one for one in points if low + one <= added_up <= (high or 0.0) + one]
    return min(fitting) if fitting and all(risk.when.holds(one) for one in fitting) else None


def _is_sum(form: Form) -> bool:
    """Whether the total is its items' points added up and multiplied, and nothing else."""
    scoring = form.scoring
    return scoring is not None and scoring.method is Method.SUM and not (scoring.parts or scoring.table)


def _known(form: Form, items: Iterable[Item], texts: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for item in items:
        try:
            yield item.id, points_of(form, item, texts[item.id])
        except (KeyError, ScalarError):
            continue


def _points(form: Form, item: Item) -> list[float]:
    """All that the item can add: of its options, else every whole step of its scale."""
    if options := form.choices.get(item.id):
        return [points for points in options.values() if points is not None]
    least, most = form.points_range(item) or (0.0, None)
    return [] if most is None else [float(step) for step in range(int(least), int(most) + 1)]


class RiskScale(NamedTuple):
    """The score of a scale that is made of risk items alone, entered without them, and its least score."""

    name: str
    score: float
    least: float
    items: frozenset[str]

    @property
    def is_endorsed(self) -> bool:
        """Whether one of the items is, nobody knows which; else none is."""
        return self.score > self.least


def scales_of_risk(form: Form, answers: Answers) -> Iterator[RiskScale]:
    """Such scales, the CORE-OM's say, of which every step above the least answer endorses an item."""
    items = {risk.item for risk in form.risk if not risk.ever and _is_any_step(form, risk)}
    for name, score in stated_subscales(form, answers).items():
        own, limits = frozenset(item.id for item in scored_items(form, name)), possible_range(form, name)
        if limits and own <= items and score >= limits[0]:  # what lies below stands for no answer
            yield RiskScale(name, score, limits[0], own)


def _is_any_step(form: Form, risk: RiskItem) -> bool:
    item = form.item(risk.item)
    limits = form.points_range(item) if item else None
    return limits is not None and not risk.when.holds(limits[0]) and risk.when.holds(limits[0] + 1)
