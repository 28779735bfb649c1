"""`goalctl add-goal`: a SMART goal."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.days import day_ahead
from goalctl.cli.desk import desk_of
from goalctl.cli.entering import deadline_entry, fitting, measure_entry
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.workspace.additions import appended, next_id


def command(
    ctx: typer.Context,
    client: options.Client,
    goal: Annotated[str, typer.Argument(help="The goal in words.")],
    specific: Annotated[str | None, typer.Option("--specific", help="What exactly the client will do.")] = None,
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
    because: Annotated[str | None, typer.Option("--because", help="Why it is within reach.")] = None,
    not_in_client_control: Annotated[
        bool, typer.Option("--not-in-client-control", help="It depends on others too.")
    ] = False,
    value: Annotated[str | None, typer.Option("--value", help="Which of the client's values it serves.")] = None,
    in_their_words: Annotated[
        str | None, typer.Option("--in-their-words", help="The client's own words for it.")
    ] = None,
    deadline: options.Deadline = None,
    checkpoint: Annotated[
        list[str] | None, typer.Option("--checkpoint", metavar="DAY", help="A day to look at it before; repeat it.")
    ] = None,
    term: Annotated[str | None, typer.Option("--term", help="short or long.")] = None,
    serves: Annotated[str | None, typer.Option("--serves", metavar="GOAL", help="The longer goal it serves.")] = None,
    problem: Annotated[
        str | None, typer.Option("--problem", metavar="ID", help="The problem it is for, as p1.")
    ] = None,
    priority: options.Priority = None,
    status: options.StatusOption = None,
) -> None:
    """Add a goal to a plan; it is a draft unless --status says otherwise."""
    desk = desk_of(ctx)
    today = desk.today
    measure = measure_entry(
        by=by, of=of, per=per, unit=unit, scale=scale, level=level, baseline=baseline, target=target, since=since,
        keep=keep, better=better, today=today,
    )  # fmt: skip
    control = False if not_in_client_control else True if because else None
    looks = [day_ahead(day, today=today, option="--checkpoint") for day in checkpoint or ()]
    smart = said(
        specific=specific,
        measurable=measure,
        attainable=said(because=because, in_client_control=control),
        relevant=said(value=value, in_their_words=in_their_words),
        time_bound=said(deadline=deadline_entry(deadline, today=today), checkpoints=looks),
    )
    entry = said(
        goal=goal, problem=problem, status=status or "draft", term=term, serves=serves, priority=priority,
        opened=today, smart=smart,
    )  # fmt: skip
    fitting(Goal, {"id": "g1", **entry})

    def changes(plan: Plan) -> list[Edit]:
        return [appended(plan, "goals", {"id": next_id(plan, "g"), **entry})]

    changed = write(desk, client, changes, "added a goal:")
    desk.write(f"{changed.plan.goals[-1].id}\n")
