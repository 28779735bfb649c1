"""Pages that are to fit on one screen: lines are cut, what matters least is left out and named. Pipes get all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from goalctl.views.cells import columns_of, within_columns, wrapped
from goalctl.views.clean import one_line
from goalctl.views.listing import Tone
from goalctl.views.page import STEP, Line

MOST = 3


class Room(NamedTuple):
    """The columns and rows that a page may take; the prompt below it is not among them."""

    width: int
    height: int


class ScreenPart(NamedTuple):
    """A heading with its lines, the command that shows all of them, and how many are shown where there is room."""

    title: str
    lines: Sequence[Line]
    rest: str
    most: int = MOST

    @property
    def usual(self) -> int:
        """How many are shown; one that is left over is not counted instead of being shown."""
        return len(self.lines) if len(self.lines) <= self.most + 1 else self.most


def within_room(line: Line, room: int | None, *, end: str = "") -> Line:
    """The line in that many columns, its end kept whole; with room None as long as it is."""
    text = one_line(line.text)
    kept = text if room is None else within_columns(text, room - STEP * line.indent - columns_of(end))
    return Line(kept + end, line.indent, line.tone)


def rows_of(lines: Iterable[Line], width: int) -> int:
    """How many rows of a terminal the lines take."""
    return sum(len(wrapped(one_line(line.text), width - STEP * line.indent)) for line in lines)


def laid_out(parts: Sequence[ScreenPart], room: Room | None) -> Iterator[Line]:
    """The parts that have lines, most important first; where room ends, the last ones shrink, then go, and are named.

    Before anything goes, the space between them does.
    """
    there = [part for part in parts if part.lines]
    shown, is_spaced = [part.usual for part in there], True
    while room and _rows(there, shown, room, is_spaced=is_spaced) > room.height:
        place = next((n for n in range(len(there) - 1, -1, -1) if shown[n] > (n == 0)), None)
        if is_spaced:
            is_spaced = False
        elif place is None:
            break
        else:
            shown[place] -= 1
    yield from _lines(there, shown, is_spaced=is_spaced)


def _rows(parts: Sequence[ScreenPart], shown: Sequence[int], room: Room, *, is_spaced: bool) -> int:
    return rows_of(_lines(parts, shown, is_spaced=is_spaced), room.width)


def _lines(parts: Sequence[ScreenPart], shown: Sequence[int], *, is_spaced: bool) -> Iterator[Line]:
    space = [Line("")] if is_spaced else []
    for part, number in zip(parts, shown, strict=True):
        if number:
            yield from (*space, Line(part.title), *part.lines[:number])
        if 0 < number < len(part.lines):
            yield Line(f"and {len(part.lines) - number} more: {part.rest}", 1, Tone.QUIET)
    left = [part for part, number in zip(parts, shown, strict=True) if not number]
    if gone := [f"{part.title} {len(part.lines)} ({part.rest})" for part in left]:
        yield from space
        yield Line(f"left out here: {', '.join(gone)}", tone=Tone.QUIET)  # never cut: it wraps


def with_its_head_in_sight(lines: Sequence[Line], room: Room) -> Iterator[Line]:
    """The page; where it is longer than the screen, its first line and what is bad below that once more at its end."""
    yield from lines
    if rows_of(lines, room.width) <= room.height:
        return
    first, *below = lines
    bad = next((n for n, line in enumerate(below) if line.tone is not Tone.BAD), 0)
    yield from (Line(""), first, *below[:bad])
