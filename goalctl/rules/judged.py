"""How often the language rules were right on labelled goals that nobody looked at while rules were made.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 8, 8, 50, 53),
    "S102": Judged("vague", 14, 15, 50, 53),
    "S104": Judged("vague", 26, 26, 50, 53),
    "S105": Judged("vague", 2, 3, 50, 53),
    "S103": Judged("no-number", 27, 29, 54, 55),
    "S107": Judged("no-number", 0, 0, 54, 55),
    "S109": Judged("no-number", 27, 28, 54, 55),
    "S108": Judged("depends-on-others", 56, 56, 56, 60),
    "S106": Judged("only-an-absence", 55, 55, 55, 57),
    "S110": Judged("two-in-one", 54, 55, 54, 58),
    "S117": Judged("too-easy", 14, 14, 55, 57),
    "S118": Judged("too-easy", 41, 41, 55, 57),
}
