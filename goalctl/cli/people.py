"""Who is meant by a clinician's name on the command line; `me` is whoever writes here."""

from __future__ import annotations

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError

ME = "me"


def person_of(desk: Desk, word: str | None, option: str) -> str | None:
    """The clinician's id; other words than `me` stay what they are, and an empty one is none."""
    if word is not None and not word.strip():
        raise UsageError(f"{option} is empty", "write the clinician's id, as goalctl.yaml has it")
    if word != ME:
        return word
    if desk.writer.name is None:
        raise UsageError(f"{option} me: nothing says who you are", "set GOALCTL_CLINICIAN, or name the clinician")
    return desk.writer.name
