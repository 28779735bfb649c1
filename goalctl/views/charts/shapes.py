"""The shapes of marks in a picture: a line, a point, and both as a sample for the legend."""

from __future__ import annotations

import math
from xml.etree.ElementTree import Element

from goalctl.views.charts.model import MarkKind, Trace
from goalctl.views.charts.style import Look, look_of
from goalctl.views.charts.svg import child

RADIUS = 4.0


def stroke(parent: Element, points: list[tuple[float, float]], look: Look) -> None:
    """The joined line through the points."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    child(
        parent,
        "polyline",
        points=path,
        fill="none",
        stroke=look.ink,
        stroke_width=look.width,
        stroke_dasharray=look.dash,
        stroke_linecap="round" if look.dash.startswith("1 ") else "butt",
    )


def mark(parent: Element, x: float, y: float, look: Look, *, says: str = "") -> None:
    """One score's mark; `says` is shown under the pointer."""
    fill = "#ffffff" if look.is_hollow else look.ink
    if look.corners:
        corners = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in _corners(look))
        made = child(parent, "polygon", points=corners, fill=fill, stroke=look.ink, stroke_width=1.5)
    else:
        made = child(parent, "circle", cx=x, cy=y, r=RADIUS, fill=fill, stroke=look.ink, stroke_width=1.5)
    if says:
        child(made, "title", says)


def _corners(look: Look) -> list[tuple[float, float]]:
    angles = [math.radians(look.turn + 360 * corner / look.corners) for corner in range(look.corners)]
    return [(1.25 * RADIUS * math.cos(angle), 1.25 * RADIUS * math.sin(angle)) for angle in angles]


def sample(parent: Element, x: float, y: float, trace: Trace) -> None:
    """A short piece of the line for the legend."""
    look = look_of(trace)
    if look.step or trace.kind is MarkKind.SCORES:
        stroke(parent, [(x, y), (x + 26, y)], look)
    if not look.step:
        mark(parent, x + 13, y, look)
