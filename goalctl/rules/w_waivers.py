"""W: waivers that don't do what they seem to. What a waiver is and where it stands, `workspace.check.waivers` knows."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.finding import Finding, Severity
from goalctl.rules.rule import Rule, RuleCase


def _nothing(_case: RuleCase) -> Iterator[Finding]:
    """Comments are no part of a plan: these are found in the text of the file."""
    return iter(())


_LINE = "functioning: Off work   # goalctl: ignore {}"

UNUSED = Rule(
    "W101",
    "a waiver that waives nothing",
    "it would hide the next finding of that code in silence",
    _nothing,
    Severity.WARNING,
    mend="take it away, or put it on the first line of the finding",
    source="the habit of linters",
    bad=_LINE.format("S104 the client's own words"),
    good="functioning: Off work",
)
REASONLESS = Rule(
    "W102",
    "a waiver without a reason",
    "the next reader has to know why this is right",
    _nothing,
    Severity.WARNING,
    mend="write the reason behind the code: # goalctl: ignore S104 the client's own words",
    source="the habit of linters",
    bad="goals: [{id: g1, goal: Happiness}]   # goalctl: ignore S104",
    good="goals: [{id: g1, goal: Happiness}]   # goalctl: ignore S104 the client's own word",
)
UNKNOWN = Rule(
    "W103",
    "a waiver or a setting for no rule that can be waived",
    "an error can't be waived, and a code that does not exist waives nothing",
    _nothing,
    Severity.WARNING,
    mend="the codes: goalctl explain",
    source="the habit of linters",
    bad=_LINE.format("S999 no such rule"),
    good="functioning: Off work",
)
RULES = (UNUSED, REASONLESS, UNKNOWN)
