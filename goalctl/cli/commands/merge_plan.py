"""`goalctl merge-plan`: git's merge driver for a record; what git calls it with is what it takes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import FINDINGS
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.model.joint import ClashKind
from goalctl.views.words.clash import clash_words
from goalctl.workspace.merge.driver import LaidOut

AGAIN = "give it up (git merge --abort, or git rebase --abort), then goalctl sync asks about it"


def command(
    desk: Desk,
    files: Annotated[
        tuple[Path, Path, Path, Path],
        Argument(
            metavar="%O %A %B %P",
            help="What both sides come from, this side (the result goes there), the other one, and the file's name.",
            show_default=False,
        ),
    ],
) -> int:
    """Merge one file by meaning, for git: in merge, rebase, cherry-pick and stash. `init --git` sets it up.

    Status 1 where a person has to decide: marks stand around that item alone. What can't be merged by meaning is left
    as git itself merges it, with status 1 too.
    """
    name = files[-1]
    try:
        done = LaidOut(*files).merge(desk.account)
    except NotUnitedError as error:
        desk.say(f"{name}: not merged by meaning: {error.message}; it is left as git merges it: {AGAIN}")
        return FINDINGS
    for clash in done.clashes:
        desk.say(f"{name}: {clash_words(clash)}")
    if done.clashes:
        has_marks = any(clash.kind is not ClashKind.BEGUN for clash in done.clashes)
        keep = "keep what is right between the marks" if has_marks else "if it is one client, git add it as it is"
        desk.say(f"{keep}, or {AGAIN}")
    return FINDINGS if done.clashes else 0
