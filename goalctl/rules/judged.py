"""How often the language rules were right on labelled goals that nobody looked at while they were tuned.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 3, 3, 30, 40),
    "S102": Judged("vague", 7, 8, 30, 40),
    "S104": Judged("vague", 17, 18, 30, 40),
    "S105": Judged("vague", 3, 3, 30, 40),
    "S103": Judged("no-number", 16, 17, 46, 53),
    "S107": Judged("no-number", 0, 0, 46, 53),
    "S109": Judged("no-number", 30, 34, 46, 53),
    "S108": Judged("depends-on-others", 21, 21, 21, 25),
    "S106": Judged("only-an-absence", 26, 27, 26, 29),
    "S110": Judged("two-in-one", 16, 16, 16, 20),
    "S117": Judged("too-easy", 7, 7, 21, 21),
    "S118": Judged("too-easy", 14, 14, 21, 21),
}
