"""How each kind of mark looks, in a terminal and in a picture: one row a kind.

In a picture every colour stands out on white, and each line has a dash or a shape of its own; in a terminal each has a
glyph of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from goalctl.views.charts.model import Mark, MarkKind, Trace

INK = "#1f2937"
QUIET = "#4b5563"
GRID = "#d1d5db"
BANDS = ("#f3f4f6", "#e5e7eb")
GREEN, RED, PURPLE = "#166534", "#b91c1c", "#6b21a8"


@dataclass(frozen=True, slots=True)
class Look:
    """A glyph with a terminal's colour; a picture's colour, which reads on white at 4.5 to 1 or better, dash and width.

    In a terminal a line has its glyph in every `step`-th column, so that two lines can cross; without a step it has one
    on each point, and in a picture a shape: `corners` 0 is a circle, `turn` rotates it, `is_hollow` leaves it white.
    """

    glyph: str
    colour: str
    ink: str
    dash: str = "none"
    width: float = 2.0
    step: int = 0
    corners: int = 0
    turn: float = 0.0
    is_hollow: bool = False


SCORES = (
    Look("●", "cyan", "#0b4f8a"),
    Look("◆", "magenta", "#9a3412", "7 3", corners=4, turn=0),
    Look("▲", "blue", PURPLE, "2 3", corners=3, turn=-90),
    Look("■", "yellow", GREEN, "10 3 2 3", corners=4, turn=45),
    Look("○", "green", "#854d0e", "4 2", is_hollow=True),
    Look("◇", "red", "#9d174d", "1 2", corners=4, is_hollow=True),
)
"""Those of several people or goals take turns."""

LOOKS = {
    MarkKind.BASELINE: Look("─", "gray", QUIET, width=1.2),
    MarkKind.TARGET: Look("━", "green", GREEN, width=2.2),
    MarkKind.DEADLINE: Look("┃", "red", RED),
    MarkKind.FORMER_DAY: Look("┊", "red", RED, "3 4", 1.2),
    MarkKind.SCORES: SCORES[0],
    MarkKind.AIMLINE: Look("·", "green", GREEN, "8 4", 1.6, step=2),
    MarkKind.FIRST_AIMLINE: Look(":", "green", GREEN, "2 4", 1.6, step=3),
    MarkKind.TREND: Look("*", "yellow", PURPLE, "1 4", 2.6, step=2),
    MarkKind.PROJECTION: Look("+", "yellow", PURPLE, "1 9", 2.6, step=3),
}


def look_of(mark: Mark) -> Look:
    """How a mark looks."""
    if isinstance(mark, Trace) and mark.kind is MarkKind.SCORES:
        return SCORES[mark.place % len(SCORES)]
    return LOOKS[mark.kind]
