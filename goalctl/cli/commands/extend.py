"""`goalctl extend`: a later deadline; the old one is kept, with the reason."""

from __future__ import annotations

from datetime import date as calendar_day
from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_ahead
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.opening import Because, With, Writer, open_plan, trail_of
from goalctl.cli.writing import day_in_words, tell_agreement, write
from goalctl.model.goal import Objective, original_deadline
from goalctl.model.ids import goal_id_of
from goalctl.model.plan import Plan
from goalctl.workspace.edits.items import scorable_of
from goalctl.workspace.operations.extend import extend_edits


def command(
    desk: Desk,
    client: options.Client,
    item_id: Annotated[str, Argument(metavar="ID", help="A goal or an objective.", show_default=False)],
    date: Annotated[str, Argument(metavar="DATE", help="2026-08-31, fri, or from today +6w, 3m.", show_default=False)],
    because: Because = None,
    with_: With = None,
    by: Writer = None,
) -> None:
    """Move a deadline further; the first one stays on record, and charts keep showing it."""
    plan = open_plan(desk, client)
    day = day_ahead(date, today=desk.today, option="DATE")
    extend_edits(plan, item_id, day, trail_of(desk, plan, by, because))  # refuses what can't be, before it asks
    reason = complete_answers(desk, plan, "extend", {"because": because}, [WHY])["because"]
    trail = trail_of(desk, plan, by, reason, with_)
    done = f"extended {item_id} {_from_to(plan, item_id, day)}:"
    changed = write(desk, client, lambda now: extend_edits(now, item_id, day, trail), done)
    unfinished_answers(desk, "extend", client).forget()
    _tell_more(desk, plan, changed.plan, item_id)
    offer_risk(desk, changed)


def _from_to(plan: Plan, item_id: str, day: calendar_day) -> str:
    _, item = scorable_of(plan, item_id)
    return f"{day_in_words(item.deadline, what='from')} {day_in_words(day, what='to')}" if item.deadline else ""


def _tell_more(desk: Desk, before: Plan, plan: Plan, item_id: str) -> None:
    _, item = scorable_of(plan, item_id)
    if len(item.extended) > 1:
        desk.say(f"it was extended {len(item.extended)} times now; first due {original_deadline(item)}")
    if isinstance(item, Objective) and item.deadline:
        _, goal = scorable_of(plan, goal_id_of(item_id))
        if goal.deadline and goal.deadline < item.deadline:
            desk.say(f"that is after the deadline of {goal.id}, {goal.deadline}")
    tell_agreement(desk, before, plan)
