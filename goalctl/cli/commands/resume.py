"""`goalctl resume`: treatment goes on after a hold."""

from __future__ import annotations

from typing import Annotated

from goalctl.analysis.due.deadline import Due
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
    deadlines = desk.practice.case(changed.plan, today=desk.today).deadlines
    passed = [one.item for one in deadlines if one.kind is Due.DEADLINE and one.is_overdue(today=desk.today)]
    if passed:
        desk.say(f"past their deadline: {', '.join(passed)}: goalctl extend {client} {passed[0]} … --because …")
