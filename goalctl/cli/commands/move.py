"""`goalctl move`: an entry that was logged for the wrong client goes where it belongs."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.asking.sessions.whose_entry import refuse_unknowing
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.naming import EntryWord, entry_at
from goalctl.cli.opening import Because, Writer, open_plan, plan_to_change, trail_of
from goalctl.cli.writing import added_lines, say_early, say_strangers, say_twice, say_uncommitted, tell_beside, whose
from goalctl.workspace.operations.move import move_entry
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.transaction.transaction import Changed


def command(
    desk: Desk,
    client: options.Client,
    entry: EntryWord,
    to: Annotated[str, Option("--to", metavar="CLIENT", help="Whose entry it is.", show_default=False)],
    because: Because = None,
    by: Writer = None,
) -> None:
    """Move an entry into another client's plan: both files at once, or neither.

    Where it was, it stays as void and is in no document. Signatures stay there too: it is to be signed again.
    """
    plan = plan_to_change(desk, client)
    wanted = plan.sessions[entry_at(plan, entry, today=desk.today)]
    refuse_unknowing(desk, plan, [wanted], by, "moved")
    (here, source), (there, target) = (found_in(desk.root, name, exact=True) for name in (client, to))
    open_plan(desk, to)
    tell_beside(desk, here, client)
    tell_beside(desk, there, to)
    reason = complete_answers(desk, plan, "move", {"because": because}, [WHY])["because"]
    taken, put = move_entry(desk.practice, source, target, wanted.known_as, trail_of(desk, plan, by, reason))
    _tell(desk, taken, f"moved to {to}, and void here from now on:")
    _tell(desk, put, "here now, and to be signed:")
    unfinished_answers(desk, "move", client).forget()


def _tell(desk: Desk, changed: Changed, done: str) -> None:
    """Whose plan it is, its new lines, and what it did to risk."""
    desk.say(f"{whose(desk, changed.plan)}\n{done}\n{added_lines(changed)}")
    say_strangers(desk, changed, of_many=True)
    say_early(desk, changed, of_many=True)
    say_twice(desk, changed, of_many=True)
    say_uncommitted(desk, changed.uncommitted)
    offer_risk(desk, changed)
