"""What was typed last time and not saved: taken up by whoever says so, and the question names its day."""

from __future__ import annotations

from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.desk import Desk
from goalctl.workspace.store.rescued import Unfinished


def taken_up(desk: Desk, unfinished: Unfinished, told: str, *, is_about_a_day: bool) -> dict[str, str]:
    """The lines of last time, if the person wants them; `told` is what the question begins with, up to its day.

    Where they are about a day, Enter takes up only those of the same day: they would be saved as of another. What is
    not taken up stays where it is kept until something is typed in its place, or saved; of another day it is put aside.
    """
    typed, day = unfinished.typed(), unfinished.day_of_typed
    if not typed:
        return {}
    is_of_that_day = unfinished.day is not None and day == unfinished.day.isoformat()
    question = f"{told} {day or 'a day that was not kept'} and not saved. Take it up?"
    return unfinished.take_up() if is_confirmed(desk, question, default=is_of_that_day or not is_about_a_day) else {}
