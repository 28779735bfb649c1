"""`goalctl renumber`: another id for something of a plan, in every place that names it."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.opening import Because, Writer, open_plan, trail_of
from goalctl.cli.options import Client
from goalctl.cli.writing import added_lines, say_uncommitted, tell_beside, whose
from goalctl.workspace.operations.renumber import TWO, next_free_id, renumber
from goalctl.workspace.store.clients import found_in


def command(
    desk: Desk,
    client: Client,
    old: Annotated[str, Argument(metavar="ID", help="What it is called now: p2, g3, g1.2.", show_default=False)],
    new: Annotated[
        str | None, Argument(metavar="[NEW]", help="What it is to be called; else the next free id.")
    ] = None,
    because: Because = None,
    by: Writer = None,
) -> None:
    """Give a problem, a goal, an objective or an intervention another id, with all scores and references, on record.

    For two clones that each added something with the same id. Refused where a signed entry names it.
    """
    plan, (found, file) = open_plan(desk, client), found_in(desk.root, client, exact=True)
    tell_beside(desk, found, client)
    wanted = new or next_free_id(plan, old)
    changed = renumber(desk.practice, file, plan, old, wanted, trail_of(desk, plan, by, because or TWO))
    desk.say(f"{whose(desk, changed.plan)}\n{old} is {wanted} from now on:\n{added_lines(changed)}")
    say_uncommitted(desk, changed.uncommitted)
