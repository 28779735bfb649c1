"""`goalctl mark`: where a goal or an objective stands in its life."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question, is_confirmed
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Because, Date, With, Writer, open_plan, trail_of
from goalctl.cli.writing import say_deadline, tell_agreement, write
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.next_steps import next_in_reserve
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.workspace.edits.items import scorable_of
from goalctl.workspace.operations.mark import (
    MarkError,
    Marking,
    active_beside,
    is_full,
    marking_edits,
    needs_reason,
)

_WAITING = {Status.RESERVE: "in reserve", Status.ON_HOLD: "on hold"}


def command(
    desk: Desk,
    client: options.Client,
    item_id: Annotated[str, Argument(metavar="ID", help="A goal or an objective.", show_default=False)],
    status: Annotated[
        str,
        Argument(
            metavar="STATUS", help="draft, active, on-hold, reserve, achieved or discontinued.", show_default=False
        ),
    ],
    because: Because = None,
    date: Date = "today",
    next_: Annotated[
        str | None, Option("--next", metavar="ID", help="When one ends: which of the reserve becomes active.")
    ] = None,
    yes: Annotated[bool, Option("--yes", help="Active even when the practice's limit is reached.")] = False,
    with_: With = None,
    by: Writer = None,
) -> None:
    """Mark a goal or an objective; it is dated, on record, and when one ends the next in reserve is offered.

    When as many are active as the practice works on at a time, it goes to the reserve unless you say otherwise.
    """
    plan = open_plan(desk, client)
    wanted = Marking(item_id, _status(status), day_back(date, today=desk.today, option="--date"))
    given, questions = {"because": because}, [_why(plan, wanted)]
    reason = complete_answers(desk, plan, "mark", given, questions, day=wanted.day).get("because")
    wanted = _with_limit(desk, plan, wanted, yes=yes)
    wanted = replace(wanted, follower=_follower(desk, plan, wanted, next_))
    trail = trail_of(desk, plan, by, reason, with_)
    changed = write(desk, client, lambda now: marking_edits(now, wanted, trail), _sentence(wanted))
    unfinished_answers(desk, "mark", client, wanted.day).forget()
    for marked in (wanted.item, wanted.follower):
        if marked and scorable_of(changed.plan, marked)[1].status is Status.ACTIVE:
            say_deadline(desk, changed, marked)
    _tell_what_is_next(desk, plan, changed.plan, wanted)
    offer_risk(desk, changed)


def _sentence(wanted: Marking) -> str:
    return f"marked {wanted.item}{f', and {wanted.follower} as active' if wanted.follower else ''}:"


def _why(plan: Plan, wanted: Marking) -> Question:
    _, item = scorable_of(plan, wanted.item)
    needed = item.status is not wanted.status and needs_reason(item.status, wanted.status)
    return Question(WHY.key, WHY.ask, WHY.help, required=needed)


def _with_limit(desk: Desk, plan: Plan, wanted: Marking, *, yes: bool) -> Marking:
    """The same, bound by the practice's limit unless it may be exceeded."""
    _, item = scorable_of(plan, wanted.item)
    if wanted.status is not Status.ACTIVE or yes or _may_exceed(desk, plan, item):
        return wanted
    return replace(wanted, within=desk.practice.settings.limits)


def _status(text: str) -> Status:
    try:
        return Status.read(text)
    except ScalarError as error:
        raise UsageError(str(error), error.hint) from None


def _may_exceed(desk: Desk, plan: Plan, item: Goal | Objective) -> bool:
    """Whether it becomes active although the limit is reached; asked if somebody is there, else it may not."""
    if not is_full(plan, item.id, desk.practice.settings.limits):
        return False
    beside = active_beside(plan, item.id)
    verb = "is" if len(beside) == 1 else "are"
    full = f"{counted(len(beside), _kind(item))} {verb} active already: {', '.join(other.id for other in beside)}"
    if desk.may_ask and is_confirmed(desk, f"{full}. Make {item.id} active as well?", default=False):
        return True
    if item.status in _WAITING:
        hint = f"end one of them first, or: goalctl mark {plan.client} {item.id} active --yes"
        raise MarkError(f"{full}; {item.id} stays {_WAITING[item.status]}", hint)
    desk.say(f"{full}; {item.id} goes to the reserve (--yes makes it active all the same)")
    return False


def _kind(item: Goal | Objective) -> str:
    return "goal" if isinstance(item, Goal) else "objective"


def _follower(desk: Desk, plan: Plan, wanted: Marking, stated: str | None) -> str | None:
    """What becomes active when this one ends: as stated, else the next in reserve if somebody says so."""
    _, item = scorable_of(plan, wanted.item)
    if stated:
        return _stated_follower(plan, item, wanted, stated)
    waiting = next_in_reserve(plan, item.id) if wanted.status.is_closed and item.status is Status.ACTIVE else None
    if waiting is None or not desk.may_ask:
        return None
    question = f"Next in reserve is {waiting.id}: {waiting.wording}. Make it active?"
    return waiting.id if is_confirmed(desk, question) else None


def _stated_follower(plan: Plan, item: Goal | Objective, wanted: Marking, stated: str) -> str:
    if not wanted.status.is_closed:
        raise UsageError("--next is for when something ends", f"goalctl mark {plan.client} {stated} active")
    _, follower = scorable_of(plan, stated)
    if follower.id == item.id or isinstance(follower, Goal) != isinstance(item, Goal):
        raise UsageError(f"--next: {stated} can't follow {item.id}", f"name another {_kind(item)}")
    return stated


def _tell_what_is_next(desk: Desk, before: Plan, plan: Plan, wanted: Marking) -> None:
    _, item = scorable_of(plan, wanted.item)
    waiting = next_in_reserve(plan, item.id)
    if wanted.status.is_closed and waiting and not wanted.follower and not desk.may_ask:
        desk.say(f"next in reserve is {waiting.id} {waiting.wording}: goalctl mark {plan.client} {waiting.id} active")
    parts = (("measure", item.measure), ("deadline", item.deadline))
    lacks = " and ".join(f"no {name}" for name, there in parts if there is None)
    if item.status is Status.ACTIVE and lacks:
        desk.say(f"{item.id} has {lacks} yet: goalctl set {plan.client} {item.id} …")
    tell_agreement(desk, before, plan)
