"""How a terminal colours a tone; of pages the style sheet knows (`style_sheet.py`)."""

from __future__ import annotations

from goalctl.views.listing import Tone

STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.SOON: "yellow",
    Tone.LATE: "red",
    Tone.BAD: "bold red",
    Tone.QUIET: "dim",
}
