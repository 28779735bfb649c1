"""Pages that are to fit on one screen: lines are cut, what matters least is left out and named. Pipes get all of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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
    most = len(text) if room is None else room - STEP * line.indent - len(end)
    kept = text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
    return Line(kept + end, line.indent, line.tone)


def rows_of(lines: Iterable[Line], width: int) -> int:
    """How many rows of a terminal the lines take."""
    return sum(max(len(textwrap.wrap(one_line(line.text), width - STEP * line.indent)), 1) for line in lines)


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
    yield from _lines(there, shown, is_spaced=is_spaced, width=room.width if room else None)


def _rows(parts: Sequence[ScreenPart], shown: Sequence[int], room: Room, *, is_spaced: bool) -> int:
    return rows_of(_lines(parts, shown, is_spaced=is_spaced, width=room.width), room.width)


def _lines(parts: Sequence[ScreenPart], shown: Sequence[int], *, is_spaced: bool, width: int | None) -> Iterator[Line]:
    space = [Line("")] if is_spaced else []
    for part, number in zip(parts, shown, strict=True):
        if number:
            yield from (*space, Line(part.title), *part.lines[:number])
        if 0 < number < len(part.lines):
            yield Line(f"and {len(part.lines) - number} more: {part.rest}", 1, Tone.QUIET)
    left = [part for part, number in zip(parts, shown, strict=True) if not number]
    if gone := [f"{part.title} {len(part.lines)} ({part.rest})" for part in left]:
        yield from space
        yield within_room(Line(f"left out here: {', '.join(gone)}", tone=Tone.QUIET), width)


def with_its_head_in_sight(lines: Sequence[Line], room: Room) -> Iterator[Line]:
    """The page; where it is longer than the screen, its first line and what is bad below that once more at its end."""
    yield from lines
    if rows_of(lines, room.width) <= room.height:
        return
    first, *below = lines
    bad = next((n for n, line in enumerate(below) if line.tone is not Tone.BAD), 0)
    yield from (Line(""), first, *below[:bad])
