"""How the scores of a session are asked for: the row of what is scored, and what can be typed."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.progress.score_line import NOT_SCORED
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.measure import Measure, Per, own_scale
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text

_SHORT = {Per.DAY: "/day", Per.WEEK: "/wk", Per.MONTH: "/month", Per.SESSION: "/session"}


def row_text(plan: Plan, row: Sequence[Scorable]) -> str:
    """`g2 0-10 (4) · g1.1 /wk (3)`: id, what can be scored, and the client's last score."""
    return " · ".join(f"{item.id} {_range(item.measure)}{_last(plan, item)}" for item in row if item.measure)


def row_help(row: Sequence[Scorable]) -> str:
    """The wording behind each id, then how scores are typed."""
    wordings = "".join(f"{item.id}  {item.wording}\n" for item in row)
    example = " ".join(["5", NOT_SCORED][: len(row)])
    first = row[0].id if row else "g1"
    return (
        f"{wordings}In that order, {NOT_SCORED} for not scored: {example}. Or by id: {first}=5, your own rating "
        f"{first}@clinician=5. In brackets: the last score. Enter scores nothing."
    )


def _range(measure: Measure) -> str:
    """What can be scored, as short as it goes."""
    low, high = own_scale(measure)
    if measure.kind == "done":
        return "y/n"
    if measure.kind == "count" and measure.per:
        return _SHORT[measure.per]
    if measure.kind == "number":
        return measure.unit or measure.of or "number"
    ends = f"{number_text(low)}\u2013{number_text(high)}" if low is not None and high is not None else measure.kind
    return f"{ends}%" if measure.kind == "percent" else ends.replace("-2\u20132", "-2\u2026+2")


def _last(plan: Plan, item: Scorable) -> str:
    mine = Rated(item.id, CLIENT_RATER)
    scores = [entry.scores[mine] for entry in plan.log if mine in entry.scores]
    return f" ({number_text(scores[-1])})" if scores else ""
