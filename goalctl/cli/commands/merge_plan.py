"""`goalctl merge-plan`: git's merge driver for a record; what git calls it with is what it takes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goalctl.cli.desk import desk_of
from goalctl.cli.failures import FINDINGS
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.views.words.clash import clash_words
from goalctl.workspace.merge.driver import LaidOut

AGAIN = "git merge --abort, then goalctl sync asks about it"


def command(
    ctx: typer.Context,
    files: Annotated[
        tuple[Path, Path, Path, Path],
        typer.Argument(
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
    desk, name = desk_of(ctx), files[-1]
    try:
        done = LaidOut(*files).merge(desk.account)
    except NotUnitedError as error:
        desk.say(f"{name}: not merged by meaning: {error.message}; it is left as git merges it: {AGAIN}")
        return FINDINGS
    for clash in done.clashes:
        desk.say(f"{name}: {clash_words(clash)}")
    if done.clashes:
        desk.say(f"keep what is right between the marks, or {AGAIN}")
    return FINDINGS if done.clashes else 0
