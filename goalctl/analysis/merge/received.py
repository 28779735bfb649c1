"""What two clinicians took in, each in a clone of their own, is one entry, under one of the two ids.

That is a questionnaire, or rows of a table.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TypeVar

from goalctl.analysis.merge.identity import Identity
from goalctl.model.finding import Fields, Value, fields_in
from goalctl.model.joint import ClashChoice

S = TypeVar("S")
Named = Mapping[Identity, tuple[S, Value]]
DRAWN = ("by", "id", "written")
"""What each clone drew for itself when it took the text in."""
_LATER = ("signed", "amended", "void")


def taken_in_twice(
    before: Container[Identity], mine: Named[S], theirs: Named[S]
) -> Iterator[tuple[Identity, Identity, ClashChoice]]:
    """The two names of each such entry, mine and theirs, and whose stays; the same whichever side is called mine.

    Of what stands in one clone more than once, or was signed in one and gone on with in the other, both stay.
    """
    here, there = (_by_mark(before, named) for named in (mine, theirs))
    for mark, (one, entry) in here.items():
        other, same = there.get(mark, (one, entry))
        if one != other and (whose := _whose_stays(entry, same)):
            yield one, other, whose


def _by_mark(before: Container[Identity], named: Named[S]) -> dict[str, tuple[Identity, Fields]]:
    """The new entries that came in from elsewhere, each with the mark that it has."""
    found: dict[str, list[tuple[Identity, Fields]]] = {}
    for one, (_, item) in named.items():
        mark = fields_in(item).get("received")
        if isinstance(mark, str) and isinstance(item, dict) and one not in before:
            found.setdefault(mark, []).append((one, item))
    return {mark: entries[0] for mark, entries in found.items() if len(entries) == 1}


def _whose_stays(mine: Fields, theirs: Fields) -> ClashChoice | None:
    """A signature is about its entry's own id; else the one that was taken in first."""
    signed = [bool(entry.get("signed")) for entry in (mine, theirs)]
    later = [any(key in entry for key in _LATER) for entry in (mine, theirs)]
    if not any(signed):
        return _taken_in_first(mine, theirs)
    if all(later):
        return None
    return ClashChoice.MINE if signed[0] else ClashChoice.THEIRS


def _taken_in_first(mine: Fields, theirs: Fields) -> ClashChoice:
    first, second = ([str(entry.get(key, "")) for key in reversed(DRAWN)] for entry in (mine, theirs))
    return ClashChoice.MINE if first <= second else ClashChoice.THEIRS
