"""What can be next in a plan: of the reserve, of what the client named for this week, of what a hint tells."""

import re
from collections.abc import Iterator

from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import goal_id_of
from goalctl.model.plan import Plan

# What a plan that has ended refuses, with its arguments; a sign that ends a command in a hint stands only in quotes.
_VERBS = r"add-\w+|agree|discharge|extend|hold|mark|resume|review|set"
_REFUSED = re.compile(rf"""goalctl (?:{_VERBS}) (\w[\w.-]*)(?:'[^']*'|"[^"]*"|[^'",;:()])*""")


def still_possible(hint: str, plan: Plan) -> str:
    """The hint with nothing in it that the plan refuses: of one that has ended hands change the file."""
    return _REFUSED.sub(r"goalctl edit \1", hint) if plan.has_ended else hint


def next_in_reserve(plan: Plan, item_id: str) -> Scorable | None:
    """What is next when that goal or objective ends: by priority, then in the file's order; None without a reserve."""
    goal = next((goal for goal in plan.goals if goal.id == goal_id_of(item_id)), None)
    beside: tuple[Scorable, ...] = plan.goals if "." not in item_id else goal.objectives if goal else ()
    waiting = [other for other in beside if other.status is Status.RESERVE and other.id != item_id]
    return min(waiting, key=lambda other: other.priority or 1_000, default=None)


def steps_of_this_week(plan: Plan) -> Iterator[tuple[str, str]]:
    """Of goals set since the last session: what the client does this week by GROW, and nobody gave as homework yet."""
    last = next((entry for entry in reversed(plan.log) if entry.kind.client_came), None)
    given = {task.task for entry in plan.log for task in entry.homework}
    for goal in plan.goals:
        is_new = goal.opened is not None and (last is None or goal.opened >= last.date)
        if (step := _step_of(goal)) and is_new and step not in given:
            yield goal.id, step


def _step_of(goal: Goal) -> str:
    """On one line, without what parts homework; empty for a goal that is closed, or has none."""
    said = goal.grow.will.this_week if goal.grow and not goal.status.is_closed else None
    return " ".join((said or "").replace(";", ",").split())
