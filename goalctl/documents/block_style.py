"""Edits in lines: where a new entry goes, how deep, and what an entry that leaves takes along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goalctl.documents.locate import TextNode, header_of, line_end, line_start, next_line
from goalctl.documents.splice import DraftText, Splice, Spot
from goalctl.documents.yaml_text import Habit, entry_lines, item_lines, scalar_lines, scalar_text
from goalctl.model.finding import Value

_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
_BLANKS = re.compile(r"\s*")


def scalar_in_block(draft: DraftText, spot: Spot, value: str | None) -> list[Splice]:
    """Another scalar in its place; the comment on its first line stays there."""
    text, node = draft.text, spot.node
    header = header_of(text, node)
    head_end = node.start + len(header) if header else node.end
    tail, end = text[head_end : line_end(text, head_end)], line_end(text, node.end)
    if value is None:
        return [Splice(len(text[: node.start].rstrip(" \t")), end, tail)]
    lead = spot.lead(draft.newline)
    used = node.start - line_start(text, node.start) + len(lead)
    first, *more = scalar_lines(value, used, spot.holder.column, draft.habit.step)
    if more and draft.below(node.end, spot.holder.column) > next_line(text, node.end):
        first, *more = [scalar_text(value)]  # what follows is indented so deep that it would become part of a block
    body = draft.newline.join([lead + first + tail, *more])
    return [Splice(node.start, end, body + draft.newline if more and end == len(text) else body)]


def insertion_in_block(draft: DraftText, spot: Spot, index: int, key: str | None, value: Value) -> list[Splice]:
    """New lines before the entry at this index, or behind the last one; without a key, an item."""
    node = spot.node
    if not node.entries:
        return _first_entry(draft, spot, key, value)
    lines = _lines(draft, node, key, value)
    if index == 0:
        at, margin = node.entries[0].start, " " * node.column
        return [Splice(at, at, draft.newline.join([*lines, margin])[node.column :])]
    if len(lines) > 1 and _is_spaced(draft.text, node, index):
        lines.insert(0, "")
    return draft.lines(draft.below(node.entries[index - 1].end, node.column), lines)


def insertions_in_block(draft: DraftText, spot: Spot, values: Iterable[Value]) -> list[Splice]:
    """Several items at the end of a list that has one; each is written like the one before it."""
    node, text = spot.node, draft.text
    at = draft.below(node.entries[-1].end, node.column)
    like, spaced = _like(node.entries[-1].value, node), _is_spaced(text, node, len(node.entries))
    has_gap = "\n\n" in text[node.entries[-1].end : at].replace("\r", "")
    lines: list[str] = []
    for value in values:
        new = like.lines(value, node.column, draft.habit)
        has_blank = spaced and len(new) > 1
        lines += ["", *new] if has_blank else new
        like, spaced, has_gap = _like_lines(value, new, node.column, like), has_blank or has_gap, False
    return draft.lines(at, lines)


class _Like(NamedTuple):
    """How the item was written that a new one is to look like: in braces or in lines (None: it holds nothing)."""

    flow: bool | None = None
    offset: int | None = None

    def lines(self, value: Value, column: int, habit: Habit) -> list[str]:
        offset = habit.item if self.offset is None else self.offset
        return item_lines(value, column, habit._replace(item=offset), like_flow=self.flow)


def _like(sibling: TextNode, owner: TextNode) -> _Like:
    if not sibling.entries:
        return _Like()
    return _Like(sibling.flow, None if sibling.flow else sibling.column - owner.column)


def _like_lines(value: Value, lines: Sequence[str], column: int, before: _Like) -> _Like:
    """The same for an item that has just been written."""
    if not value or isinstance(value, str):
        return _Like()
    is_in_flow = lines[0][column + 1 :].lstrip()[:1] in {"[", "{"}
    return _Like(flow=True) if is_in_flow else _Like(flow=False, offset=before.offset)


def removal_in_block(draft: DraftText, spot: Spot) -> list[Splice]:
    """The lines of one entry less; comments above and below it stay where they can."""
    text, owner, index = draft.text, spot.holder, spot.index
    entries, entry = owner.entries, owner.entries[index]
    if len(entries) == 1:
        return _to_empty(text, spot.owner or spot)
    start, stop = line_start(text, entry.start), next_line(text, entry.end)
    if text[start : entry.start].strip(" "):  # `- ` stands before it and is still needed
        return [Splice(entry.start, _end_of(_BLANKS, text, stop), "")]
    header = header_of(text, entries[index - 1].value.last_scalar) if index else ""
    if header:  # what is indented below would become part of the block scalar above
        stop = draft.below(entry.end, owner.column)
    if "+" in header:
        stop = _end_of(_BLANK_LINES, text, stop)
    return [Splice(start, stop, "")]


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _lines(draft: DraftText, node: TextNode, key: str | None, value: Value) -> list[str]:
    """A new entry in the style of the last one."""
    if key is not None:
        return entry_lines(key, value, node.column, draft.habit)
    sibling, habit = node.entries[-1].value, draft.habit
    if not sibling.entries:
        return item_lines(value, node.column, habit)
    if not sibling.flow:
        habit = habit._replace(item=sibling.column - node.column)
    return item_lines(value, node.column, habit, like_flow=sibling.flow)


def _first_entry(draft: DraftText, spot: Spot, key: str | None, value: Value) -> list[Splice]:
    """The first entry of a mapping or list of which nothing is written, or `[]`, `{}`, `~`, `null`."""
    text, node, owner, habit = draft.text, spot.node, spot.holder, draft.habit
    column = owner.column + (habit.item if owner.kind == "sequence" else habit.dash if key is None else habit.step)
    lines = item_lines(value, column, habit) if key is None else entry_lines(key, value, column, habit)
    lead = spot.lead(draft.newline).strip(" ") + text[spot.anchor : node.start].rstrip(" \t")
    rest = draft.lines(draft.below(node.end, owner.column + 1), lines)
    return [Splice(spot.anchor, node.end, lead), *rest]


def _is_spaced(text: str, node: TextNode, index: int) -> bool:
    """Whether a blank line stands where the new entry goes or, at the end, before the entry that is last so far."""
    later = min(index, len(node.entries) - 1)
    if later == 0 or "+" in header_of(text, node.entries[index - 1].value.last_scalar):
        return False
    return "\n\n" in text[node.entries[later - 1].end : node.entries[later].start].replace("\r", "")


def _to_empty(text: str, spot: Spot) -> list[Splice]:
    node, brackets = spot.node, "[]" if spot.node.kind == "sequence" else "{}"
    if "\n" not in text[spot.anchor : node.start]:
        return [Splice(node.start, node.end, brackets)]
    return [
        Splice(spot.anchor, spot.anchor, f" {brackets}"),
        Splice(line_start(text, node.start), next_line(text, node.end), ""),
    ]
