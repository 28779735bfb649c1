"""What the first command in a clone asks: whether git may merge the record by meaning here. Light."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goalctl.cli.desk import Desk


def offer_driver(desk: Desk, root: Path) -> None:
    """Ask once, at a terminal alone; into a pipe nothing is said, and `goalctl doctor` tells."""
    if not (desk.may_ask and desk.on_terminal):
        return
    from goalctl.workspace.store.git.by_meaning import decline, lacks_driver, set_driver, was_declined

    if not lacks_driver(root) or was_declined(root):
        return
    desk.say("This record is shared. Here, git would merge it line by line, and two clinicians' notes would clash.")
    if desk.read_line("Let it merge by meaning, with goalctl? [Y/n] ").strip().lower() in {"", "y", "yes"}:
        set_driver(root)
        desk.say("it does from now on (merge.goalctl in .git/config)")
    else:
        decline(root)
        desk.say("as you like; goalctl doctor --fix sets it up later")
