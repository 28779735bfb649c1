"""Entries of the log as they are named on a command line."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from goalctl.cli.days import day_back
from goalctl.cli.failures import UsageError
from goalctl.model.plan import Plan
from goalctl.workspace.edits.entries import entries_named, entry_named

EntryWord = Annotated[
    str, typer.Argument(metavar="SESSION", help="Its id or the beginning of it, its day, or last.", show_default=False)
]


def entry_at(plan: Plan, word: str, *, today: date) -> int:
    """The position of the one entry that the word means."""
    return entry_named(plan, word, day=_day(word, today))


def entries_at(plan: Plan, word: str, *, today: date) -> tuple[int, ...]:
    """The positions of all entries of a day, or of the one that is named otherwise."""
    found = entries_named(plan, word, day=_day(word, today))
    return found or (entry_at(plan, word, today=today),)


def _day(word: str, today: date) -> date | None:
    try:
        return day_back(word, today=today, option="SESSION")
    except UsageError:
        return None  # it is an id, or a day with a time, or it will be refused as neither
