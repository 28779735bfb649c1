"""How often the language rules were right on labelled goals that nothing was made or learned from.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 8, 8, 112, 120),
    "S102": Judged("vague", 33, 33, 112, 120),
    "S104": Judged("vague", 63, 66, 112, 120),
    "S105": Judged("vague", 8, 8, 112, 120),
    "S103": Judged("no-number", 44, 45, 125, 129),
    "S107": Judged("no-number", 0, 0, 125, 129),
    "S109": Judged("no-number", 81, 83, 125, 129),
    "S108": Judged("depends-on-others", 121, 124, 121, 130),
    "S106": Judged("only-an-absence", 93, 94, 93, 95),
    "S110": Judged("two-in-one", 117, 130, 117, 121),
    "S117": Judged("too-easy", 15, 15, 48, 52),
    "S118": Judged("too-easy", 33, 34, 48, 52),
}
