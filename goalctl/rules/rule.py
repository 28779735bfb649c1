"""What a rule is: a code, why it exists, and one small pure function over a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from goalctl.model.finding import Finding, Severity
from goalctl.model.form import Form
from goalctl.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: one plan, the forms it may name, and the file's name without its ending."""

    plan: Plan
    name: str
    forms: Mapping[str, Form] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the linter. `check` yields findings with a path; it never needs to know the file."""

    code: str
    title: str
    why: str
    check: Callable[[Case], Iterator[Finding]]
    severity: Severity = Severity.ERROR


def findings_of(rules: tuple[Rule, ...], case: Case) -> list[Finding]:
    """Everything the rules find in the case, rule by rule."""
    return [finding for rule in rules for finding in rule.check(case)]
