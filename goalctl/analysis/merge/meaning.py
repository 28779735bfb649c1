"""What of two plans fits by its form and not by its meaning: closed and gone on with, measured anew, signed, amended.

Such an item is a clash as a whole; `both` lets what each side did stand beside the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from goalctl.analysis.merge.identity import identities
from goalctl.analysis.merge.unite import Answers, Union
from goalctl.model.finding import Fields, Value, fields_in, list_in
from goalctl.model.goal import Status
from goalctl.model.joint import ClashChoice, ClashKind, Joint, Place
from goalctl.model.plan import Lifecycle

_CLOSED = (Status.ACHIEVED.value, Status.DISCONTINUED.value)
_DISCHARGED = Lifecycle.DISCHARGED.value
_OF_AN_OBJECTIVE = 4


def plans_united(ancestor: Value, mine: Value, theirs: Value, answers: Answers | None = None) -> Joint:
    """Two states of one plan's plain values united; the same whichever is called mine, but for how a clash is told."""
    doubts, given = _Doubts(fields_in(ancestor), fields_in(mine), fields_in(theirs)), dict(answers or {})
    if (whose := given.get(("status",))) and whose is not ClashChoice.BOTH:
        given.setdefault(("discharge",), whose)  # whoever decides that treatment goes on decides that it has not ended
    return Union(given, doubts.about, has_numbers=True).of(ancestor, mine, theirs)


@dataclass(frozen=True)
class _Doubts:
    ancestor: Fields
    mine: Fields
    theirs: Fields

    def about(self, place: Place, ancestor: Value, mine: Value, theirs: Value) -> ClashKind | None:
        """Why an item that both sides have can't be united in silence; None for all others."""
        if place == ("status",):
            return self._ended(ancestor, mine, theirs)
        if len(place) == len(("sessions", "id")) and place[0] == "sessions":
            return _doubt_of_an_entry(fields_in(ancestor), fields_in(mine), fields_in(theirs))
        is_goal = place[:1] == ("goals",) and len(place) == len(("goals", "id"))
        if is_goal or (len(place) == _OF_AN_OBJECTIVE and place[2] == "objectives"):
            three = (fields_in(ancestor), fields_in(mine), fields_in(theirs))
            return self._closed(place[-1], *three) or self._measured(place[-1], *three)
        return None

    def _closed(self, item: str, was: Fields, mine: Fields, theirs: Fields) -> ClashKind | None:
        """One side closed it; the other changed it without closing it, or worked on it later than that day."""
        if not was or was.get("status") in _CLOSED:
            return None
        here, there = self._worked_on
        sides = ((mine, theirs, there), (theirs, mine, here))
        goes_on = (_goes_on(item, was, one, other, worked_on) for one, other, worked_on in sides)
        return ClashKind.CLOSED if any(goes_on) else None

    def _measured(self, item: str, was: Fields, mine: Fields, theirs: Fields) -> ClashKind | None:
        """One side measures it otherwise since some day, and the other scored it after that day as it was before."""
        sides = ((_measured_until(was, mine), self.theirs), (_measured_until(was, theirs), self.mine))
        return ClashKind.MEASURED if any(until and self._last_scored(item, by) > until for until, by in sides) else None

    def _last_scored(self, item: str, plan: Fields) -> str:
        """The last day on which a side's new entries score it; empty where none does."""
        new = ((entry, _scores(entry)) for log in ("sessions", "diary") for entry in self._new(plan, log))
        return max((str(entry.get("date")) for entry, scores in new if item in scores), default="")

    def _ended(self, was: Value, mine: Value, theirs: Value) -> ClashKind | None:
        """One side discharged the client, and the other saw the client later than that day."""
        if _DISCHARGED not in (mine, theirs) or mine == theirs or was == _DISCHARGED:
            return None
        plan, other = (self.mine, self.theirs) if mine == _DISCHARGED else (self.theirs, self.mine)
        day = fields_in(plan.get("discharge")).get("on")
        days = [str(entry.get("date")) for entry in self._new(other, "sessions")]
        return ClashKind.CLOSED if isinstance(day, str) and max(days, default="") > day else None

    @cached_property
    def _worked_on(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Of each side, what its new entries score or name, with their days."""
        return list(self._named(self.mine)), list(self._named(self.theirs))

    def _named(self, plan: Fields) -> Iterator[tuple[str, str]]:
        for entry in (*self._new(plan, "sessions"), *self._new(plan, "diary")):
            names = [*fields_in(entry.get("scores")), *entry, *list_in(entry.get("worked_on"))]
            yield from ((str(name).partition("@")[0], str(entry.get("date"))) for name in names)

    def _new(self, plan: Fields, log: str) -> Iterator[Fields]:
        """The entries of a log that the ancestor does not have."""
        before, items = _items(self.ancestor, log), _items(plan, log)
        known = set(identities(log, before))
        for one, item in zip(identities(log, items, before), items, strict=True):
            if one not in known:
                yield fields_in(item)


def _goes_on(item: str, was: Fields, closed: Fields, other: Fields, worked_on: list[tuple[str, str]]) -> bool:
    """Whether an item that one side closed lives on with the other."""
    if closed.get("status") not in _CLOSED or other.get("status") in _CLOSED:
        return False
    since = closed.get("closed")
    last = max((day for name, day in worked_on if f"{name}.".startswith(f"{item}.")), default="")
    return other != was or (isinstance(since, str) and last > since)


def _measured_until(was: Fields, item: Fields) -> str:
    """The last day of the measure that a side put aside since; empty where it put none aside."""
    known = former_measures(was)
    return max((str(fields_in(one).get("until")) for one in former_measures(item) if one not in known), default="")


def former_measures(item: Fields) -> list[Value]:
    """Of a goal, or of an objective."""
    return [*_items(item, "measured_before"), *_items(fields_in(item.get("smart")), "measured_before")]


def _scores(entry: Fields) -> set[str]:
    """What an entry of a log or of the diary scores, whoever judged it."""
    return {key.partition("@")[0] for key in (*fields_in(entry.get("scores")), *entry)}


def _doubt_of_an_entry(was: Fields, mine: Fields, theirs: Fields) -> ClashKind | None:
    """What was done to one entry on either side by somebody who did not know what the other did to it."""
    if _is_signed_and_changed(was, mine, theirs):
        return ClashKind.SIGNED
    if _is_void_and_changed(was, mine, theirs) or _is_void_and_changed(was, theirs, mine):
        return ClashKind.VOID if was and "void" not in was else None
    here, there = (_amended_since(was, entry, other) for entry, other in ((mine, theirs), (theirs, mine)))
    return ClashKind.FIELD if any(here[key] != there[key] for key in here.keys() & there.keys()) else None


def _is_void_and_changed(was: Fields, one: Fields, other: Fields) -> bool:
    return "void" in one and "void" not in other and other != was


def _amended_since(was: Fields, entry: Fields, other: Fields) -> Fields:
    """What the amendments that are new on this side alone set, the last one of each key."""
    known = [*_items(was, "amended"), *_items(other, "amended")]
    new = [fields_in(one) for one in _items(entry, "amended") if one not in known]
    return {key: value for one in new for key, value in fields_in(one.get("set")).items()}


def _is_signed_and_changed(was: Fields, mine: Fields, theirs: Fields) -> bool:
    """Whether one side signed an entry of which the other changed anything that the signature is about."""
    before, here, there = (_without_signatures(entry) for entry in (was, mine, theirs))
    signed_here, signed_there = (entry.get("signed") != was.get("signed") for entry in (mine, theirs))
    if here == there or not was:
        return False
    return (signed_here and there != before) or (signed_there and here != before)


def _without_signatures(entry: Fields) -> Fields:
    return {key: value for key, value in entry.items() if key != "signed"}


def _items(plan: Fields, name: str) -> list[Value]:
    return list_in(plan.get(name))
