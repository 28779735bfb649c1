"""E: words that the format which a plan states does not have (`E208`)."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.formats import NEWEST, new_words
from goalctl.model.plan import Plan
from goalctl.model.written import record_data
from goalctl.rules.rule import Rule, RuleCase, finding_at


def words_of_a_later_format(case: RuleCase) -> Iterator[Finding]:
    """What an older goalctl would refuse, in a plan that says such a one can read it; told at the first place only."""
    plan = case.plan
    if plan.format >= NEWEST:
        return
    for place in new_words(Plan, record_data(plan) if case.data is None else case.data)[:1]:
        known = f"`{_key(place)}` is used here as only format {NEWEST} knows it"
        message = f"{known}, and this plan says format {plan.format}"
        yield finding_at(message, place, f"goalctl upgrade {plan.client}", at_key=isinstance(place[-1], str))


def _key(path: Path) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


RULES = (
    Rule(
        "E208",
        "a word of a later format",
        "a goalctl of the format that the plan states refuses the whole plan, where it should ask to be renewed",
        words_of_a_later_format,
        Severity.WARNING,
        mend="goalctl upgrade CLIENT",
        bad="medications: [{name: sertraline}]",
        good="{format: 2, medications: [{name: sertraline}]}",
    ),
)
