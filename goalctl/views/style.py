"""How a terminal colours a tone; of pages the style sheet knows (`style_sheet.py`)."""

from __future__ import annotations

from goalctl.views.listing import Tone

GREEN, AMBER, TEAL, BLUE, VIOLET, MAGENTA, GREY, RED = 28, 130, 30, 63, 98, 164, 243, 196
"""Numbers of the 256 colours, which no theme changes: those that stand out on white and on black by at least 4.3 to 1
(WCAG 2.2), red by 4 to 1, and by 3 to 1 on the two grounds of Solarized. A theme's own yellow is lost on white, and
its bright black on what is dark.
"""

BRIGHT_RED = "#ee0000"  # 4.5 to 1 on both, where a terminal can show it; else it is RED
STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: f"color({GREEN})",
    Tone.SOON: f"color({AMBER})",
    Tone.LATE: f"color({AMBER})",
    Tone.BAD: f"bold {BRIGHT_RED}",
    Tone.QUIET: f"color({GREY})",  # "dim" is half of whatever a theme has for its text, which may be little
}
