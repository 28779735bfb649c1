"""`goalctl void`: an entry that belongs elsewhere is marked, never removed."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.asking.sessions.whose_entry import refuse_unknowing
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.naming import EntryWord, entry_at
from goalctl.cli.opening import Because, Writer, plan_to_change, trail_of
from goalctl.cli.writing import write
from goalctl.workspace.edits.entries import entry_words
from goalctl.workspace.operations.void import void_edits


def command(
    desk: Desk,
    client: options.Client,
    entry: EntryWord,
    because: Because = None,
    other_client: Annotated[
        bool, Option("--other-client", help="It is about somebody else: no document will hold it.")
    ] = False,
    by: Writer = None,
) -> None:
    """Mark an entry as void: it stays in the file with the reason, and no longer counts."""
    plan = plan_to_change(desk, client)
    wanted = plan.sessions[entry_at(plan, entry, today=desk.today)]
    refuse_unknowing(desk, plan, [wanted], by, "void")
    reason = complete_answers(desk, plan, "void", {"because": because}, [WHY])["because"]
    trail = trail_of(desk, plan, by, reason)
    done = f"{entry_words(wanted)} is void from now on:"
    changed = write(desk, client, lambda now: void_edits(now, wanted.known_as, trail, other_client=other_client), done)
    unfinished_answers(desk, "void", client).forget()
    offer_risk(desk, changed)
