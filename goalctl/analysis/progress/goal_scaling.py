"""Outcomes across goals by the two methods that may be summed: goal attainment scaling and goal-based outcomes.

Symptom scores never enter here: a T-score or a mean change says how goals went, a form says how the client is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from goalctl.analysis.progress.deciding import current_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.standpoint import Standpoint, as_it_ended
from goalctl.model.errors import GoalctlError
from goalctl.model.measure import Better, Measure, Weight, own_scale

CORRELATION = 0.3  # between goals, as Kiresuk & Sherman 1968 assume it
LEVELS = (-2.0, 2.0)
USUAL_BASELINE = -1.0  # Turner-Stokes 2009: -2 only where nothing worse is plausible


class GoalScalingError(GoalctlError):
    """A T-score that cannot be computed from these levels or weights."""


class GoalScaling(NamedTuple):
    """T-scores of a plan's goals with levels: about 50 is as expected, 10 points are one standard deviation.

    `weighted` says whether importance x difficulty was used; it is when every goal has them.
    """

    baseline: float
    achieved: float
    n: int
    weighted: bool

    @property
    def change(self) -> float:
        """Achieved less baseline."""
        return self.achieved - self.baseline


class GoalBasedOutcome(NamedTuple):
    """How many points each goal moved on its 0-10 rating, and the mean.

    A reliable change of 2.45 is known for ratings by parents of child clients only (Edbrooke-Childs and others 2015);
    nothing here may be called reliable.
    """

    changes: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The mean change; positive is toward the goals."""
        return math.fsum(self.changes.values()) / len(self.changes)


def t_score(levels: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """T = 50 + 10·Σwx / √((1 - rho)·Σw² + rho·(Σw)²) with rho = 0.3; x from -2 to +2, 0 as expected.

    Without weights all count the same. Refused: no levels, one outside the range, weights that are negative, all zero
    or of another number. Kiresuk and Sherman 1968.
    """
    weights = [1.0] * len(levels) if weights is None else weights
    if not levels or len(weights) != len(levels):
        raise GoalScalingError("a T-score needs at least one level, and a weight for each or for none")
    if any(not LEVELS[0] <= level <= LEVELS[1] for level in levels):
        raise GoalScalingError("a level is outside -2 to 2", "goal attainment levels are -2, -1, 0, 1 and 2")
    if min(weights) < 0 or not any(weights):
        raise GoalScalingError("the weights give no goal any weight", "importance and difficulty are 0 to 3; raise one")
    scored = math.fsum(weight * level for weight, level in zip(weights, levels, strict=True))
    squares = math.fsum(weight**2 for weight in weights)
    return 50 + 10 * scored / math.sqrt((1 - CORRELATION) * squares + CORRELATION * math.fsum(weights) ** 2)


def weight_of(weight: Weight) -> float:
    """Importance x difficulty, 0 to 9 (Turner-Stokes 2009, with her erratum: the product enters `t_score` as w)."""
    return float(weight.importance * weight.difficulty)


def goal_scaling_of(at: Standpoint) -> GoalScaling | None:
    """The plan's T-scores at the baseline and by each goal's newest level; None without a scored goal with levels.

    A goal without stated baseline began at -1. Raises GoalScalingError when all weights are zero.
    """
    scored = [series for series in at.once(_scored_goals) if series.measure.kind == "levels"]
    if not scored:
        return None
    weights = _weights([series.measure for series in scored])
    return GoalScaling(
        baseline=t_score([_stated_start(series) for series in scored], weights),
        achieved=t_score([series.since_baseline[-1].value for series in scored], weights),
        n=len(scored),
        weighted=weights is not None,
    )


def goal_based_outcome(starts_and_ends: Mapping[str, tuple[float, float]]) -> GoalBasedOutcome | None:
    """End - start of each goal, and the mean; None without goals. Law and Jacob 2015."""
    if not starts_and_ends:
        return None
    return GoalBasedOutcome({goal: end - start for goal, (start, end) in starts_and_ends.items()})


def goal_based_outcome_of(at: Standpoint) -> GoalBasedOutcome | None:
    """The outcome of the goals rated 0 to 10 upward, from the baseline to the newest rating; None without any."""
    found = {
        series.item: (series.baseline.value, series.since_baseline[-1].value)
        for series in at.once(_scored_goals)
        if series.baseline and _is_goal_rating(series)
    }
    return goal_based_outcome(found)


def _scored_goals(at: Standpoint) -> list[Series]:
    """Of a treatment that ended as they stood on its last day: what is scored afterwards did not come of it."""
    then = at.once(as_it_ended)
    found = [then.once(current_of, goal.id) for goal in then.plan.goals if goal.status.is_settled]
    # What was scored before the baseline's day is no outcome.
    return [series for series in found if series and series.since_baseline]


def _weights(measures: Sequence[Measure]) -> list[float] | None:
    weights = [weight_of(measure.weight) for measure in measures if measure.weight]
    return weights if len(weights) == len(measures) else None


def _stated_start(series: Series) -> float:
    return USUAL_BASELINE if series.measure.baseline is None else series.measure.baseline


def _is_goal_rating(series: Series) -> bool:
    is_rated = series.measure.kind == "rating" and own_scale(series.measure) == (0, 10)
    return is_rated and series.better is not Better.LOWER
