"""Somebody else's entry: it is corrected or signed only by who knows that, and says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import writer_of
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.workspace.edits.entries import EntryError, entry_words


def refuse_unknowing(desk: Desk, plan: Plan, entries: Iterable[Session], by: str | None, done: str) -> None:
    """Of entries that somebody else wrote: ask at a terminal; elsewhere `--by` has to say who does it.

    `done` is what becomes of them, as `amended`. An entry that names nobody is nobody else's. That the entry is another
    person's is said in any case.
    """
    me = writer_of(desk, plan, by)
    others = [entry for entry in entries if (entry.by or me) != me]
    if not others:
        return
    whose = " and ".join(dict.fromkeys(entry.by for entry in others if entry.by))
    told = f"{_in_words(others)}: written by {whose}, {f'not by {me}' if me else 'and nothing says who you are'}"
    if by is not None:
        desk.say(told)
    elif not desk.may_ask:
        raise UsageError(told, f"whoever has it {done} says so: --by {me or 'WHO'}")
    elif not is_confirmed(desk, f"{told}. Is it to be {done} all the same?", default=False):
        raise EntryError(f"nothing was {done}", f"it is {whose}'s to correct")


def _in_words(entries: Sequence[Session]) -> str:
    return entry_words(entries[0]) if len(entries) == 1 else f"{len(entries)} entries"
