"""`goalctl init`: make a workspace."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

from goalctl.cli.asking.ask import HOW, Question, Walk, name_from
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.documents.stops import without_stops
from goalctl.model.finding import Fields
from goalctl.workspace.operations.init import refuse_workspace, start_workspace

WHO = (
    Question(
        "name", "Your name?", "As it stands under a note, as Maria Kowalski. Enter: goalctl.yaml says it later.",
        read=name_from,
    ),
    Question(
        "credential", "Your credential?", "As LPC or LCSW; a signature carries it.", read=name_from,
        asked=lambda said: "name" in said,
    ),
    Question(
        "licence", "Your licence?", "Its number, as a signature shows it.", read=name_from,
        asked=lambda said: "name" in said,
    ),
)  # fmt: skip


def command(
    desk: Desk,
    folder: Annotated[Path, Argument(metavar="[DIR]", help="The folder to make it in.", show_default=False)] = Path(),
    git: Annotated[bool, Option("--git", help="Keep every change as a commit in git.")] = False,
) -> None:
    """Make a workspace: settings, a folder for plans, and the schema for editors; at a terminal it asks who you are."""
    place = folder.absolute()
    refuse_workspace(place, git=git)
    who = _who(desk) if desk.may_ask else None
    with without_stops():
        made = start_workspace(place, git=git, clinician=who)
        desk.account.note(str(place))
    desk.write("".join(f"{path}\n" for path in made))
    desk.say(
        "next: goalctl add-client" if folder == Path() else f"next: cd {shlex.quote(str(folder))} && goalctl add-client"
    )


def _who(desk: Desk) -> Fields:
    """Who works in the practice, as far as it is said."""
    desk.say(f"Who is the clinician? {HOW}")
    try:
        return Walk(desk, WHO).run()
    except EOFError:
        raise KeyboardInterrupt from None
