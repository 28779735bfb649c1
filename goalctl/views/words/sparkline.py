"""Progress in one line of characters: a bar for a share, a sparkline for a course."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.figures import rounded

BAR_WIDTH = 10
SPARKS = "▁▂▃▄▅▆▇█"
MOST_SPARKS = 24


def bar(share: float) -> str:
    """A share from 0 to 1 as filled and empty blocks: empty at 0 and below, full from 1 on, and neither in between."""
    filled = BAR_WIDTH if share >= 1 else min(max(round(share * BAR_WIDTH), share > 0), BAR_WIDTH - 1)
    return "█" * filled + "░" * (BAR_WIDTH - filled)


def percent_text(share: float) -> str:
    """A share in whole percent: 100 only when the target is reached, 0 only at the baseline; 299 of 300 are 99%."""
    percent = round(rounded(share * 100, 0))
    if share < 1:
        percent = min(percent, 99)
    return f"{percent or (share > 0) - (share < 0)}%"


def sparkline(values: Sequence[float]) -> str:
    """The newest values as bars between their own lowest and highest; a flat course is a line in the middle."""
    shown = values[-MOST_SPARKS:]
    low, high = min(shown), max(shown)
    if high == low:
        return SPARKS[len(SPARKS) // 2] * len(shown)
    step = (len(SPARKS) - 1) / (high - low)
    return "".join(SPARKS[round((value - low) * step)] for value in shown)
