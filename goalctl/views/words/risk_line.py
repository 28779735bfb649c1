"""Risk in one line for a reader outside: level, the day it was asked, whether a plan is in place, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.risk.row_words import row_in_words
from goalctl.analysis.risk.told import NO_RECORD
from goalctl.model.people import has_had_several
from goalctl.model.session import Risk
from goalctl.views.words.contact import whole_record_words


def risk_line(case: Case) -> str:
    """`asked on 2026-06-01, level low; safety plan of 2026-01-19`; neither concern, item nor anybody's words.

    Of several people each is named with the own day and level; of several concerns each has its newest.
    """
    plans = [found for found in case.safety_plans if found.steps or found.where or found.entry]
    if not has_had_several(case.plan):
        plans = sorted(plans, key=lambda found: found.looked_at)[-1:]
    kept = [f"safety plan of {found.looked_at}{_whose(case, found.person)}" for found in plans]
    return "; ".join(dict.fromkeys([*_asked(case), *(kept or ["no safety plan on record"])]))


def _asked(case: Case) -> list[str]:
    asked = [f"asked on {entry.date}{_whose(case, person)}, {_level(entry.risk)}" for person, entry in case.risk.asked]
    last = case.risk.last_record
    if last is None or last.risk is None:
        return asked or [NO_RECORD]
    if any(last == entry for _, entry in case.risk.asked) or (asked and last.risk.close):
        return asked
    return [*asked, f"{'closed without asking' if last.risk.close else 'not asked'} on {last.date}"]


def _whose(case: Case, person: str | None) -> str:
    return f" ({person})" if person and has_had_several(case.plan) else ""


def _level(risk: Risk | None) -> str:
    return f"level {risk.level}" if risk and risk.level else "no level stated"


def risk_in_full(case: Case) -> Iterator[str]:
    """Every row as those who treat read it, and the whole of each of these records, or of the newest that closed."""
    yield from (row_in_words(row) for row in case.risk.rows)
    last = case.risk.last_record
    asked = [entry for _, entry in case.risk.asked]
    newest = [last] if last and last not in asked and not (asked and last.risk and last.risk.close) else []
    for entry in [*newest, *asked]:
        if entry.risk:
            yield f"record of {entry.date}: {whole_record_words(entry.risk)}"
