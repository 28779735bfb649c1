"""Changing a person's file without rewriting it: each edit is a splice of the text, and all else stays byte for byte.

The edits themselves, and what they do to the data, are in `change.py`. What is written here is read again before it is
given back: it must say the old data plus the change.
"""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.documents.block_style import insertion_in_block, removal_in_block, scalar_in_block
from goalctl.documents.change import (
    AppendItem,
    Edit,
    EditError,
    InsertKey,
    RemoveItem,
    SetScalar,
    changed,
    resolved,
)
from goalctl.documents.flow_style import insertion_in_flow, removal_in_flow, scalar_in_flow
from goalctl.documents.locate import Node
from goalctl.documents.read import read_data
from goalctl.documents.splice import Draft, Splice, Spot, spliced
from goalctl.model.finding import Severity, Value

__all__ = ["AppendItem", "Edit", "EditError", "InsertKey", "RemoveItem", "SetScalar", "changed", "edited"]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text, without byte order mark, after these edits, one after another.

    Raises EditError when the text can't be read, an edit doesn't fit it, or the outcome would say anything else than
    the old data plus the change.
    """
    data = _read(text, "the file can't be read, so it can't be changed")
    for edit in edits:
        wanted = changed(data, [edit])
        text = spliced(text, _splices(Draft.of(text), resolved(data, edit)))
        data = _read(text, "this change can't be written into the file as it stands")
        if data != wanted:
            raise EditError("this change would alter something else in the file")
    return text


def _read(text: str, refusal: str) -> Value:
    data, findings = read_data(text)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise EditError(refusal, hint="see what is wrong with: goalctl check")
    return data


def _splices(draft: Draft, edit: Edit) -> list[Splice]:
    spot = draft.spot(edit.path)
    match edit:
        case InsertKey(key=key, value=value):
            return _insertion(draft, spot, _index(spot.node, edit), key, value)
        case AppendItem(value=value):
            return _insertion(draft, spot, len(spot.node.entries), None, value)
        case SetScalar(value=value):
            return (scalar_in_flow if spot.is_in_flow else scalar_in_block)(draft, spot, value)
        case RemoveItem():
            return (removal_in_flow if spot.is_in_flow else removal_in_block)(draft, spot)


def _insertion(draft: Draft, spot: Spot, index: int, key: str | None, value: Value) -> list[Splice]:
    """Only a bare `[]` or `{}` among lines becomes lines itself."""
    node = spot.node
    stays_in_flow = node.flow and (node.entries or spot.owner is None or "#" in draft.text[node.start : node.end])
    where = insertion_in_flow if stays_in_flow or spot.is_in_flow else insertion_in_block
    return where(draft, spot, index, key, value)


def _index(mapping: Node, edit: InsertKey) -> int:
    """Before which entry a new key goes."""
    keys = [entry.key.text for entry in mapping.entries if entry.key]
    if edit.before in keys:
        return keys.index(edit.before)
    return keys.index(edit.after) + 1 if edit.after in keys else len(keys)
