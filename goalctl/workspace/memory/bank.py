"""The bank of a workspace: what its plans hold, and one of its texts made ready for another plan.

Only wording, measure, duration and interventions go from one client to another; baseline, reasons, values, quotes and
days stay behind. Whatever looks like a name, a number or an address is refused, unless the text stays with its client.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from goalctl.analysis.caseload.bank import Banked, BankKind, Use, banked, id_length, uses_in
from goalctl.analysis.caseload.ranking import Findable, Ranking
from goalctl.analysis.progress.series import opening_of
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value
from goalctl.model.goal import Goal, Intervention, Objective, Scorable, Status, original_deadline
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.planner import StatementKind
from goalctl.model.scalars import shown
from goalctl.model.session import Homework
from goalctl.model.written import record_data
from goalctl.rules import p_privacy
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.workspace.shelves.filling import MEASURABLE, Entry, Filling, Open
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.practice import Practice

PREFIX = "bank:"
_ID = re.compile(r"[0-9a-f]{4,64}", re.ASCII)
SHARED = {
    Measure: {"by", "of", "per", "unit", "scale", "anchors", "levels", "target", "keep", "better", "hold"},
    Intervention: {"what", "who", "every", "for", "minutes"},
}
"""An allow-list: what of these goes from one client's plan into another's; a new key stays where it is."""
KINDS = {
    BankKind.GOALS: StatementKind.GOAL,
    BankKind.OBJECTIVES: StatementKind.OBJECTIVE,
    BankKind.INTERVENTIONS: StatementKind.INTERVENTION,
    BankKind.HOMEWORK: StatementKind.HOMEWORK,
}


class NoBankedError(GoalctlError):
    """No text of the bank has that id, several have it, or it is of another kind."""

    exit_status = 2


class PrivateTextError(GoalctlError):
    """A text of one client would carry something private into the plan of another; nothing was written."""

    def __init__(self, source: str, findings: Sequence[Finding]) -> None:
        what = "; ".join(dict.fromkeys(finding.message for finding in findings))
        super().__init__(
            f"{source} comes from another client's plan: {what}",
            "write the text anew on the command line, or allow it: privacy: {allow: […]} in goalctl.yaml",
        )


@dataclass(frozen=True)
class Bank:
    """Everything the plans hold, used most first; ids are as long as it takes to tell all of them apart."""

    entries: tuple[Banked, ...]
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", id_length(self.entries))

    def id_of(self, entry: Banked) -> str:
        """How it is named on a command line, `bank:3f9a1c`."""
        return f"{PREFIX}{entry.digest[: self.length]}"

    def named(self, ref: str) -> Banked:
        """The entry that the id, or a beginning of it that fits only one, stands for."""
        wanted = ref.removeprefix(PREFIX).lower()
        fitting = [entry for entry in self.entries if entry.digest.startswith(wanted)] if _ID.fullmatch(wanted) else []
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            ids = ", ".join(self.id_of(entry) for entry in fitting[:5])
            raise NoBankedError(f"{shown(ref)} could be any of {len(fitting)}", f"write a little more: {ids}")
        raise NoBankedError(f"the bank has no {shown(ref)}", "`goalctl bank` lists what it has")

    def searched(self, query: str) -> list[Banked]:
        """The entries that the words fit, best first."""
        return [self.entries[n] for n in Ranking([Findable(entry.text) for entry in self.entries]).best(query)]


def bank_of(practice: Practice, cases: Iterable[CasePlan], *, today: date) -> Bank:
    """The bank of these plans; one that can't be read adds nothing."""
    return Bank(tuple(banked(_uses(practice, cases, today))))


def _uses(practice: Practice, cases: Iterable[CasePlan], today: date) -> Iterator[Use]:
    for case in cases:
        if case.plan is not None:
            yield from uses_in(practice.case(case.plan, today=today))


def from_bank(
    bank: Bank, ref: str, wanted: StatementKind, *, client: str, today: date, most_active: int = 0
) -> Filling:
    """What an entry of the bank says, ready for the client's plan; one of their own uses is taken if there is one."""
    entry = bank.named(ref)
    kind = KINDS[entry.kind]
    if kind is not wanted:
        raise NoBankedError(f"{bank.id_of(entry)} is one of the {entry.kind.value}, not a {wanted.value}")
    use = next((use for use in entry.uses if use.plan.client == client), entry.uses[0])
    made, open_ = _entry_of(use, today, most_active)
    return Filling(
        bank.id_of(entry), kind, made, tuple(open_), from_client=use.plan.client, own_words=use.holds_own_words
    )


def private_findings(practice: Practice, entry: Mapping[str, Value]) -> list[Finding]:
    """What the privacy rules hold against the texts of an entry."""
    case = RuleCase(Plan(client="c"), settings=practice.settings, name="c", data=dict(entry))
    return findings_of(p_privacy.RULES, case)


def refuse_private(practice: Practice, filling: Filling, entry: Entry, *, client: str) -> None:
    """Raise when a text that comes from another client's plan would carry something private with it."""
    if filling.from_client and filling.from_client != client:
        found = private_findings(practice, entry)
        if found:
            raise PrivateTextError(filling.source, found)


def _entry_of(use: Use, today: date, most_active: int) -> tuple[Entry, list[Open]]:
    match use.record:
        case Goal() as goal:
            return _goal(use.plan, goal, today, most_active)
        case Objective() as objective:
            return _objective(use.plan, objective, today), _open((MEASURABLE,), objective)
        case Intervention() as intervention:
            return _intervention(intervention), []
        case Homework() as homework:
            return entry_values(task=homework.task), []


def _goal(plan: Plan, goal: Goal, today: date, most_active: int) -> tuple[Entry, list[Open]]:
    smart = entry_values(
        specific=goal.smart.specific,
        measurable=_measure(goal),
        time_bound=entry_values(deadline=_deadline(plan, goal, today), monitored=goal.smart.time_bound.monitored),
    )
    steps = goal.objectives if most_active else ()
    objectives: list[Value] = []
    open_ = _open(("smart", MEASURABLE), goal)
    for n, step in enumerate(steps):
        status = Status.ACTIVE if n < most_active else Status.RESERVE
        objectives.append(_objective(plan, step, today) | entry_values(status=status.value, opened=today))
        open_ += _open(("objectives", n, MEASURABLE), step)
    return entry_values(goal=goal.goal, term=goal.term, smart=smart, objectives=objectives), open_


def _objective(plan: Plan, objective: Objective, today: date) -> Entry:
    interventions: list[Value] = [
        entry_values(id=f"i{n}") | _intervention(each) for n, each in enumerate(objective.interventions, start=1)
    ]
    return entry_values(
        objective=objective.objective, measurable=_measure(objective),
        deadline=_deadline(plan, objective, today), interventions=interventions,
    )  # fmt: skip


def _intervention(intervention: Intervention) -> Entry:
    return {key: value for key, value in record_data(intervention).items() if key in SHARED[Intervention]}


def _measure(item: Scorable) -> Entry:
    """How it is scored, without what is that client's own; where nothing is done yet, everybody starts alike."""
    if item.measure is None:
        return {}
    shared = SHARED[Measure] | ({"baseline"} if item.measure.kind in {"done", "levels"} else set())
    data = {key: value for key, value in record_data(item.measure).items() if key in shared}
    return {**data, "by": item.measure.by.name}  # who fills the form in is somebody of that client's


def _open(place: tuple[str | int, ...], item: Scorable) -> list[Open]:
    if item.measure is None or item.measure.kind in {"done", "levels"}:
        return []
    wording = (item.smart.specific or item.goal) if isinstance(item, Goal) else item.objective
    return [Open(place, wording, item.measure)]


def _deadline(plan: Plan, item: Scorable, today: date) -> date | None:
    """As long from today as it was given at first."""
    began, until = opening_of(plan, item), original_deadline(item)
    if began is None or until is None or until <= began:
        return None
    return today + timedelta(days=(until - began).days)
