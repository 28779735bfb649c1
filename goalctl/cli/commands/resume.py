"""`goalctl resume`: treatment goes on after a hold."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.days import day_back
from goalctl.cli.desk import desk_of
from goalctl.cli.writing import echoed, write
from goalctl.documents.change import Edit
from goalctl.model.plan import Plan
from goalctl.workspace.operations.lifecycle import resumed


def command(
    ctx: typer.Context,
    client: options.Client,
    date: Annotated[str, typer.Option("--date", metavar="DAY", help="From when: ISO, yesterday, -3d, fri.")] = "today",
) -> None:
    """Go on with treatment after a hold; deadlines stay as they were."""
    desk = desk_of(ctx)
    day = day_back(date, today=desk.today, option="--date")

    def changes(plan: Plan) -> list[Edit]:
        return resumed(plan, day)

    changed = write(desk, client, changes, f"{echoed(day, what='resumed on')}:")
    passed = [goal.id for goal in changed.plan.active_goals if goal.deadline and goal.deadline < desk.today]
    if passed:
        desk.say(f"meanwhile the deadline passed of {', '.join(passed)}: goalctl extend {client} ID DATE --because …")
