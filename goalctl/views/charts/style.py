"""How lines and marks look in a picture: every colour stands out on white, and each has a shape or dash of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from goalctl.views.charts.model import Role, Trace
from goalctl.views.charts.svg import child

INK = "#1f2937"
QUIET = "#4b5563"
GRID = "#d1d5db"
BANDS = ("#f3f4f6", "#e5e7eb")
TARGET = "#166534"
DEADLINE = "#b91c1c"
RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class Look:
    """A colour that reads on white at 4.5 to 1 or better, a dash, a width, and for scores the corners of the mark.

    `corners` 0 is a circle; `turn` rotates the mark, `is_hollow` leaves it white inside.
    """

    colour: str
    dash: str = "none"
    width: float = 2.0
    corners: int = 0
    turn: float = 0.0
    is_hollow: bool = False


SCORES = (
    Look("#0b4f8a"),
    Look("#9a3412", "7 3", corners=4, turn=0),
    Look("#6b21a8", "2 3", corners=3, turn=-90),
    Look("#166534", "10 3 2 3", corners=4, turn=45),
    Look("#854d0e", "4 2", is_hollow=True),
    Look("#9d174d", "1 2", corners=4, is_hollow=True),
)
LINES = {
    Role.AIMLINE: Look(TARGET, "8 4", 1.6),
    Role.FIRST_AIMLINE: Look(TARGET, "2 4", 1.6),
    Role.TREND: Look("#6b21a8", "1 4", 2.6),
    Role.PROJECTION: Look("#6b21a8", "1 9", 2.6),
}


def look_of(trace: Trace) -> Look:
    """How a line looks; several of one role take turns."""
    return SCORES[trace.place % len(SCORES)] if trace.role is Role.SCORES else LINES[trace.role]


def stroke(parent: Element, points: list[tuple[float, float]], look: Look, **more: str | float) -> Element:
    """The joined line through the points."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return child(
        parent,
        "polyline",
        points=path,
        fill="none",
        stroke=look.colour,
        stroke_width=look.width,
        stroke_dasharray=look.dash,
        stroke_linecap="round" if look.dash.startswith("1 ") else "butt",
        **more,
    )


def mark(parent: Element, x: float, y: float, look: Look, *, says: str = "") -> None:
    """One score's mark; `says` is shown under the pointer."""
    fill = "#ffffff" if look.is_hollow else look.colour
    if look.corners:
        corners = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in _corners(look))
        made = child(parent, "polygon", points=corners, fill=fill, stroke=look.colour, stroke_width=1.5)
    else:
        made = child(parent, "circle", cx=x, cy=y, r=RADIUS, fill=fill, stroke=look.colour, stroke_width=1.5)
    if says:
        child(made, "title", says)


def _corners(look: Look) -> list[tuple[float, float]]:
    angles = [math.radians(look.turn + 360 * corner / look.corners) for corner in range(look.corners)]
    return [(1.25 * RADIUS * math.cos(angle), 1.25 * RADIUS * math.sin(angle)) for angle in angles]


def sample(parent: Element, x: float, y: float, trace: Trace) -> None:
    """A short piece of the line for the legend."""
    look = look_of(trace)
    stroke(parent, [(x, y), (x + 26, y)], look)
    if trace.role is Role.SCORES:
        mark(parent, x + 13, y, look)
