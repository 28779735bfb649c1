"""What a rule is: a code, why it exists, where it comes from, a bad and a good example, and one pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple, TypeAlias

from goalctl.analysis.audit.standing import day_at
from goalctl.analysis.case import Case
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.risk.picture import RiskPicture, risk_picture
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.finding import Finding, Path, Severity, Value
from goalctl.model.plan import Plan
from goalctl.model.profile import Profile, Requirement
from goalctl.rules.hints import hint_for


@dataclass(frozen=True, kw_only=True)
class RuleCase(Case):
    """What a rule looks at: a case, and the file's name without its ending.

    The plan is the whole one, as its file has it, so that a finding's path leads to its place. `data` is the plan as
    plain text values, for rules that read every text in it. Without a profile no audit rule has anything to ask for.
    `beside` is the plan before or after a change: of a wording that is alike in both, nothing is told.
    """

    name: str
    data: Value = None
    profile: Profile | None = None
    beside: Plan | None = None

    @classmethod
    def seen_in(cls, case: Case, plan: Plan, name: str, data: Value, profile: Profile | None = None) -> RuleCase:
        """The same day, practice and other episodes, with the whole plan as the file of that name has it."""
        at = case.today, case.settings, case.earlier, case.ahead, case.later
        return cls(plan, case.forms, *at, name=name, data=data, profile=profile)

    @property
    def risk(self) -> RiskPicture:
        """Where risk stands, as everybody else sees it: by the plan as it stood on the day."""
        return self.once(_risk_on_its_day)

    @property
    def may_be_thin(self) -> bool:
        """Whether the plan is still being made."""
        return thin_until(self.plan, today=self.today) is not None

    def demand(self, code: str) -> Requirement:
        """What the profile asks for under that code; nothing special when it does not say."""
        return (self.profile.rules.get(code) if self.profile else None) or Requirement()


def thin_until(plan: Plan, *, today: date) -> date | None:
    """The day of `plan_by`, while it has not passed or where it had not when treatment ended; else None."""
    last = plan.plan_by.after(plan.opened) if plan.plan_by and plan.opened else date.min
    return last if (plan.ended_on(today) or today) <= last else None


def _risk_on_its_day(case: RuleCase) -> RiskPicture:
    plan = as_of(case.plan, today=case.today)
    return risk_picture(Standpoint(plan, case.forms, case.today, case.settings, case.earlier, case.ahead, case.later))


class PlanSeen(Enum):
    """Which plan a rule looks at where an earlier day is asked about."""

    OF_THE_DAY = "as it stood on that day"
    OF_THE_FILE = "as its file has it, with what is of a later day"
    OF_NOW = "as its file has it, and as of the real today: what came later has come"


Check: TypeAlias = Callable[[RuleCase], Iterator[Finding]]


OF_THE_WORK = ("S", "G", "L")
"""How goals are made, and how many: asked while there is work on them. What its end left open is A164's."""


class Rule(NamedTuple):
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
    sees: PlanSeen = PlanSeen.OF_THE_DAY

    def findings(self, case: RuleCase) -> Iterator[Finding]:
        """What it finds, with its code, severity and hint; nothing while it waits, nor of work that has ended.

        An audit of an earlier day knows nothing of what is dated later.
        """
        if (self.waits and case.may_be_thin) or (case.plan.has_ended and self.code.startswith(OF_THE_WORK)):
            return
        for finding in self.check(case):
            if not (self.code.startswith("A") and _is_of_a_later_day(finding, case)):
                yield finding if finding.code else self._with_code(finding, case)

    def _with_code(self, finding: Finding, case: RuleCase) -> Finding:
        hint = hint_for(finding.hint or self.mend, case.plan, finding.path)
        severity = Severity.INFO if finding.severity is Severity.INFO else self.severity
        return finding._replace(code=self.code, severity=severity, hint=hint)


def _is_of_a_later_day(finding: Finding, case: RuleCase) -> bool:
    day = day_at(case.plan, finding.path)
    return day is not None and day > case.today


def finding_at(message: str, path: Path, hint: str = "", *, at_key: bool = False, mildly: bool = False) -> Finding:
    """A finding that gets its code and severity from its rule; told `mildly` it is a remark, whatever the rule is."""
    severity = Severity.INFO if mildly else Severity.ERROR
    return Finding("", message, path, hint, severity, at_key=at_key)


def findings_of(rules: Iterable[Rule], case: RuleCase) -> list[Finding]:
    """Everything the rules find in the case, rule by rule."""
    return [finding for rule in rules for finding in rule.findings(case)]
