"""One thing that is wrong around the plans: where, what, how it is mended, and the cure if goalctl has a safe one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goalctl.model.errors import GoalctlError

MOST_NAMED = 2


class NotMendedError(GoalctlError):
    """A cure did not work; what was there is as it was."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """`cure` mends it and says what it did; where it `asks`, a person has to agree first.

    What does not `matter` is told, and nothing is wrong because of it.
    """

    where: str
    what: str
    mend: str
    cure: Callable[[], str] | None = None
    asks: str = ""
    matters: bool = True


def named(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
