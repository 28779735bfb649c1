"""What every writing command does at its end: change the plan, say what was written and whose plan it is."""

from __future__ import annotations

import difflib
from datetime import date

from goalctl.cli.desk import Desk
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.words.contact import last_seen_words
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction import Changed, Changes, change_plan


def write(desk: Desk, client: str, changes: Changes, done: str) -> Changed:
    """Apply the changes to the client's plan; say on stderr whose plan it is, what was done and which lines are new.

    `done` is a sentence; the whole id of the client is needed, so that nobody writes into the wrong plan.
    """
    changed = change_plan(desk.practice, client_file(scan(desk.root), client, exact=True), changes)
    desk.say(f"{whose(changed.plan)}\n{done}")
    desk.say(added_lines(changed))
    say_uncommitted(desk, changed)
    return changed


def say_uncommitted(desk: Desk, changed: Changed) -> None:
    """Say why git did not take up a change that is saved."""
    if changed.uncommitted:
        desk.say(f"saved, but not committed: {changed.uncommitted}")


def whose(plan: Plan) -> str:
    """A plan in half a line, so that a mistaken id is noticed."""
    opened = f"opened {plan.opened}" if plan.opened else "no opening day"
    return f"{plan.client} · {opened} · {last_seen_words(plan.last_seen)}"


def added_lines(changed: Changed) -> str:
    """The lines that are new in the file, each with a plus in front; changed ones with a minus for the old."""
    lines = difflib.unified_diff(changed.before.splitlines(), changed.after.splitlines(), lineterm="", n=0)
    return "\n".join(clean(line) for line in lines if line[:3] not in {"---", "+++"} and not line.startswith("@@"))


def day_in_words(day: date, *, what: str = "") -> str:
    """The day as it was understood, with its weekday."""
    return f"{what} {day:%a} {day.isoformat()}".strip()


def tell_agreement(desk: Desk, before: Plan, after: Plan) -> None:
    """Say when the plan is no longer what was agreed to, unless that was so already."""
    outdated, already = (desk.practice.case(plan, today=desk.today).outdated_agreement for plan in (after, before))
    if outdated and not already:
        who = outdated.agreement.who
        desk.say(f"{who} agreed to the plan as it was on {outdated.agreement.on}; next: goalctl agree {after.client}")
