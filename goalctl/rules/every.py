"""Every rule there is, those about goals first, and how one is named on a command line or in the settings."""

from __future__ import annotations

import re

from goalctl.rules import (
    a_billing,
    a_cloned,
    a_course,
    a_entries,
    a_people,
    a_plan,
    a_record,
    a_thread,
    c_progress,
    c_signals,
    c_twice,
    c_withdrawal,
    e_file,
    w_waivers,
)
from goalctl.rules.of_goals import OF_GOALS
from goalctl.rules.rule import PlanSeen

_OF_THE_LOG = (*a_entries.RULES, *a_record.RULES, *a_billing.RULES, *a_course.RULES)
AUDIT = (*a_plan.RULES, *a_people.RULES, *a_thread.RULES, *_OF_THE_LOG)
ADVICE = (*OF_GOALS, *c_signals.RULES, *c_twice.RULES, *c_withdrawal.RULES, *c_progress.RULES, *AUDIT)
"""The rules that look at one plan and advise."""

ALL = (*e_file.RULES, *ADVICE, *a_cloned.RULES, *w_waivers.RULES)
CODES = frozenset(rule.code for rule in ALL)
AUDITED_BESIDE = frozenset({"C109", "D109"})
"""What everybody is told, and an audit asks for too: goals reached but left open, target dates that passed."""

AUDITED = frozenset(code for code in CODES if code.startswith("A")) | AUDITED_BESIDE
"""Every code that a profile may ask for."""

OF_THE_DAY = frozenset(rule.code for rule in (*ADVICE, *a_cloned.RULES) if rule.sees is PlanSeen.OF_THE_DAY)
"""Codes that are asked of a plan as it stood, and not of what its file says, be it of a day to come."""

ADVISING = frozenset(code for code in CODES if not code.startswith("E"))

_SELECTOR = re.compile(r"[A-Z]\d{0,3}")


def names_a_rule(selector: str) -> bool:
    """Whether a code or the beginning of one, as `S` or `S1`, fits any code that has a rule."""
    return _SELECTOR.fullmatch(selector) is not None and any(code.startswith(selector) for code in CODES)
