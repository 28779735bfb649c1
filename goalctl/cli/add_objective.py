"""`goalctl add-objective`: a step toward a goal, with what the clinician does for it."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.desk import desk_of
from goalctl.cli.entering import deadline_entry, fitting, measure_entry
from goalctl.cli.failures import UsageError
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Plan, active_objectives
from goalctl.workspace.additions import appended_objective, next_id


def command(
    ctx: typer.Context,
    client: options.Client,
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal's id, as g1.")],
    objective: Annotated[str, typer.Argument(help="The objective in words.")],
    by: options.By = None,
    of: options.Of = None,
    per: options.Per = None,
    unit: options.Unit = None,
    scale: options.Scale = None,
    level: options.Level = None,
    baseline: options.Baseline = None,
    target: options.Target = None,
    since: options.Since = None,
    keep: options.Keep = None,
    better: options.Better = None,
    deadline: options.Deadline = None,
    status: options.StatusOption = None,
    intervention: Annotated[
        list[str] | None,
        typer.Option("--intervention", metavar='"what; every 1w; for 12w"', help="What the clinician does; repeat it."),
    ] = None,
) -> None:
    """Add an objective to a goal; it is active while the goal has few active ones, else in reserve."""
    desk = desk_of(ctx)
    measure = measure_entry(
        by=by, of=of, per=per, unit=unit, scale=scale, level=level, baseline=baseline, target=target, since=since,
        keep=keep, better=better, today=desk.today,
    )  # fmt: skip
    interventions: list[Value] = [_intervention(text, n) for n, text in enumerate(intervention or (), start=1)]
    entry = said(
        opened=desk.today, measurable=measure, deadline=deadline_entry(deadline, today=desk.today),
        interventions=interventions,
    )  # fmt: skip
    fitting(Objective, said(id="g1.1", objective=objective, status=status) | entry)
    limit = desk.practice.settings.limits.active_objectives

    def changes(plan: Plan) -> list[Edit]:
        owner = _goal(plan, goal)
        few = len(active_objectives(owner)) < limit
        head = said(
            id=next_id(plan, f"{goal}."), objective=objective, status=status or ("active" if few else "reserve")
        )
        return [appended_objective(plan, owner, head | entry)]

    changed = write(desk, client, changes, f"added an objective to {goal}:")
    desk.write(f"{_goal(changed.plan, goal).objectives[-1].id}\n")


def _goal(plan: Plan, goal_id: str) -> Goal:
    goal = next((goal for goal in plan.goals if goal.id == goal_id), None)
    if goal is None:
        known = ", ".join(goal.id for goal in plan.goals)
        raise UsageError(
            f"{plan.client} has no goal {goal_id}", f"known here: {known or 'none yet; add-goal adds one'}"
        )
    return goal


def _intervention(text: str, number: int) -> dict[str, Value]:
    """`what; every 1w; for 12w; by clinician; 50 minutes`: the first part is what is done, the others in any order."""
    what, *parts = (part.strip() for part in text.split(";"))
    fields = dict(_detail(part) for part in parts if part)
    return said(id=f"i{number}", what=what, who=fields.pop("by", "clinician"), **fields)


def _detail(part: str) -> tuple[str, str]:
    word, _, rest = part.partition(" ")
    if word in {"every", "for", "by"} and rest:
        return word, rest.strip()
    if word.isdigit() and rest.strip() in {"min", "minutes"}:
        return "minutes", word
    raise UsageError(f"--intervention: '{part}' is not understood", 'write "what; every 1w; for 12w; 50 minutes"')
