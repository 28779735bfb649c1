"""How each kind of mark looks, in a terminal and in a picture: one row a kind.

In a picture every colour stands out on white, and each line has a dash or a shape of its own; in a terminal each has a
glyph of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from goalctl.views import style as terminal
from goalctl.views.charts.model import Mark, MarkKind, Trace

INK = "#1f2937"
QUIET = "#4b5563"
GRID = "#d1d5db"
BANDS = ("#f3f4f6", "#e5e7eb")
GREEN, RED, PURPLE = "#166534", "#b91c1c", "#6b21a8"


class Look(NamedTuple):
    """A glyph with a terminal's colour, a number of the 256; a picture's colour, dash and width.

    A picture's colours read on white at 4.5 to 1 or better.

    In a terminal a line has its glyph in every `step`-th column, so that two lines can cross; without a step it has one
    on each point, and in a picture a shape: `corners` 0 is a circle, `turn` rotates it, `is_hollow` leaves it white.
    """

    glyph: str
    colour: int
    ink: str
    dash: str = "none"
    width: float = 2.0
    step: int = 0
    corners: int = 0
    turn: float = 0.0
    is_hollow: bool = False

    @property
    def style(self) -> str:
        """The terminal's colour as Rich says it."""
        return f"color({self.colour})"


SCORES = (
    Look("●", terminal.TEAL, "#0b4f8a"),
    Look("◆", terminal.MAGENTA, "#9a3412", "7 3", corners=4, turn=0),
    Look("▲", terminal.BLUE, PURPLE, "2 3", corners=3, turn=-90),
    Look("■", terminal.AMBER, GREEN, "10 3 2 3", corners=4, turn=45),
    Look("○", terminal.GREEN, "#854d0e", "4 2", is_hollow=True),
    Look("◇", terminal.VIOLET, "#9d174d", "1 2", corners=4, is_hollow=True),
)
"""Those of several people or goals take turns."""

LOOKS = {
    MarkKind.BASELINE: Look("─", terminal.GREY, QUIET, width=1.2),
    MarkKind.TARGET: Look("━", terminal.GREEN, GREEN, width=2.2),
    MarkKind.DEADLINE: Look("┃", terminal.RED, RED),
    MarkKind.FORMER_DAY: Look("┊", terminal.RED, RED, "3 4", 1.2),
    MarkKind.SCORES: SCORES[0],
    MarkKind.AIMLINE: Look("·", terminal.GREEN, GREEN, "8 4", 1.6, step=2),
    MarkKind.FIRST_AIMLINE: Look(":", terminal.GREEN, GREEN, "2 4", 1.6, step=3),
    MarkKind.TREND: Look("*", terminal.AMBER, PURPLE, "1 4", 2.6, step=2),
    MarkKind.PROJECTION: Look("+", terminal.AMBER, PURPLE, "1 9", 2.6, step=3),
}


def look_of(mark: Mark) -> Look:
    """How a mark looks."""
    if isinstance(mark, Trace) and mark.kind is MarkKind.SCORES:
        return SCORES[mark.place % len(SCORES)]
    return LOOKS[mark.kind]
