"""What came of two states of one file that have a common ancestor: a tree of values, each with where it comes from.

`analysis/merge` makes it from plain values, `documents/merge` a text of it; nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from goalctl.model.finding import Value

Step = str | int | None
Place = tuple[str, ...]


class ClashKind(StrEnum):
    """Why two changes can't both stand."""

    FIELD = "field"
    SAME_ID = "same id"
    CLOSED = "closed"
    MEASURED = "measured"
    SIGNED = "signed"
    VOID = "void"
    REMOVED = "removed"
    FILE = "file"
    BEGUN = "begun"


class ClashChoice(StrEnum):
    """What a person decides about a clash."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two changes that can't both stand, at a place named by keys and ids; None: it is not there on that side.

    `can_be_both` when what both changed fits together, and only the meaning is in doubt. `why` says of a whole file
    what is in the way.
    """

    kind: ClashKind
    place: Place
    mine: Value
    theirs: Value
    can_be_both: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Joint:
    """A value after the merge. `sides` names whose value it equals (`a`, `b`, `ab`); with `parts` it is made of them.

    A `clash` that is not decided stands for both values; `value` is mine then. What is `chosen` is taken from its one
    side as it is written there. What one side took away, and the other left as it was, is `gone_from` that side; it is
    no part of what stands.
    """

    value: Value
    sides: str = ""
    parts: tuple[JointPart, ...] | None = None
    clash: Clash | None = None
    chosen: bool = False
    gone_from: str = ""
    place: Place = ()

    @property
    def is_by_itself(self) -> bool:
        """Whether nobody has to decide, or has decided, anything in it."""
        return not (self.clash or self.chosen) and all(part.joint.is_by_itself for part in self.parts or ())

    def decided(self, choice: ClashChoice) -> Joint:
        """The same with one side chosen in every clash; its own value is not worked out anew."""
        if self.clash:
            is_mine = choice is ClashChoice.MINE
            return Joint(self.clash.mine if is_mine else self.clash.theirs, "a" if is_mine else "b", chosen=True)
        parts = tuple(replace(part, joint=part.joint.decided(choice)) for part in self.parts or ())
        return replace(self, parts=parts) if parts else self

    def clashes(self) -> Iterator[Clash]:
        """Every clash in it, in the order of the file."""
        if self.clash:
            yield self.clash
            return
        for part in self.parts or ():
            yield from part.joint.clashes()


@dataclass(frozen=True, slots=True)
class JointPart:
    """One entry of a mapping or a list; `steps` lead to it in the ancestor, on my side and on theirs."""

    steps: tuple[Step, Step, Step]
    joint: Joint
