"""Where things stand in a text: a tree of offsets, and the place (line, column) that a path leads to.

Nothing here judges or changes a text. Offsets count characters from 0 in a text without its byte order mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from goalctl.documents.read import end_of, events, start_of
from goalctl.documents.text import place_at
from goalctl.model.finding import Path, Place

Kind = Literal["mapping", "sequence", "scalar"]
_KINDS: dict[type[Event], Kind] = {MappingStartEvent: "mapping", SequenceStartEvent: "sequence"}

# Between two nodes stand only spaces, comments and indicators; an indicator inside a comment is none.
_INDICATOR = {mark: re.compile(rf"(?:#[^\n]*+|[^#\{mark}])*+\{mark}") for mark in "?:-,"}
_HEADER = re.compile(r"[|>][-+0-9]*")


class TextNode:
    """A mapping, sequence or scalar as written; what stands in it is looked at when somebody asks.

    `style` is the scalar's: `'`, `"`, `|`, `>`, or empty when plain. `at` is where an empty value stands, if not where
    the parser says.
    """

    def __init__(self, parsed: _Parsed, place: int, at: int | None = None) -> None:
        event = parsed.events[place]
        self._parsed, self._place, self._at = parsed, place, at
        self.kind: Kind = _KINDS.get(type(event), "scalar")
        self.start = start_of(event) if at is None else at
        self.flow = isinstance(event, CollectionStartEvent) and bool(event.flow_style)
        self.text, self.style = (event.value, event.style or "") if isinstance(event, ScalarEvent) else ("", "")

    @cached_property
    def end(self) -> int:
        """Where the last thing written in it ends, before any line break, blank line or comment that follows."""
        if self._at is not None:
            return self._at
        if self.kind == "scalar":
            return self._end_of_scalar
        return end_of(self._parsed.events[self.last_place]) if self.flow else self.entries[-1].end

    @property
    def _end_of_scalar(self) -> int:
        """The trailing blank lines of a block scalar are part of it only when it keeps them (`|+`)."""
        text, end = self._parsed.text, end_of(self._parsed.events[self._place])
        if self.style not in {"|", ">"}:
            return end
        written = text[self.start : end]
        keeps = "+" in header_of(text, self)
        return self.start + len(written.removesuffix("\n").removesuffix("\r") if keeps else written.rstrip("\r\n"))

    @property
    def last_place(self) -> int:
        """Which of the text's events is the last one that is about it."""
        return self._parsed.ends.get(self._place, self._place)

    @property
    def column(self) -> int:
        """Of a block collection, how far its entries are indented."""
        return self.start - line_start(self._parsed.text, self.start)

    @cached_property
    def entries(self) -> tuple[NodeEntry, ...]:
        """What stands in it, in order."""
        text, found, place = self._parsed.text, list[NodeEntry](), self._place + 1
        inside = self.start + 1 if self.flow and text[self.start] in "[{" else self.start
        while place < self.last_place:
            key = TextNode(self._parsed, place) if self.kind == "mapping" else None
            value = TextNode(self._parsed, key.last_place + 1 if key else place)
            mark = "?" if key else None if self.flow else "-"
            found.append(NodeEntry(text, key, value, found[-1] if found else inside, mark))
            place = value.last_place + 1
        return tuple(found)

    def entry(self, step: str | int) -> NodeEntry | None:
        """The entry at a key (of a mapping) or at a 0-based position (of a sequence), if there is one."""
        if self.kind == "sequence":
            return self.entries[step] if isinstance(step, int) and 0 <= step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key and entry.key.text == step), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written here; both offsets stand right behind its indicator then."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def last_scalar(self) -> TextNode:
        """What is written last in here; the node itself when it is a scalar, flow or empty."""
        return self if self.flow or not self.entries else self.entries[-1].value.last_scalar

    def moved_to(self, at: int) -> TextNode:
        """The empty value, where it stands by its key."""
        return TextNode(self._parsed, self._place, at)


class NodeEntry:
    """A key with its value, or an item."""

    def __init__(
        self, text: str, key: TextNode | None, value: TextNode, before: NodeEntry | int, mark: str | None
    ) -> None:
        self._text, self._read, self._before, self._sign = text, value, before, mark
        self.key = key

    @cached_property
    def _mark(self) -> int | None:
        """Where the `-` or `?` stands, between what comes before and the item or key."""
        gap = self._before if isinstance(self._before, int) else self._before.end
        return indicator_in(self._text, self._sign, gap, (self.key or self._read).start) if self._sign else None

    @property
    def start(self) -> int:
        """Where its `-`, its `?` or its key stands."""
        return (self.key or self._read).start if self._mark is None else self._mark

    @cached_property
    def anchor(self) -> int | None:
        """Right behind its `:` or `-`; None when there is none."""
        mark = indicator_in(self._text, ":", self.key.end, self._read.start) if self.key else self._mark
        return None if mark is None else mark + 1

    @cached_property
    def value(self) -> TextNode:
        """The value or item; an empty value stands right behind the colon, or the key."""
        if self.key is None or not self._read.is_empty:
            return self._read
        return self._read.moved_to(self.key.end if self.anchor is None else self.anchor)

    @property
    def end(self) -> int:
        """Where the value ends."""
        return self.value.end


class _Parsed(NamedTuple):
    """The events of a text's one value; `ends` tells of each that starts a collection where its end stands."""

    text: str
    events: list[Event]
    ends: dict[int, int]


@lru_cache(maxsize=1)
def tree_of(text: str) -> TextNode:
    """The tree of a text that `read_data` accepts; an empty scalar at the end of a text that holds nothing.

    The last one is kept: whoever asks about a text asks about errors first and then about advice.
    """
    parsed = _Parsed(text, [], {})
    open_places: list[int] = []
    stream = events(text)
    next((event for event in stream if isinstance(event, DocumentStartEvent)), None)
    for place, event in enumerate(stream):
        parsed.events.append(event)
        if isinstance(event, CollectionStartEvent):
            open_places.append(place)
        elif isinstance(event, CollectionEndEvent):
            parsed.ends[open_places.pop()] = place
        if not open_places:
            return TextNode(parsed, 0)
    nothing = ScalarEvent(None, None, (True, False), "")
    return TextNode(_Parsed(text, [nothing], {}), 0, len(text))


def line_start(text: str, at: int) -> int:
    """Where the line that holds this offset starts."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line that holds this offset ends, before its line break."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end - (end > at and text[end - 1] == "\r")


def next_line(text: str, at: int) -> int:
    """Where the line after this one starts; the end of the text when it is the last."""
    return text.find("\n", at) + 1 or len(text)


def indicator_in(text: str, mark: str, start: int, end: int) -> int | None:
    """The offset of the first such indicator in a gap between nodes, comments skipped."""
    found = _INDICATOR[mark].match(text, start, end)
    return found.end() - 1 if found else None


def header_of(text: str, node: TextNode) -> str:
    """A block scalar's indicators (`|2-`), empty for every other node."""
    found = _HEADER.match(text, node.start) if node.style in {"|", ">"} else None
    return found[0] if found else ""


def place_of(
    root: TextNode, text: str, path: Path, *, at_key: bool = False, feeds: Sequence[int] | None = None
) -> Place:
    """The place a path leads to; when something on the way is missing, the owner's: its id, its key, or itself."""
    node = _meant(root, path, at_key=at_key)
    return place_at(text, node.start, node.end, feeds)


def _meant(root: TextNode, path: Path, *, at_key: bool) -> TextNode:
    node, key = root, None
    for step in path:
        entry = node.entry(step)
        if entry is None:
            identity = node.entry("id")
            return identity.value if identity else _face(node, key)
        node, key = entry.value, entry.key
    return key if at_key and key else _face(node, key)


def _face(node: TextNode, key: TextNode | None) -> TextNode:
    """What to underline for a node: block collections and empty values are shown by their key, an item by its id."""
    if node.flow or (node.kind == "scalar" and not node.is_empty):
        return node
    if key or not node.entries:
        return key or node
    first = node.entry("id") or node.entries[0]
    return first.value if first.key is None or first.key.text == "id" else first.key
