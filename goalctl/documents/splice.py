"""The one way a text is changed: a stretch of it is replaced; and what must be known of the text around to do so.

Which stretch an edit replaces by what is decided in `edit.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from goalctl.documents.locate import NodeEntry, TextNode, header_of, next_line, tree_of
from goalctl.documents.yaml_text import HOUSE_HABIT, Habit
from goalctl.model.finding import Path

_ASIDE = re.compile(r"( *)[ \t]*(?:(#[^\n]*)(?:\n|\Z)|\r?\n)")  # a line of a comment or of nothing
_NEXT_WORDS = re.compile(r"(?:[ \t]*(?:#[^\n]*|\r)?\n)*( *)(?!---|\.\.\.)[^\s#]")


class Splice(NamedTuple):
    """`new` stands where the text from `start` to before `end` stood."""

    start: int
    end: int
    new: str


def with_splices(text: str, splices: Sequence[Splice]) -> str:
    """The text after these splices, none of which overlap."""
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: splice.start] + splice.new + text[splice.end :]
    return text


@dataclass(frozen=True, slots=True)
class Spot:
    """A node and the entry that holds it, in `owner`, and so on up to the root, which has neither."""

    node: TextNode
    entry: NodeEntry | None = None
    owner: Spot | None = None

    @property
    def is_in_flow(self) -> bool:
        """Whether it stands inside braces or brackets."""
        return self.owner is not None and self.owner.node.flow

    @property
    def holder(self) -> TextNode:
        """The mapping or list that holds it; the root holds itself."""
        return self.owner.node if self.owner else self.node

    @property
    def anchor(self) -> int:
        """Right behind the `:` or `-` before it; where it starts when there is none."""
        anchor = self.entry.anchor if self.entry else None
        return self.node.start if anchor is None else anchor

    @property
    def index(self) -> int:
        """Which of the holder's entries it is."""
        return self.holder.entries.index(self.entry)

    def lead(self, newline: str) -> str:
        """What has to be written between what stands before it and a new value."""
        if self.entry and self.entry.key and self.entry.anchor is None:
            return ": " if self.is_in_flow else f"{newline}{' ' * self.holder.column}: "
        return " " if self.entry and self.entry.anchor == self.node.start else ""


class DraftText(NamedTuple):
    """A text about to be changed, with its tree and the ways of the person who wrote it."""

    text: str
    root: TextNode
    newline: str
    habit: Habit

    @classmethod
    def of(cls, text: str) -> DraftText:
        """The draft of a text that `read_data` accepts."""
        root = tree_of(text)
        return cls(text, root, _newline_of(text), _habit_of(root))

    def spot(self, path: Path) -> Spot:
        """The node at a path that exists."""
        spot = Spot(self.root)
        for step in path:
            entry = spot.node.entry(step)
            if entry is None:
                raise LookupError
            spot = Spot(entry.value, entry, spot)
        return spot

    def below(self, at: int, column: int) -> int:
        """Where a new entry at this column goes after one that ends here: under the comments that belong to that.

        Those are the ones indented deeper, or as deep and directly below unless the next words stand there too.
        """
        place = start = next_line(self.text, at)
        words = _NEXT_WORDS.match(self.text, start)
        is_last = words is None or len(words[1]) < column
        while aside := _ASIDE.match(self.text, start):
            indent, is_comment = len(aside[1]), aside[2] is not None
            is_like_it = is_comment and indent == column and start == place
            belongs = indent > column or (is_like_it and is_last)
            if is_comment and not belongs:
                break
            start = aside.end()
            place = start if belongs else place
        return place

    def lines(self, at: int, lines: Sequence[str]) -> list[Splice]:
        """Whole new lines at a line's start, or at the end of a text that may lack its last newline."""
        body = "".join(line + self.newline for line in lines)
        if at < len(self.text) or self.text.endswith("\n"):
            return [Splice(at, at, body)]
        return [Splice(at, at, self.newline + body), *self._closing()]

    def _closing(self) -> Iterator[Splice]:
        """A block scalar that ends the text without a newline must not gain one."""
        last = self.root.last_scalar
        header = header_of(self.text, last)
        if header and "-" not in header and last.end == len(self.text):
            yield Splice(last.start, last.start + len(header), header.replace("+", "") + "-")


def _newline_of(text: str) -> str:
    windows = text.count("\r\n")
    return "\r\n" if windows > text.count("\n") - windows else "\n"


def _habit_of(root: TextNode) -> Habit:
    """What is most common in a text; where no list shows, a step serves, and the other way round."""
    most: dict[str, int] = {}
    for (kind, indent), _ in Counter(_indents(root)).most_common():
        most.setdefault(kind, indent)
    step = most.get("step") or most.get("dash") or HOUSE_HABIT.step
    return Habit(step, most.get("dash", step), most.get("item", HOUSE_HABIT.item))


def _indents(node: TextNode) -> Iterator[tuple[str, int]]:
    for entry in () if node.flow else node.entries:
        value = entry.value
        if value.entries and not value.flow:
            kind = "item" if node.kind == "sequence" else "dash" if value.kind == "sequence" else "step"
            yield kind, value.column - node.column
        yield from _indents(value)
