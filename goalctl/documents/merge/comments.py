"""Comments that a merge must not lose: plain values know nothing of them, so they are looked for in the texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from goalctl.documents.locate import TextNode
from goalctl.documents.merge.pieces import Piece, Three, WovenSource, three_of
from goalctl.model.joint import Clash, ClashKind, Joint, JointPart, Step

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


def with_comments_asked(joint: Joint, ancestor: str, mine: str, theirs: str) -> Joint:
    """The joint with a clash wherever one side took away what the other wrote a comment at."""
    if not _has_gone(joint):
        return joint
    before, here, there = (WovenSource.of(text).whole() if text.strip() else None for text in (ancestor, mine, theirs))
    return _asked(joint, (before, here, there))


def lost_comment(text: str, ancestor: str, *sides: str) -> str:
    """A comment that a side wrote and the text has not; empty when it has them all."""
    if all(side.count("#") == ancestor.count("#") and "#" not in side for side in sides):
        return ""
    known = _comments_of(ancestor)
    return next((one for side in sides for one in _comments_of(side) - known if one not in text), "")


def _has_gone(joint: Joint) -> bool:
    return bool(joint.gone_from) or any(_has_gone(part.joint) for part in joint.parts or ())


def _asked(joint: Joint, three: Three) -> Joint:
    if not joint.parts:
        return joint
    entries = [_entries(piece) for piece in three]
    return replace(joint, parts=tuple(_asked_part(part, three_of(part, entries)) for part in joint.parts))


def _asked_part(part: JointPart, three: Three) -> JointPart:
    joint, (before, here, there) = part.joint, three
    if not joint.gone_from:
        return replace(part, joint=_asked(joint, three)) if here and there else part
    kept = here or there
    if kept is None or before is None or not comments_in(kept) - comments_in(before):
        return part
    mine, theirs = (joint.value, None) if here else (None, joint.value)
    clash = Clash(ClashKind.REMOVED, joint.place, mine, theirs)
    return replace(part, joint=Joint(mine, "a", clash=clash))


def _entries(piece: Piece | None) -> Mapping[Step, Piece]:
    if piece is None or not piece.node.entries:
        return {}
    return piece.source.bracketed(piece.node) if piece.node.flow else piece.source.pieces(piece.node)


def comments_in(piece: Piece) -> Counter[str]:
    """The comments above an entry, in it and behind it, each with how often it stands there."""
    return Counter(_found(piece.lead)) + Counter(_found(_bare(piece.source.text, piece.node, piece.start, piece.end)))


def _comments_of(text: str) -> Counter[str]:
    return comments_in(WovenSource.of(text).whole()) if text.strip() else Counter()


def _found(text: str) -> Iterator[str]:
    yield from (comment.rstrip() for comment in _COMMENT.findall(text))


def _bare(text: str, node: TextNode, start: int, end: int) -> str:
    """A stretch of text without the values in it: a `#` in those begins no comment."""
    parts, at = [], start
    for scalar in _scalars(node):
        parts.append(text[at : scalar.start])
        at = scalar.end
    return "".join([*parts, text[at:end]])


def _scalars(node: TextNode) -> Iterator[TextNode]:
    """Every key and value below, in the order of the text."""
    if node.kind == "scalar":
        yield node
    for entry in node.entries:
        if entry.key:
            yield from _scalars(entry.key)
        yield from _scalars(entry.value)
