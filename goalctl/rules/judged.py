"""How often the language rules were right on labelled goals that nothing was made or learned from.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
    "S101": Judged("vague", 9, 9, 114, 120),
    "S102": Judged("vague", 36, 37, 114, 120),
    "S104": Judged("vague", 61, 67, 114, 120),
    "S105": Judged("vague", 8, 8, 114, 120),
    "S103": Judged("no-number", 44, 45, 123, 129),
    "S107": Judged("no-number", 0, 0, 123, 129),
    "S109": Judged("no-number", 79, 80, 123, 129),
    "S108": Judged("depends-on-others", 120, 123, 120, 130),
    "S106": Judged("only-an-absence", 92, 93, 92, 95),
    "S110": Judged("two-in-one", 114, 126, 114, 121),
    "S117": Judged("too-easy", 15, 15, 48, 52),
    "S118": Judged("too-easy", 33, 34, 48, 52),
}
