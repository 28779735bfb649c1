"""A text cut into its entries: the comments above each, its key or dash, its value, and what follows the value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from goalctl.documents.locate import TextNode, line_start
from goalctl.documents.splice import DraftText
from goalctl.model.errors import GoalctlError
from goalctl.model.joint import JointPart, Step


class NotUnitedError(GoalctlError):
    """The texts are written so differently that their stretches can't be put beside each other."""


@dataclass(frozen=True)
class Piece:
    """One entry in lines. `lead` are the lines above it; `head`, `value`, `tail` are the rest, without indentation."""

    source: WovenSource
    node: TextNode
    lead: str
    start: int
    end: int

    @cached_property
    def cut(self) -> int:
        """Where the value begins; where that is in lines of its own, the start of its first line."""
        text, node = self.source.text, self.node
        begins = line_start(text, node.start)
        return (
            begins if self.is_in_lines and begins > self.start and not text[begins : node.start].strip() else node.start
        )

    @property
    def is_in_lines(self) -> bool:
        """Whether its value has entries, in block style."""
        return bool(self.node.entries) and not self.node.flow

    @cached_property
    def values_end(self) -> int:
        """Where the value ends, with the comments that belong to its last entry."""
        if not self.is_in_lines:
            return self.node.end
        return min(self.source.draft.below(self.node.end, self.node.column), self.end)

    @property
    def head(self) -> str:
        """What stands before the value: the key, the colon."""
        return self.source.text[self.start : self.cut]

    @property
    def value(self) -> str:
        """The value as it is written."""
        return self.source.text[self.cut : self.values_end]

    @property
    def tail(self) -> str:
        """What stands behind the value, up to the next entry."""
        return self.source.text[self.values_end : self.end]

    @property
    def body(self) -> str:
        """All of it but the lines above."""
        return self.source.text[self.start : self.end]


@dataclass(frozen=True)
class WovenSource:
    """One of the texts, with its tree."""

    draft: DraftText

    @classmethod
    def of(cls, text: str) -> WovenSource:
        """A text that `read_data` accepts, with line feeds alone."""
        return cls(DraftText.of(text))

    @property
    def text(self) -> str:
        """The whole text."""
        return self.draft.text

    def whole(self) -> Piece:
        """The file as one entry: what stands before its first key is its head."""
        root = self.draft.root
        return Piece(self, root, "", 0, len(self.text))

    def pieces(self, node: TextNode) -> dict[Step, Piece]:
        """The entries of a block collection, by key or position."""
        found: dict[Step, Piece] = {}
        at = line_start(self.text, node.start)
        for position, entry in enumerate(node.entries):
            begins = line_start(self.text, entry.start)
            lead = "" if position == 0 else self.text[at:begins]
            if position and self.text[begins : entry.start].strip(" "):
                raise NotUnitedError("two entries stand on one line")
            at = self.draft.below(entry.end, node.column)
            step = entry.key.text if entry.key else position
            found[step] = Piece(self, entry.value, lead, entry.start, at)
        return found

    def bracketed(self, node: TextNode) -> dict[Step, Piece]:
        """The entries of a flow collection; what stands between two is the lead of the second."""
        found: dict[Step, Piece] = {}
        at = node.start + 1
        for position, entry in enumerate(node.entries):
            step = entry.key.text if entry.key else position
            found[step] = Piece(self, entry.value, self.text[at : entry.start], entry.start, entry.end)
            at = entry.end
        return found


Three = tuple[Piece | None, Piece | None, Piece | None]


def three_of(part: JointPart, pieces: Sequence[Mapping[Step, Piece]]) -> Three:
    """An entry in the ancestor, on my side and on theirs."""
    before, here, there = (own.get(step) for own, step in zip(pieces, part.steps, strict=True))
    return before, here, there
