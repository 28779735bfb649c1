"""How often the language rules were right on labelled goals that nobody looked at while rules were made.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 1, 1, 33, 39),
    "S102": Judged("vague", 11, 13, 33, 39),
    "S104": Judged("vague", 20, 21, 33, 39),
    "S105": Judged("vague", 1, 1, 33, 39),
    "S103": Judged("no-number", 28, 29, 63, 66),
    "S107": Judged("no-number", 0, 0, 63, 66),
    "S109": Judged("no-number", 35, 40, 63, 66),
    "S108": Judged("depends-on-others", 28, 28, 28, 36),
    "S106": Judged("only-an-absence", 35, 35, 35, 40),
    "S110": Judged("two-in-one", 20, 21, 20, 30),
    "S117": Judged("too-easy", 7, 7, 24, 27),
    "S118": Judged("too-easy", 17, 17, 24, 27),
}
