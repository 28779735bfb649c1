"""Who is meant by a clinician's name on the command line; `me` is whoever writes here."""

from __future__ import annotations

from collections.abc import Iterable

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.model.scalars import excerpt
from goalctl.workspace.memory.answer import Answer, Inquiry

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


def stated_or_here(desk: Desk, by: str | None) -> str | None:
    """Whom `--by` names, else who sits here."""
    return person_of(desk, by or None, "--by") or desk.writer.name


def tell_if_nobodys(desk: Desk, answer: Answer, clinician: str | None, supervisor: str | None = None) -> None:
    """Say it where no plan is of that clinician, or under that supervisor: a slip would read as a quiet day."""
    if answer.chosen(clinician, supervisor):
        return
    every = desk.memory.answer(Inquiry((), answer.today)).briefs  # no part has to be worked out for it
    covers = {cover.by for cover in answer.settings.covers}
    _tell(desk, clinician, "is of", {brief.clinician for brief in every} | covers)
    _tell(desk, supervisor, "is under", {brief.supervisor for brief in every})


def _tell(desk: Desk, who: str | None, whose: str, known: Iterable[str | None]) -> None:
    names = sorted({name for name in known if name})
    if who is not None and who not in names:
        desk.say(f"no plan here {whose} {excerpt(who)}" + (f"; known: {', '.join(names)}" if names else ""))
