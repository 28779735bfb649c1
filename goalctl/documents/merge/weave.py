"""The text of a merge: stretch by stretch as one of the sides has it, with git's marks around a clash alone."""

from __future__ import annotations

from dataclasses import replace

from goalctl.documents.merge.pieces import NotUnitedError, Piece, Three, WovenSource, three_of
from goalctl.documents.merge.trivia import united_lines, united_rest
from goalctl.model.joint import ClashChoice, Joint, JointPart

OURS, BETWEEN, THEIRS = "<<<<<<< mine\n", "=======\n", ">>>>>>> theirs\n"
_SIDES = (ClashChoice.MINE, ClashChoice.THEIRS)


class _NoRoomError(Exception):
    """Marks stand on lines of their own, and here is none: the entry around gets them."""


def woven_text(joint: Joint, ancestor: str, mine: str, theirs: str) -> str:
    """The text that says what the joint says; NotUnitedError when the sides are written too differently for that."""
    sources = [WovenSource.of(text) if text.strip() else None for text in (ancestor, mine, theirs)]
    before, here, there = (source.whole() if source else None for source in sources)
    if here is None or there is None:
        raise NotUnitedError("one side is empty")
    try:
        return _composed(joint, (before, here, there))
    except _NoRoomError:
        raise NotUnitedError("the whole file is in doubt") from None


def _woven(part: JointPart, three: Three, column: int) -> str:
    """One entry as whole lines, with the comments above it."""
    before, here, there = three
    if part.joint.gone_from:
        return ""
    if part.joint.clash:
        return _between_marks(_lines(here, column), _lines(there, column))
    if part.joint.chosen:
        return _lines(here if part.joint.sides == "a" else there, column)
    if here is None or there is None:
        return _lines(here or there, column)
    lead = united_lines(before.lead if before else "", here.lead, there.lead)
    try:
        return lead + " " * column + _composed(part.joint, three)
    except _NoRoomError:
        return _halves(part, three, column)


def _lines(piece: Piece | None, column: int) -> str:
    return piece.lead + " " * column + piece.body if piece else ""


def _halves(part: JointPart, three: Three, column: int) -> str:
    """The entry twice, with mine and with theirs where both can't stand, and all else of both in either."""
    if not any(part.joint.clashes()):
        raise NotUnitedError("there is no room for what was decided")
    halves = (_woven(replace(part, joint=part.joint.decided(choice)), three, column) for choice in _SIDES)
    return _between_marks(*halves)


def _between_marks(mine: str, theirs: str) -> str:
    return f"{OURS}{mine}{BETWEEN}{theirs}{THEIRS}"


def _composed(joint: Joint, three: Three) -> str:
    """An entry that both sides have: the whole of one, or head, value and tail each as it was changed."""
    before, (here, there) = three[0], _sides(three)
    alone = _changed_alone(joint, before.body if before else None, here.body, there.body)
    if alone is not None:
        return alone
    if full := _full_one(here, there):
        value = _in_lines(joint, (before if before and before.is_in_lines else None, here, there), full)
        return full.head + value + full.tail
    if _style(here) != _style(there):
        return _of_one_style(joint, here, there)
    like = before if before and _style(before) == _style(here) else None
    head, tail = (like.head, like.tail) if like else ("", "")
    value = _value(joint, (like, here, there))
    return united_rest(head, here.head, there.head) + value + united_rest(tail, here.tail, there.tail)


def _full_one(here: Piece, there: Piece) -> Piece | None:
    """The side that has its entries in lines, where nothing is left on the other but brackets."""
    pairs = ((here, there), (there, here))
    return next((one for one, other in pairs if one.is_in_lines and other.node.flow and not other.node.entries), None)


def _changed_alone(joint: Joint, was: str | None, here: str, there: str) -> str | None:
    """What one side alone has changed, or both alike; None where both did, or where the newer format stands instead."""
    if not joint.is_by_itself:
        return None
    if there in {here, was} and "a" in joint.sides:
        return here
    return there if here == was and "b" in joint.sides else None


def _style(piece: Piece) -> tuple[bool, bool, int]:
    """Pieces of one style have their entries at the same depth."""
    is_in_lines = piece.is_in_lines
    return is_in_lines, piece.cut < piece.node.start, piece.node.column if is_in_lines else 0


def _of_one_style(joint: Joint, here: Piece, there: Piece) -> str:
    if not joint.is_by_itself:
        raise _NoRoomError
    match joint.sides:
        case "a":
            return here.body
        case "b":
            return there.body
        case "ab":
            return max(here.body, there.body, key=lambda body: (body.count("#"), body))
    raise NotUnitedError("one side is in lines, the other in brackets")


def _value(joint: Joint, three: Three) -> str:
    before, (here, there) = three[0], _sides(three)
    alone = _changed_alone(joint, before.value if before else None, here.value, there.value)
    if alone is not None:
        return alone
    if joint.parts is None or not (here.node.entries and there.node.entries):
        return _value_of_a_side(joint, here, there)
    return _in_lines(joint, three) if here.is_in_lines else _in_brackets(joint, three)


def _value_of_a_side(joint: Joint, here: Piece, there: Piece) -> str:
    values = {"a": here.value, "b": there.value, "ab": min(here.value, there.value)}
    if joint.sides not in values:
        raise NotUnitedError("nothing is written like it")
    return values[joint.sides]


def _in_lines(joint: Joint, three: Three, full: Piece | None = None) -> str:
    here = full or _sides(three)[0]
    pieces = [piece.source.pieces(piece.node) if piece else {} for piece in three]
    column, is_inline = here.node.column, here.cut == here.node.start
    text = "".join(_woven(part, three_of(part, pieces), column) for part in joint.parts or ())
    if not text:
        return _emptied(here, is_inline=is_inline)
    return _inline(text, column) if is_inline else text


def _emptied(here: Piece, *, is_inline: bool) -> str:
    if is_inline:
        raise NotUnitedError("nothing is left in it")
    return f"{' ' * (here.node.column or 2)}{'[]' if here.node.kind == 'sequence' else '{}'}\n"


def _inline(text: str, column: int) -> str:
    """The lines without the first one's indent, to go on where the item's own line has begun."""
    if text.startswith(OURS):
        raise _NoRoomError
    if text[:column].strip(" "):
        raise NotUnitedError("a comment stands where an item begins")
    return text[column:]


def _in_brackets(joint: Joint, three: Three) -> str:
    """Each entry as its side has it, with what stood before it there; a clash has no room in here."""
    if any(joint.clashes()):
        raise _NoRoomError
    here, there = _sides(three)
    pieces = [piece.source.bracketed(piece.node) if piece and piece.node.flow else {} for piece in three]
    text = ""
    for part in joint.parts or ():
        entry = three_of(part, pieces)
        if body := _entry(part.joint, entry):  # else it goes
            text += _gap(entry, is_first=not text) + body
    ends = [piece.source.text[piece.node.entries[-1].end : piece.node.end] for piece in (here, there)]
    return here.source.text[here.node.start] + text + min(ends)


def _gap(three: Three, *, is_first: bool) -> str:
    """What stands before an entry in brackets: a comma, unless it is the first; spaces and comments as they were."""
    gap = united_rest(*(piece.lead if piece else "" for piece in _filled(three)))
    if is_first:
        return gap[1:].lstrip(" ") if gap.startswith(",") else gap
    return gap if gap.startswith(",") else f", {gap.lstrip(' ')}"


def _entry(joint: Joint, three: Three) -> str:
    here, there = three[1:]
    if joint.gone_from:
        return ""
    if joint.chosen:
        here = there = here if joint.sides == "a" else there
    if here and there:
        return here.body if here is there else _composed(joint, three)
    one = here or there
    return one.body if one else ""


def _filled(three: Three) -> Three:
    """An entry of one side alone is new on both, so that it is taken as it is."""
    before, here, there = three
    return before, here or there, there or here


def _sides(three: Three) -> tuple[Piece, Piece]:
    _, here, there = three
    if here is None or there is None:
        raise NotUnitedError("an entry is on one side only")
    return here, there
