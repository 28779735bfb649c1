"""Progress in one line of characters: a bar for a share, a sparkline for a course."""

from __future__ import annotations

from collections.abc import Sequence

BAR_WIDTH = 10
SPARKS = "▁▂▃▄▅▆▇█"
MOST_SPARKS = 24


def bar(share: float, *, width: int = BAR_WIDTH) -> str:
    """A share from 0 to 1 as filled and empty blocks; below 0 it is empty, above 1 full."""
    filled = round(min(max(share, 0.0), 1.0) * width)
    return "█" * filled + "░" * (width - filled)


def sparkline(values: Sequence[float]) -> str:
    """The newest values as bars between their own lowest and highest; a flat course is a line in the middle."""
    shown = values[-MOST_SPARKS:]
    low, high = min(shown), max(shown)
    if high == low:
        return SPARKS[len(SPARKS) // 2] * len(shown)
    step = (len(SPARKS) - 1) / (high - low)
    return "".join(SPARKS[round((value - low) * step)] for value in shown)
