"""Three texts of one file made one: read, united by whoever knows their meaning, woven, and proved by reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from goalctl.documents.merge.comments import lost_comment, with_comments_asked
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.weave import woven_text
from goalctl.documents.read import read_data
from goalctl.documents.text import source_of
from goalctl.model.finding import Value, errors_in
from goalctl.model.joint import Clash, ClashChoice, Joint, Place

Uniting = Callable[[Value, Value, Value, dict[Place, ClashChoice]], Joint]


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The bytes after a merge; with clashes there are marks in them, around each clash alone."""

    content: bytes
    clashes: tuple[Clash, ...] = ()


def merged_file(
    ancestor: bytes, mine: bytes, theirs: bytes, uniting: Uniting, answers: dict[Place, ClashChoice] | None = None
) -> MergedFile:
    """The file that has what either side changed; NotUnitedError when one can't be read or they don't fit.

    Line ends and byte order mark stay as the side has them that changed them, else as they were.
    """
    was, here, there = (_Read.of(content) for content in (ancestor, mine, theirs))
    given = dict(answers or {})
    joint = uniting(was.value, here.value, there.value, given)
    joint = with_comments_asked(joint, was.text, here.text, there.text)
    text = woven_text(joint, was.text, here.text, there.text)
    clashes = tuple(joint.clashes())
    if not any(given) and lost_comment(text, was.text, here.text, there.text):  # what is decided may go
        raise NotUnitedError("a comment would be lost")
    if not clashes:
        _prove(text, joint.value)
        return MergedFile(_as_written(text, was, here, there))
    for choice in (ClashChoice.MINE, ClashChoice.THEIRS):
        decided = uniting(was.value, here.value, there.value, given | {clash.place: choice for clash in clashes})
        _prove(woven_text(decided, was.text, here.text, there.text), decided.value)
    return MergedFile(_as_written(text, was, here, there), clashes)


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    value: Value
    is_windows: bool
    bom: bool
    is_closed: bool

    @classmethod
    def of(cls, content: bytes) -> _Read:
        source = source_of(content)
        value, findings = (None, list(source.findings)) if source.findings else read_data(source.text)
        if errors_in(findings) and content.strip():
            raise NotUnitedError("one of the files can't be read")
        text = source.text.replace("\r\n", "\n")
        closed = text if text.endswith("\n") or not text else f"{text}\n"
        if closed != text and read_data(closed)[0] != value:
            raise NotUnitedError("a text ends without a line end")
        return cls(closed, value, "\r\n" in source.text, source.bom, closed == text)


def _prove(text: str, wanted: Value) -> None:
    if read_data(text)[0] != wanted:
        raise NotUnitedError("the merged text would say something else")


def _as_written(text: str, ancestor: _Read, mine: _Read, theirs: _Read) -> bytes:
    def kept(was: bool, here: bool, there: bool) -> bool:  # noqa: FBT001 - three facts of one kind
        return here if there == was else there

    if not kept(ancestor.is_closed, mine.is_closed, theirs.is_closed):
        text = text.removesuffix("\n")
    if kept(ancestor.is_windows, mine.is_windows, theirs.is_windows):
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if kept(ancestor.bom, mine.bom, theirs.bom) else "utf-8")
