"""What was typed outlives the command that did not save it: in a file, else at least on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from goalctl.cli.desk import Desk
from goalctl.documents.file_errors import reason_and_hint
from goalctl.model.errors import GoalctlError
from goalctl.views.clean import one_line

if TYPE_CHECKING:
    from goalctl.workspace.store.rescued import Unfinished


def kept(desk: Desk, unfinished: Unfinished, typed: Mapping[str, str], words: str = "What you typed is kept") -> str:
    """Where it is kept, in a sentence; where the disk takes nothing, that is told, with the lines to be copied."""
    try:
        return f"{words}: {_kept(unfinished, dict(typed))}"
    except (GoalctlError, OSError) as error:
        why = reason_and_hint(error)[0] if isinstance(error, OSError) else getattr(error, "reason", error.message)
        desk.say(f"\nWhat you typed can't be kept: {why}. Copy it from here:")
        desk.say("\n".join(f"   {key}: {one_line(line)}" for key, line in typed.items()))
        return ""


def _kept(unfinished: Unfinished, typed: dict[str, str]) -> str:
    """Tried again where a signal came first: a closed terminal ends the line, then sends one."""
    try:
        return unfinished.keep(typed)
    except (KeyboardInterrupt, SystemExit):
        return unfinished.keep(typed)
