"""How the scores of a session are asked for: what is scored in words, and what can be typed."""

from __future__ import annotations

from goalctl.analysis.figures import score_text
from goalctl.analysis.scores.score_line import NOT_SCORED, Row
from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.measure import Measure, own_scale
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt, number_text

_WORDING = 40


def row_lines(plan: Plan, row: Row) -> str:
    """`1 Sees friends again: 0 to 10, last 4 (g2)`, a line for each in the order in which they are typed."""
    lines = (
        f"{n} {excerpt(asked.item.wording, most=_WORDING)}{_whose(asked.rated)}: "
        f"{_range(asked.item.measure)}{_last(plan, asked.rated)} ({asked.rated})"
        for n, asked in enumerate(row, start=1)
        if asked.item.measure
    )
    return "\n".join(lines)


def row_help(row: Row) -> str:
    """How scores are typed."""
    example = " ".join(["5", NOT_SCORED][: len(row)])
    first = row[0].rated if row else "g1"
    return (
        f"In that order, {NOT_SCORED} for not scored: {example}. Or by id: {first}=5, your own rating "
        f"{row[0].item.id if row else 'g1'}@clinician=5. Enter scores nothing."
    )


def _range(measure: Measure) -> str:
    """What can be scored, as short as it goes."""
    low, high = own_scale(measure)
    if measure.kind == "done":
        return "y/n"
    ends = f"{number_text(low)}\u2013{number_text(high)}" if low is not None and high is not None else ""
    if measure.kind == "levels":
        return "-2\u2026+2"
    if measure.kind == "percent":
        return f"{ends}%"
    what = measure.unit or measure.of if measure.kind == "number" else f"per {measure.per.value}" if measure.per else ""
    return " ".join(filter(None, [ends, what])) or measure.kind


def _whose(rated: Rated) -> str:
    return "" if rated.rater == CLIENT_RATER else f", by {rated.rater}"


def _last(plan: Plan, rated: Rated) -> str:
    scores = [entry.scores[rated] for entry in plan.log if rated in entry.scores]
    return f", last {score_text(scores[-1])}" if scores else ""
