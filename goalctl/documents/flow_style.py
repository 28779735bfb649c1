"""Edits inside braces and brackets: where commas go."""

from __future__ import annotations

from goalctl.documents.locate import TextNode, indicator_in, line_end, line_start
from goalctl.documents.splice import DraftText, Splice, Spot
from goalctl.documents.yaml_text import flow_entry, flow_text
from goalctl.model.finding import Value


def scalar_in_flow(draft: DraftText, spot: Spot, value: str | None) -> list[Splice]:
    """Another scalar in its place."""
    return [Splice(spot.node.start, spot.node.end, spot.lead(draft.newline) + flow_text(value))]


def insertion_in_flow(draft: DraftText, spot: Spot, index: int, key: str | None, value: Value) -> list[Splice]:
    """A new entry before the one at this index, or behind the last one; without a key, an item."""
    node, new = spot.node, flow_entry(key, value)
    if not node.entries and node.flow:
        return [Splice(node.start + 1, node.start + 1, new)]
    if not node.entries:
        return [Splice(node.start, node.end, spot.lead(draft.newline) + (f"[{new}]" if key is None else f"{{{new}}}"))]
    if index < len(node.entries):
        at = node.entries[index].start
        return [Splice(at, at, f"{new}, ")]
    return [_behind_last(draft, node, new)]


def removal_in_flow(draft: DraftText, spot: Spot) -> list[Splice]:
    """One entry less; a comment stays, unless it stands between the entry and the next one."""
    text, owner, index = draft.text, spot.holder, spot.index
    entries, entry = owner.entries, owner.entries[index]
    if entry is not entries[-1]:
        return [Splice(entry.start, entries[index + 1].start, "")]
    before = None if entry is entries[0] else entries[index - 1]
    if before and not before.value.is_empty and "#" not in text[before.end : entry.start]:
        return [Splice(before.end, entry.end, "")]
    comma = indicator_in(text, ",", entry.end, owner.end)
    end = entry.end if comma is None else comma + 1
    return [Splice(entry.start, end, "" if _has_braces(text, owner) else "{}")]


def _behind_last(draft: DraftText, node: TextNode, new: str) -> Splice:
    """On the line of the last entry; on a line of its own if the last entry has one, too."""
    text, last = draft.text, node.entries[-1]
    separator = " ," if last.value.is_empty else ","
    if not _has_braces(text, node):
        return Splice(node.start, node.end, f"{{{text[node.start : node.end]}{separator} {new}}}")
    end = line_end(text, last.end)
    margin = text[line_start(text, last.start) : last.start]
    if margin.strip(" ") or end >= node.end:
        return Splice(last.end, last.end, f"{separator} {new}")
    comma = indicator_in(text, ",", last.end, end)
    behind = text[last.end : end] if comma is not None else separator + text[last.end : end]
    return Splice(last.end, end, f"{behind}{draft.newline}{margin}{new}" + ("," if comma is not None else ""))


def _has_braces(text: str, node: TextNode) -> bool:
    """`[a: 1]` holds a mapping without any."""
    return text[node.start] in "[{"
