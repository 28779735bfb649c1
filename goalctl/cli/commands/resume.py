"""`goalctl resume`: treatment goes on after a hold."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli import options
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.writing import day_in_words, write
from goalctl.workspace.operations.resume import resume_edits


def command(
    desk: Desk,
    client: options.Client,
    date: Annotated[str, Option("--date", metavar="DAY", help="From when: ISO, yesterday, -3d, fri.")] = "today",
) -> None:
    """Go on with treatment after a hold; deadlines stay as they were."""
    day = day_back(date, today=desk.today, option="--date")
    changed = write(desk, client, lambda plan: resume_edits(plan, day), f"{day_in_words(day, what='resumed on')}:")
    passed = [goal.id for goal in changed.plan.active_goals if goal.deadline and goal.deadline < desk.today]
    if passed:
        desk.say(f"meanwhile the deadline passed of {', '.join(passed)}: goalctl extend {client} ID DATE --because …")
