"""Whose scores decide about a goal or objective, and who is told of: not scored yet, no longer there.

`judged_by` on the measure says it: `each`, or one name. Without it, each member of a plan with `members`, else the
client. Nobody is waited for: of several, those who have scored decide, and who has not is named. Where nobody said
whose a score is, it is that of the member the goal is judged by, and counts in a plan of several while none of the
judges has scored; not where each of them is to reach it, of which such a score tells nothing. The scores of anybody
else, the clinician's among them, stand beside and never decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import NamedTuple

from goalctl.analysis.progress.series import Series, in_force, series_by
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import (
    CLINICIAN,
    EACH,
    is_for_each,
    known_raters,
    members_on,
    owner_of,
    stated_judge,
    those_who_judge,
)
from goalctl.model.plan import Plan


class Judges(NamedTuple):
    """The series that decide, at least one where there is a measure.

    `unheard` are to decide and have not scored yet; `gone` scored it once or are named as judge, and are nobody of the
    plan now. `is_nameless` where there are scores of which nobody said whose they are, and each is to reach it.
    `are_all_to` reach it: it is said that each of them is.
    """

    deciding: tuple[Series, ...] = ()
    unheard: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_nameless: bool = False
    are_all_to: bool = False

    @property
    def is_waiting(self) -> bool:
        """Whether somebody who is to reach it has not scored yet, so that it is met by nobody's word."""
        return self.are_all_to and bool(self.unheard)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be told about them, a sentence each."""
        unheard = (f"{name} has not scored it yet" for name in self.unheard)
        gone = (f"{name} is none of the members now and does not decide" for name in self.gone)
        return (*unheard, *gone, *(["scores without a name do not decide"] if self.is_nameless else []))


def judges_of(at: Standpoint, item_id: str) -> Judges:
    """Who decides with the measure in force; an unknown id is a `KeyError`."""
    newest = in_force(at, item_id)
    own = newest.get(CLIENT_RATER)
    if own is None:
        return Judges()
    stated, then = stated_judge(at.plan, at.plan.scorables[item_id]), _when_it_ended(at.plan, item_id)
    names = _names(then, own, stated)
    heard, unheard = _heard(newest, names)
    judges = Judges(heard, unheard) if heard else _while_unheard(at, item_id, newest, names)
    return judges._replace(gone=_former(then, stated, newest), are_all_to=is_for_each(then, stated))


def _when_it_ended(plan: Plan, item_id: str) -> Plan:
    """The plan with those for members who decided on an item that is closed: whoever left that day or later did."""
    items = (plan.scorables[item_id], plan.goal_of(item_id))
    closed = next((item.closed for item in items if item and item.status.is_closed), None)
    if closed is None or not plan.members:
        return plan
    members = members_on(plan, closed - timedelta(1))
    return plan.copy_with(members=() if members == (CLIENT_RATER,) else members)


def _while_unheard(at: Standpoint, item_id: str, newest: Mapping[str, Series], names: tuple[str, ...]) -> Judges:
    """Who decides while none of those who are to has scored."""
    own, found = newest[CLIENT_RATER], _whoever_scored(newest)
    stated = stated_judge(at.plan, at.plan.scorables[item_id])
    if stated is None or not found:
        return Judges(found or (own,))
    is_nameless = bool(own.points) and is_for_each(at.plan, stated)
    if at.plan.members and own.points and not is_nameless:
        return Judges((own,), _awaited(at.plan, item_id, names))
    # it is said whose scores decide: nobody else's stand in for them
    return Judges(tuple(at.once(series_by, item_id, name) for name in names), names, is_nameless=is_nameless)


def _awaited(plan: Plan, item_id: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Whose score is still to come where one without a name is there: of what is one person's, nobody's."""
    owner = owner_of(plan, item_id)
    return () if owner and owner.casefold() in names else names


def _heard(newest: Mapping[str, Series], names: tuple[str, ...]) -> tuple[tuple[Series, ...], tuple[str, ...]]:
    """The series of those of them who have scored, and the names of the others."""
    heard = _with_points(newest[name] for name in names if name in newest)
    there = {series.rater for series in heard}
    return heard, tuple(name for name in names if name not in there)


def _with_points(found: Iterable[Series]) -> tuple[Series, ...]:
    return tuple(series for series in found if series.points)


def _whoever_scored(newest: Mapping[str, Series]) -> tuple[Series, ...]:
    """The client where that is known, else all others alike, the clinician only where there is nobody else."""
    scored = _with_points(newest.values())
    own = tuple(series for series in scored if series.rater == CLIENT_RATER)
    return own or tuple(series for series in scored if series.rater != CLINICIAN) or scored


def _names(plan: Plan, own: Series, stated: str | None) -> tuple[str, ...]:
    """The raters whose scores decide: somebody who is nobody of the plan now gives way to all members."""
    return (CLIENT_RATER,) if own.measure.form and own.measure.form.respondent else those_who_judge(plan, stated)


def raters_to_ask(plan: Plan, item: Scorable) -> tuple[str, ...]:
    """Whose scores are asked for of what is scored by hand: theirs who decide, each member's where nobody is named."""
    return those_who_judge(plan, stated_judge(plan, item))


def _former(plan: Plan, stated: str | None, newest: Iterable[str]) -> tuple[str, ...]:
    if not plan.members:
        return ()
    named = (name for name in (stated or EACH, *newest) if name not in known_raters(plan))
    return tuple(dict.fromkeys(named))
