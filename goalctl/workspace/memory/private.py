"""What in the texts of one client's plan would be private in another's. Light: every plan that is read asks."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.model.entry import entry_values
from goalctl.model.finding import Finding, Value
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.rules import p_privacy
from goalctl.rules.rule import RuleCase, findings_of


def private_findings(settings: Settings, entry: Mapping[str, Value]) -> list[Finding]:
    """What the privacy rules hold against the texts of an entry."""
    case = RuleCase(Plan(client="c"), settings=settings, name="c", data=dict(entry))
    return findings_of(p_privacy.RULES, case)


def private_codes(settings: Settings, text: str) -> list[str]:
    """The codes of those that a text alone meets."""
    return sorted({finding.code for finding in private_findings(settings, entry_values(text=text))})


def private_in(settings: Settings, text: str) -> list[str]:
    """What the privacy rules hold against a text, in words."""
    return [finding.message for finding in private_findings(settings, entry_values(text=text))]
