"""Treatment that rests, goes on or ends: `hold`, `resume`, `discharge`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Lifecycle, Outcome, Plan
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.edits.placing import added, placed
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.mark import marked


class LifecycleError(GoalctlError):
    """The plan's treatment can't be held, resumed or ended like that."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How and why treatment ends."""

    on: date
    by: str | None
    reason: str
    outcomes: Mapping[str, Outcome]
    aftercare: str | None = None
    open_risk: str | None = None


def held(plan: Plan, day: date, because: str, by: str | None) -> list[Edit]:
    """The edits that let treatment rest from that day on."""
    if still_open(plan).status is Lifecycle.ON_HOLD:
        raise LifecycleError(f"{plan.client} is on hold already{_since(plan)}", f"goalctl resume {plan.client}")
    hold = said(from_=day, because=because, by=by)
    return [*placed(plan, ("status",), Lifecycle.ON_HOLD.value), added(plan, ("holds",), hold)]


def resumed(plan: Plan, day: date) -> list[Edit]:
    """The edits with which treatment goes on from that day on."""
    if still_open(plan).status is not Lifecycle.ON_HOLD:
        raise LifecycleError(f"{plan.client} is not on hold; nothing was changed")
    return [*placed(plan, ("status",), Lifecycle.ACTIVE.value), *_hold_ended(plan, day)]


def _hold_ended(plan: Plan, day: date) -> list[Edit]:
    for position, hold in enumerate(plan.holds):
        if hold.to is None and day < hold.from_:
            raise LifecycleError(f"the hold began on {hold.from_}, so it can't end on {day}")
        if hold.to is None:
            return placed(plan, ("holds", position, "to"), day.isoformat())
    return []


def _since(plan: Plan) -> str:
    began = next((hold.from_ for hold in plan.holds if hold.to is None), None)
    return f" since {began}" if began else ""


def goals_to_judge(plan: Plan) -> list[Goal]:
    """The goals whose outcome has to be told at discharge."""
    return list(plan.active_goals)


def discharged(plan: Plan, ending: Ending) -> list[Edit]:
    """The edits that end treatment: the record of it, a hold that ends, every active goal closed by its outcome."""
    still_open(plan)
    unjudged = [goal.id for goal in goals_to_judge(plan) if goal.id not in ending.outcomes]
    if unjudged:
        raise LifecycleError(f"{', '.join(unjudged)} became active while you were typing", "begin again")
    outcomes: dict[str, Value] = {goal_id: outcome.value for goal_id, outcome in _all_outcomes(plan, ending).items()}
    record = said(on=ending.on, by=ending.by, reason=ending.reason, outcomes=outcomes)
    record |= said(aftercare=ending.aftercare, open_risk=ending.open_risk)
    edits = [*placed(plan, ("status",), Lifecycle.DISCHARGED.value), *_hold_ended(plan, ending.on)]
    edits += placed(plan, ("discharge",), record)
    for goal in goals_to_judge(plan):
        reached = ending.outcomes[goal.id] is Outcome.ACHIEVED
        trail = Trail(ending.on, ending.by, f"discharge: {ending.outcomes[goal.id].value}")
        edits += marked(plan, goal.id, Status.ACHIEVED if reached else Status.DISCONTINUED, ending.on, trail)
    return edits


def _all_outcomes(plan: Plan, ending: Ending) -> dict[str, Outcome]:
    """What was told, and `achieved` for the goals that were reached before, in the order of the plan."""
    before = {goal.id: Outcome.ACHIEVED for goal in plan.goals if goal.status is Status.ACHIEVED}
    told = before | dict(ending.outcomes)
    return {goal.id: told[goal.id] for goal in plan.goals if goal.id in told}
