"""Changing a person's file without rewriting it: each edit is a splice of the text, and all else stays byte for byte.

The edits themselves, and what they do to the data, are in `change.py`. What is written here is a draft until it has
been read again: it must say the old data plus the change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yaml import YAMLError

from goalctl.documents.block_style import insertion_in_block, insertions_in_block, removal_in_block, scalar_in_block
from goalctl.documents.change import (
    AppendItem,
    Edit,
    EditError,
    InsertKey,
    RemoveItem,
    SetScalar,
    data_after,
)
from goalctl.documents.locate import TextNode
from goalctl.documents.read import read_data
from goalctl.documents.runs import next_run, values_to_append
from goalctl.documents.splice import DraftText, Splice, Spot, with_splices
from goalctl.model.finding import Value, errors_in

__all__ = [
    "AppendItem",
    "Edit",
    "EditError",
    "InsertKey",
    "RemoveItem",
    "Rewrite",
    "SetScalar",
    "data_after",
    "rewrite",
    "text_after",
]

_UNREADABLE = "the file can't be read, so it can't be changed"
_UNWRITABLE = "this change can't be written into the file as it stands"
_CHECK = "see what is wrong with: goalctl check"


class Rewrite(NamedTuple):
    """A text after edits, and what it must say; it is good for nothing until it was read and has been proved."""

    text: str
    wanted: Value

    def prove(self, data: Value) -> None:
        """Raise EditError unless that, which the text says, is what it must say; None: it can't be read."""
        if data is None and self.wanted is not None:
            raise EditError(_UNWRITABLE, hint=_CHECK)
        if data != self.wanted:
            raise EditError("this change would alter something else in the file")


def text_after(text: str, edits: Sequence[Edit]) -> str:
    """The text, without byte order mark, after these edits, one after another.

    Raises EditError when the text can't be read, an edit doesn't fit it, or the outcome would say anything else than
    the old data plus the change.
    """
    data, findings = read_data(text)
    if errors_in(findings):
        raise EditError(_UNREADABLE, hint=_CHECK)
    new = rewrite(text, data, edits)
    new.prove(read_data(new.text)[0])
    return new.text


def rewrite(text: str, data: Value, edits: Sequence[Edit]) -> Rewrite:
    """The same for a text that has been read and says `data`; whoever reads the outcome proves it."""
    left = list(edits)
    try:
        while left:
            run, data, number = next_run(DraftText.of(text), data, left)
            text = with_splices(text, [splice for some in run.by_path.values() for splice in _all(run.draft, some)])
            del left[:number]
    except (YAMLError, LookupError):  # after an earlier edit the text may not say what it should
        raise EditError(_UNWRITABLE, hint=_CHECK) from None
    return Rewrite(text, data)


def _all(draft: DraftText, edits: Sequence[Edit]) -> list[Splice]:
    """The splices of edits that are for one place."""
    if len(edits) == 1:
        return _splices(draft, edits[0])
    return insertions_in_block(draft, draft.spot(edits[0].path), values_to_append(edits))


def _splices(draft: DraftText, edit: Edit) -> list[Splice]:
    from goalctl.documents.flow_style import removal_in_flow, scalar_in_flow

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


def _insertion(draft: DraftText, spot: Spot, index: int, key: str | None, value: Value) -> list[Splice]:
    """Only a bare `[]` or `{}` among lines becomes lines itself."""
    from goalctl.documents.flow_style import insertion_in_flow

    node = spot.node
    stays_in_flow = node.flow and (node.entries or spot.owner is None or "#" in draft.text[node.start : node.end])
    where = insertion_in_flow if stays_in_flow or spot.is_in_flow else insertion_in_block
    return where(draft, spot, index, key, value)


def _index(mapping: TextNode, edit: InsertKey) -> int:
    """Before which entry a new key goes."""
    keys = [entry.key.text for entry in mapping.entries if entry.key]
    if edit.before in keys:
        return keys.index(edit.before)
    return keys.index(edit.after) + 1 if edit.after in keys else len(keys)
