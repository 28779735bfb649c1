"""Risk in one line for a reader outside: level, the day it was asked, whether a plan is in place, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.risk.row_words import row_in_words
from goalctl.analysis.risk.told import NO_RECORD
from goalctl.views.words.contact import whole_record_words


def risk_line(case: Case) -> str:
    """`asked on 2026-06-01, level low; safety plan of 2026-01-19`; neither concern, item nor anybody's words."""
    last = case.risk.last_record
    risk = last.risk if last else None
    level = f"level {risk.level}" if risk and risk.level else "no level stated"
    asked = f"asked on {last.date}, {level}" if last else NO_RECORD
    plans = [found for found in case.safety_plans if found.steps or found.where or found.entry]
    plan = f"safety plan of {max(found.looked_at for found in plans)}" if plans else "no safety plan on record"
    return f"{asked}; {plan}"


def risk_in_full(case: Case) -> Iterator[str]:
    """Every row as those who treat read it, and the whole of the newest record."""
    yield from (row_in_words(row) for row in case.risk.rows)
    last = case.risk.last_record
    if last and last.risk:
        yield f"record of {last.date}: {whole_record_words(last.risk)}"
