"""How often the language rules were right on labelled goals that nobody looked at while rules were made.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 6, 6, 93, 109),
    "S102": Judged("vague", 31, 33, 93, 109),
    "S104": Judged("vague", 51, 55, 93, 109),
    "S105": Judged("vague", 5, 5, 93, 109),
    "S103": Judged("no-number", 45, 45, 102, 111),
    "S107": Judged("no-number", 0, 0, 102, 111),
    "S109": Judged("no-number", 57, 60, 102, 111),
    "S108": Judged("depends-on-others", 99, 104, 99, 113),
    "S106": Judged("only-an-absence", 102, 102, 102, 105),
    "S110": Judged("two-in-one", 103, 106, 103, 112),
    "S117": Judged("too-easy", 25, 25, 95, 96),
    "S118": Judged("too-easy", 71, 71, 95, 96),
}
