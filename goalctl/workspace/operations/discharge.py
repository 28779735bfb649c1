"""`discharge`: treatment ends, and every active goal with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Lifecycle, Outcome, Plan
from goalctl.model.written import record_data
from goalctl.workspace.edits.holds import end_of_hold_edits
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.mark import mark_edits


class DischargeError(GoalctlError):
    """The plan's treatment can't be ended like that."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How and why treatment ends."""

    on: date
    by: str | None
    reason: str
    outcomes: Mapping[str, Outcome]
    aftercare: str | None = None
    open_risk: str | None = None


def goals_to_judge(plan: Plan) -> list[Goal]:
    """The goals whose outcome has to be told at discharge."""
    return list(plan.active_goals)


def discharge_edits(plan: Plan, ending: Ending) -> list[Edit]:
    """The edits that end treatment: the record of it, a hold that ends, every active goal closed by its outcome."""
    still_open(plan)
    unjudged = [goal.id for goal in goals_to_judge(plan) if goal.id not in ending.outcomes]
    if unjudged:
        raise DischargeError(f"{', '.join(unjudged)} became active while you were typing", "begin again")
    outcomes: dict[str, Value] = {goal_id: outcome.value for goal_id, outcome in _all_outcomes(plan, ending).items()}
    record = entry_values(on=ending.on, by=ending.by, reason=ending.reason, outcomes=outcomes)
    record |= entry_values(aftercare=ending.aftercare, open_risk=ending.open_risk)
    edits = [*value_edits(plan, ("status",), Lifecycle.DISCHARGED.value), *end_of_hold_edits(plan, ending.on)]
    edits += [*value_edits(plan, ("discharge",), record), *_instead_of_an_earlier_end(plan, ending, record)]
    for goal in goals_to_judge(plan):
        reached = ending.outcomes[goal.id] is Outcome.ACHIEVED
        trail = Trail(ending.on, ending.by, f"discharge: {ending.outcomes[goal.id].value}")
        edits += mark_edits(plan, goal.id, Status.ACHIEVED if reached else Status.DISCONTINUED, ending.on, trail)
    return edits


def _instead_of_an_earlier_end(plan: Plan, ending: Ending, record: dict[str, Value]) -> Iterator[Edit]:
    """The trail where a hand opened the plan again and left its end there: that end, and that treatment went on."""
    if plan.discharge:
        trail = Trail(ending.on, ending.by, ending.reason)
        yield trail.change(plan, "", "discharge", record_data(plan.discharge), record)
        yield trail.change(plan, "", "status", plan.status.value, Lifecycle.DISCHARGED.value)


def _all_outcomes(plan: Plan, ending: Ending) -> dict[str, Outcome]:
    """What was told, and `achieved` for the goals that were reached before, in the order of the plan."""
    before = {goal.id: Outcome.ACHIEVED for goal in plan.goals if goal.status is Status.ACHIEVED}
    told = before | dict(ending.outcomes)
    return {goal.id: told[goal.id] for goal in plan.goals if goal.id in told}
