"""From where a plan is looked at: the plan itself, the forms it may name, the practice's settings, and the day.

Every analysis takes a standpoint, and asks it to work out once what several of them need. Nothing is worked out here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from goalctl.analysis.history.cut import CutFrom
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Standpoint:
    """One plan seen from one day. Without a day, everything that a plan promises for later counts as past.

    `earlier` and `later` are the client's other episodes, the oldest first; `ahead` are entries of a day that is still
    to come, where the plan is cut back to its day. Only risk is read from them. `cut_from` is what the
    plan was before that, where it was.
    """

    plan: Plan
    forms: Mapping[str, Form] = field(default_factory=dict)
    today: date = date.max
    settings: Settings = field(default_factory=Settings.unsaid)
    earlier: tuple[Plan, ...] = ()
    ahead: tuple[Session, ...] = ()
    later: tuple[Plan, ...] = ()
    cut_from: CutFrom | None = None
    _known: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, work: Callable[Concatenate[Self, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function makes of this standpoint and its arguments, worked out once for all that ask.

        The arguments must be hashable.
        """
        key = (work, args, tuple(sorted(kwargs.items())) if kwargs else ())
        if key not in self._known:
            self._known[key] = work(self, *args, **kwargs)
        found: T = self._known[key]
        return found


S = TypeVar("S", bound=Standpoint)


def as_it_ended(at: S) -> S:
    """The same plan from the last day of a treatment that is over: what is scored afterwards did not come of it."""
    ended = at.plan.ended_on(at.today)
    return at if ended is None else replace(at, today=ended)
