"""Where things stand in a text: a tree of offsets, and the place (line, column) that a path leads to.

Nothing here judges or changes a text. Offsets count characters from 0 in a text without its byte order mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from goalctl.documents.read import end_of, events, start_of
from goalctl.documents.text import place_at
from goalctl.model.finding import Path, Place

Kind = Literal["mapping", "sequence", "scalar"]

# Between two nodes stand only spaces, comments and indicators; an indicator inside a comment is none.
_INDICATOR = {mark: re.compile(rf"(?:#[^\n]*+|[^#\{mark}])*+\{mark}") for mark in "?:-,"}
_HEADER = re.compile(r"[|>][-+0-9]*")


class TextNode(NamedTuple):
    """A mapping, sequence or scalar as written.

    `end` is where the last thing written in it ends, before any line break, blank line or comment that follows; for an
    empty value both offsets stand right behind its indicator. `column` is the indentation of a block collection's
    entries. `style` is the scalar's: `'`, `"`, `|`, `>`, or empty when plain.
    """

    kind: Kind
    start: int
    end: int
    column: int
    flow: bool = False
    text: str = ""
    style: str = ""
    entries: tuple[NodeEntry, ...] = ()

    def entry(self, step: str | int) -> NodeEntry | None:
        """The entry at a key (of a mapping) or at a 0-based position (of a sequence), if there is one."""
        if self.kind == "sequence":
            return self.entries[step] if isinstance(step, int) and 0 <= step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key and entry.key.text == step), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written here."""
        return self.start == self.end

    @property
    def last_scalar(self) -> TextNode:
        """What is written last in here; the node itself when it is a scalar, flow or empty."""
        return self.entries[-1].value.last_scalar if self.entries and not self.flow else self


class NodeEntry(NamedTuple):
    """A key with its value, or an item.

    `start` is at `-`, `?` or the key; `anchor` is right behind the `:` or `-`, None when there is none.
    """

    start: int
    anchor: int | None
    key: TextNode | None
    value: TextNode

    @property
    def end(self) -> int:
        """Where the value ends."""
        return self.value.end


@lru_cache(maxsize=1)
def tree_of(text: str) -> TextNode:
    """The tree of a text that `read_data` accepts; an empty scalar at the end of a text that holds nothing.

    The last one is kept: whoever asks about a text asks about errors first and then about advice.
    """
    stream = events(text)
    for event in stream:
        if isinstance(event, DocumentStartEvent):
            return _node(text, next(stream), stream)
    return _nothing(len(text))


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
    if not node.is_empty and (node.flow or node.kind == "scalar"):
        return node
    if key or not node.entries:
        return key or node
    first = node.entry("id") or node.entries[0]
    return first.value if first.key is None or first.key.text == "id" else first.key


def _node(text: str, event: Event, stream: Iterator[Event]) -> TextNode:
    start = start_of(event)
    column = start - line_start(text, start)
    if not isinstance(event, CollectionStartEvent):
        return _scalar(text, event, column)
    flow = bool(event.flow_style)
    inside = start + 1 if flow and text[start] in "[{" else start
    if isinstance(event, MappingStartEvent):
        entries, end = _pairs(text, inside, stream)
        kind: Kind = "mapping"
    else:
        entries, end = _items(text, inside, stream, flow=flow)
        kind = "sequence"
    return TextNode(kind, start, end if flow else entries[-1].end, column, flow, entries=entries)


def _pairs(text: str, at: int, stream: Iterator[Event]) -> tuple[tuple[NodeEntry, ...], int]:
    entries: list[NodeEntry] = []
    while not isinstance(event := next(stream), MappingEndEvent):
        key = _node(text, event, stream)
        mark = indicator_in(text, "?", at, key.start)
        event = next(stream)
        colon = indicator_in(text, ":", key.end, start_of(event))
        value = _node(text, event, stream)
        if value.is_empty:
            value = _nothing(key.end if colon is None else colon + 1)
        entries.append(NodeEntry(key.start if mark is None else mark, None if colon is None else colon + 1, key, value))
        at = value.end
    return tuple(entries), end_of(event)


def _items(text: str, at: int, stream: Iterator[Event], *, flow: bool) -> tuple[tuple[NodeEntry, ...], int]:
    entries: list[NodeEntry] = []
    while not isinstance(event := next(stream), SequenceEndEvent):
        dash = None if flow else indicator_in(text, "-", at, start_of(event))
        value = _node(text, event, stream)
        entries.append(
            NodeEntry(value.start, None, None, value) if dash is None else NodeEntry(dash, dash + 1, None, value)
        )
        at = value.end
    return tuple(entries), end_of(event)


def _nothing(at: int) -> TextNode:
    return TextNode("scalar", at, at, 0)


def _scalar(text: str, event: Event, column: int) -> TextNode:
    """A scalar; the trailing blank lines of a block scalar are part of it only when it keeps them (`|+`)."""
    start, end = start_of(event), end_of(event)
    value, style = (event.value, event.style or "") if isinstance(event, ScalarEvent) else ("", "")
    node = TextNode("scalar", start, end, column, text=value, style=style)
    if style not in {"|", ">"}:
        return node
    written = text[start:end]
    keeps = "+" in header_of(text, node)
    written = written.removesuffix("\n").removesuffix("\r") if keeps else written.rstrip("\r\n")
    return node._replace(end=start + len(written))
