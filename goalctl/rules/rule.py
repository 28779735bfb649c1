"""What a rule is: a code, why it exists, where it comes from, a bad and a good example, and one pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from goalctl.analysis.progress.series import Series, current_series, series_of
from goalctl.model.finding import Finding, Path, Severity, Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.profile import Profile, Requirement
from goalctl.model.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """What a rule looks at: one plan, the forms it may name, and the file's name without its ending.

    `data` is the plan as plain text values, for rules that read every text in it. Without a day, everything that a plan
    promises for later counts as past. Without a profile no audit rule has anything to ask for.
    """

    plan: Plan
    name: str
    forms: Mapping[str, Form] = field(default_factory=dict)
    today: date = date.max
    settings: Settings = field(default_factory=Settings)
    data: Value = None
    profile: Profile | None = None

    @cached_property
    def may_be_thin(self) -> bool:
        """Whether the plan is still being made: its `plan_by` has not passed."""
        plan = self.plan
        return bool(plan.plan_by and plan.opened and self.today <= plan.plan_by.after(plan.opened))

    @cached_property
    def _known(self) -> dict[tuple[str, str], Any]:
        return {}

    def once(self, work: Callable[[Case], T]) -> T:
        """What the function makes of this case, worked out once for all the rules that ask."""
        key = (work.__module__, work.__qualname__)
        if key not in self._known:
            self._known[key] = work(self)
        result: T = self._known[key]
        return result

    def all_series(self, item: str) -> tuple[Series, ...]:
        """Every series of a goal or objective, worked out once."""
        key = ("series", item)
        if key not in self._known:
            self._known[key] = series_of(self.plan, item, self.forms, today=self.today)
        found: tuple[Series, ...] = self._known[key]
        return found

    def series(self, item: str) -> Series | None:
        """The series to judge a goal or objective by."""
        return current_series(self.all_series(item))

    def demand(self, code: str) -> Requirement:
        """What the profile asks for under that code; nothing special when it does not say."""
        return (self.profile.rules.get(code) if self.profile else None) or Requirement()


Check: TypeAlias = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the linter. `check` yields findings with a path; it never needs to know the file.

    `bad` and `good` are parts of a plan in YAML, which the rule flags and leaves alone; `mend` is the hint where a
    finding brings none of its own. A rule that `waits` is silent while the plan's `plan_by` has not passed. Not
    `verified`: common knowledge of the field that nobody looked up again.
    """

    code: str
    title: str
    why: str
    check: Check
    severity: Severity = Severity.ERROR
    mend: str = ""
    source: str = ""
    bad: str = ""
    good: str = ""
    waits: bool = False
    verified: bool = True

    def findings(self, case: Case) -> Iterator[Finding]:
        """What it finds, with its code, severity and hint; nothing while it waits."""
        if self.waits and case.may_be_thin:
            return
        for finding in self.check(case):
            yield finding if finding.code else self._named(finding)

    def _named(self, finding: Finding) -> Finding:
        return replace(finding, code=self.code, severity=self.severity, hint=finding.hint or self.mend)


def found(message: str, path: Path, hint: str = "", *, at_key: bool = False) -> Finding:
    """A finding that gets its code and severity from its rule."""
    return Finding("", message, path, hint, at_key=at_key)


def findings_of(rules: Iterable[Rule], case: Case) -> list[Finding]:
    """Everything the rules find in the case, rule by rule."""
    return [finding for rule in rules for finding in rule.findings(case)]
