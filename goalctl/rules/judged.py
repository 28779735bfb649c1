"""How often the language rules were right on labelled goals that nobody looked at while rules were made.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 7, 7, 48, 53),
    "S102": Judged("vague", 13, 14, 48, 53),
    "S104": Judged("vague", 26, 26, 48, 53),
    "S105": Judged("vague", 2, 3, 48, 53),
    "S103": Judged("no-number", 27, 29, 55, 55),
    "S107": Judged("no-number", 0, 0, 55, 55),
    "S109": Judged("no-number", 28, 31, 55, 55),
    "S108": Judged("depends-on-others", 53, 54, 53, 60),
    "S106": Judged("only-an-absence", 55, 55, 55, 57),
    "S110": Judged("two-in-one", 50, 52, 50, 58),
    "S117": Judged("too-easy", 14, 14, 55, 57),
    "S118": Judged("too-easy", 41, 41, 55, 57),
}
