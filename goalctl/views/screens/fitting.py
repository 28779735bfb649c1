"""Lines cut to the room there is, for pages that are to fit on one screen; into a pipe they go whole."""

from __future__ import annotations

from goalctl.views.clean import one_line
from goalctl.views.page import STEP, Line


def within_room(line: Line, room: int | None, *, end: str = "") -> Line:
    """The line in that many columns, its end kept whole; with room None as long as it is."""
    text = one_line(line.text)
    most = len(text) if room is None else room - STEP * line.indent - len(end)
    kept = text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
    return Line(kept + end, line.indent, line.tone)
