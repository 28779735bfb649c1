"""Every code that a check can tell, with its title and, where there is one, its rule."""

from __future__ import annotations

from typing import NamedTuple

from goalctl.documents.text import CODES as TEXT_CODES
from goalctl.model.finding import Severity
from goalctl.model.profile import Profile, Requirement
from goalctl.rules.e_file import TOLD_ELSEWHERE
from goalctl.rules.every import ALL
from goalctl.rules.rule import Rule

TOLD_AS_WARNINGS = frozenset({"E119", "E262"})
"""What the reader and the notes tell without refusing the file."""


class CodeEntry(NamedTuple):
    """One code; `rules` is empty for what the reader and the model tell."""

    code: str
    title: str
    severity: Severity
    rules: tuple[Rule, ...] = ()


def codebook() -> dict[str, CodeEntry]:
    """Every code in order: errors first, then the letters as they are listed."""
    entries = {
        code: CodeEntry(code, title, Severity.WARNING if code in TOLD_AS_WARNINGS else Severity.ERROR)
        for code, title in (TEXT_CODES | TOLD_ELSEWHERE).items()
    }
    for rule in ALL:
        known = entries.get(rule.code)
        rules = (*(known.rules if known else ()), rule)
        entries[rule.code] = CodeEntry(rule.code, rules[0].title, rule.severity, rules)
    letters = "ESGLDCAPW"
    return dict(sorted(entries.items(), key=lambda pair: (letters.index(pair[0][0]), pair[0])))


def titles() -> dict[str, str]:
    """The title of every code."""
    return {code: entry.title for code, entry in codebook().items()}


def asking(code: str, profiles: list[Profile]) -> list[tuple[Profile, Requirement]]:
    """The profiles that ask for an audit rule themselves, with what they ask."""
    return [(profile, profile.rules[code]) for profile in profiles if code in profile.rules]
