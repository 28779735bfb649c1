"""`goalctl hold`: treatment rests."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.opening import Because, Writer, open_plan, writer_of
from goalctl.cli.writing import day_in_words, write
from goalctl.workspace.operations.hold import hold_edits


def command(
    desk: Desk,
    client: options.Client,
    because: Because = None,
    date: Annotated[str, Option("--date", metavar="DAY", help="Since when: ISO, yesterday, -3d, fri.")] = "today",
    by: Writer = None,
) -> None:
    """Let treatment rest: until it is resumed, only reviews are due."""
    plan = open_plan(desk, client)
    day = day_back(date, today=desk.today, option="--date")
    hold_edits(plan, day, "", None)  # refuses what can't be, before anything is asked
    reason = complete_answers(desk, plan, "hold", {"because": because}, [WHY], day=day)["because"]
    who = writer_of(desk, plan, by)
    done = f"{day_in_words(day, what='on hold from')} on:"
    changed = write(desk, client, lambda now: hold_edits(now, day, reason, who), done)
    unfinished_answers(desk, "hold", client, day).forget()
    offer_risk(desk, changed)
