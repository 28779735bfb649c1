"""Three states of one file's plain values made one: what either side changed since the ancestor stands afterwards.

Mappings are united by key, lists by what their items are known by, everything else is taken whole. What both changed,
each in its own way, is a clash, unless an answer decides it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from goalctl.analysis.merge.identity import NUMBERED, Identity, identities, is_one_diary_entry, is_united, ranks, shown
from goalctl.analysis.merge.order import united_order
from goalctl.analysis.merge.received import DRAWN, taken_in_twice
from goalctl.analysis.merge.unseen import closings_first
from goalctl.model.finding import Fields, Value, fields_in, list_in
from goalctl.model.joint import Clash, ClashChoice, ClashKind, Joint, JointPart, Place, Step

Answers = Mapping[Place, ClashChoice]
Doubt = Callable[[Place, Value, Value, Value], ClashKind | None]
_Three = tuple[tuple[Step, Value] | None, tuple[Step, Value] | None, tuple[Step, Value] | None]
_ById = dict[Identity, tuple[Step, Value]]
T = TypeVar("T")


def _no_doubt(_: Place, _ancestor: Value, _mine: Value, _theirs: Value) -> ClashKind | None:
    return None


@dataclass(frozen=True, slots=True)
class Union:
    """How values are united: `doubt` says what changes fit by their form and not by their meaning.

    `has_numbers`: in a plan two things that are new with one id are two things.
    """

    answers: Answers = field(default_factory=dict)
    doubt: Doubt = _no_doubt
    has_numbers: bool = False

    def of(self, ancestor: Value, mine: Value, theirs: Value, place: Place = ()) -> Joint:
        """Both values with what they come from, None for what had none."""
        joint = self._united(ancestor, mine, theirs, place)
        kind = self.doubt(place, ancestor, mine, theirs)
        if kind is None or joint.clash or joint.chosen:
            return joint
        fits = not any(joint.clashes())
        return self._clash(Clash(kind, place, mine, theirs, can_be_both=fits), joint if fits else None)

    def _united(self, ancestor: Value, mine: Value, theirs: Value, place: Place) -> Joint:
        """By parts what has parts, but for two risk records: the follow-up of one is none for what the other found."""
        if isinstance(mine, dict) and isinstance(theirs, dict) and not self._are_two_records(ancestor, place):
            return self._mapping(fields_in(ancestor), mine, theirs, place)
        if isinstance(mine, list) and isinstance(theirs, list):
            before = list_in(ancestor)
            if is_united(_name(place), before, mine, theirs):
                return self._list(before, mine, theirs, place)
        return self._whole(ancestor, mine, theirs, place)

    def _are_two_records(self, ancestor: Value, place: Place) -> bool:
        """Whether both sides made a risk record of their own for one session."""
        return self.has_numbers and _name(place) == "risk" and ancestor is None

    def _whole(self, ancestor: Value, mine: Value, theirs: Value, place: Place) -> Joint:
        """A value of which nobody has changed a part; of two formats the newer one stands."""
        if mine == theirs:
            return Joint(mine, "ab")
        is_format = place[-1:] == ("format",)
        is_theirs = str(theirs) > str(mine) if is_format else mine == ancestor
        if is_theirs or is_format or theirs == ancestor:
            return Joint(theirs, "b") if is_theirs else Joint(mine, "a")
        return self._clash(Clash(ClashKind.FIELD, place, mine, theirs))

    def _clash(self, clash: Clash, both: Joint | None = None) -> Joint:
        match self.answers.get(clash.place):
            case ClashChoice.MINE:
                return Joint(clash.mine, "a", chosen=True)
            case ClashChoice.THEIRS:
                return Joint(clash.theirs, "b", chosen=True)
            case ClashChoice.BOTH if both:
                return both
        return Joint(clash.mine, "a", clash=clash)

    def _mapping(self, ancestor: Fields, mine: Fields, theirs: Fields, place: Place) -> Joint:
        parts: list[JointPart] = []
        value: Fields = {}
        for key in united_order(list(ancestor), list(mine), list(theirs), lambda key: (key,)):
            three = _three([{key: (key, of[key])} if key in of else {} for of in (ancestor, mine, theirs)], key)
            if joint := self._entry(three, (*place, key)):
                parts.append(JointPart(_steps(three), joint))
                if _is_there(parts[-1]):
                    value[key] = joint.value
        return _made(value, mine, theirs, parts)

    def _list(self, ancestor: list[Value], mine: list[Value], theirs: list[Value], place: Place) -> Joint:
        name = _name(place)
        parts: list[JointPart] = []
        before, here, there = (_named(name, items, ancestor) for items in (ancestor, mine, theirs))
        here, there, drawn = _each_once(before, here, there) if name == "sessions" else (here, there, {})
        here, there = _of_one_day(before, here, there) if name == "diary" else (here, there)
        union = replace(self, answers={**_of_whom(place, drawn), **self.answers}) if drawn else self
        ranked = {**ranks(before, before), **ranks(here, before), **ranks(there, before)}
        order = united_order(list(before), list(here), list(there), ranked.__getitem__)
        for one in closings_first(order, before, here, there) if name == "sessions" else order:
            three = _three((before, here, there), one)
            if joint := union._entry(three, (*place, shown(one)), is_two=self._are_two(name, one)):  # noqa: SLF001 - its own
                parts.append(JointPart(_steps(three), joint))
        return _made([part.joint.value for part in parts if _is_there(part)], mine, theirs, parts)

    def _are_two(self, name: str, one: Identity) -> bool:
        """Whether what is new on both sides is two things, unless both say the same: nobody drew its id."""
        return self.has_numbers and (name in NUMBERED or (name == "sessions" and one[0] != "id"))

    def _entry(self, three: _Three, place: Place, *, is_two: bool = False) -> Joint | None:
        """What becomes of one entry that at least one side has; None when it was taken away."""
        was, here, there = three
        if here is None or there is None:
            return self._of_one_side(three, place)
        if is_two and was is None and here[1] != there[1]:
            return self._clash(Clash(ClashKind.SAME_ID, place, here[1], there[1]))
        return self.of(was[1] if was else None, here[1], there[1], place)

    def _of_one_side(self, three: _Three, place: Place) -> Joint | None:
        """What one side does not have: it is new, or was taken away there."""
        was, here, there = three
        kept, side, other = (here, "a", "b") if here else (there, "b", "a")
        value = kept[1] if kept else None
        gone = Joint(value, gone_from=other, place=place)
        if was is None:
            return gone if self._is_answered_by_the_other(side, place) else Joint(value, side)
        if value == was[1] and place not in self.answers:
            return gone
        mine, theirs = (value, None) if side == "a" else (None, value)
        joint = self._clash(Clash(ClashKind.REMOVED, place, mine, theirs))
        return None if joint.chosen and joint.sides != side else joint

    def _is_answered_by_the_other(self, side: str, place: Place) -> bool:
        """Whether somebody chose the side that does not have it."""
        return place in self.answers and (self.answers[place] is ClashChoice.MINE) != (side == "a")


def _name(place: Place) -> str:
    return place[-1] if place else ""


def _named(name: str, items: list[Value], before: list[Value]) -> _ById:
    """Each item by its identity, with its position."""
    return dict(zip(identities(name, items, before), enumerate(items), strict=True))


def _each_once(before: _ById, mine: _ById, theirs: _ById) -> tuple[_ById, _ById, dict[Identity, ClashChoice]]:
    """Both sides with one name for what each took in for itself, and whose name that is."""
    drawn: dict[Identity, ClashChoice] = {}
    for one, other, whose in list(taken_in_twice(before, mine, theirs)):
        kept = one if whose is ClashChoice.MINE else other
        mine = {kept if known == one else known: found for known, found in mine.items()}
        theirs = {kept if known == other else known: found for known, found in theirs.items()}
        drawn[kept] = whose
    return mine, theirs, drawn


def _of_one_day(before: _ById, mine: _ById, theirs: _ById) -> tuple[_ById, _ById]:
    """Both sides with one name for a new diary entry of which each scores a part, if there is one such on either."""
    here, there = ({one: item for one, (_, item) in side.items() if one not in before} for side in (mine, theirs))
    pairs = [(one, other) for one in here for other in there if is_one_diary_entry(here[one], there[other])]
    often = Counter([("mine", one) for one, _ in pairs] + [("theirs", other) for _, other in pairs])
    alone = [(one, other) for one, other in pairs if often["mine", one] == often["theirs", other] == 1]
    kept, same = ({pair[side]: min(pair) for pair in alone} for side in (0, 1))
    return _renamed(mine, kept), _renamed(theirs, same)


def _renamed(side: _ById, names: Mapping[Identity, Identity]) -> _ById:
    return {names.get(one, one): found for one, found in side.items()}


def _of_whom(place: Place, drawn: Mapping[Identity, ClashChoice]) -> dict[Place, ClashChoice]:
    return {(*place, shown(one), key): whose for one, whose in drawn.items() for key in DRAWN}


def _three(named: Sequence[Mapping[T, tuple[Step, Value]]], one: T) -> _Three:
    ancestor, mine, theirs = (items.get(one) for items in named)
    return ancestor, mine, theirs


def _steps(three: _Three) -> tuple[Step, Step, Step]:
    ancestor, mine, theirs = (found[0] if found else None for found in three)
    return ancestor, mine, theirs


def _is_there(part: JointPart) -> bool:
    """Whether it stands in the value that mine would give."""
    if part.joint.gone_from:
        return False
    return part.joint.clash is None or part.steps[1] is not None


def _made(value: Value, mine: Value, theirs: Value, parts: Sequence[JointPart]) -> Joint:
    sides = ("a" if value == mine else "") + ("b" if value == theirs else "")
    return Joint(value, sides, tuple(parts))
