"""One of the bank's texts made ready for another plan.

Only wording, measure, duration and interventions go from one client to another; baseline, reasons, values, quotes and
days stay behind. Whatever looks like a name, a number or an address, or names somebody of its plan, is refused, unless
the text stays with its client.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from goalctl.analysis.caseload.bank import Used, used_in
from goalctl.analysis.caseload.banked import BankKind
from goalctl.analysis.caseload.named import names_any, names_in
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields, Value
from goalctl.model.goal import Goal, Intervention, Objective, Scorable, Status, original_deadline
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.session import Homework
from goalctl.model.statement import StatementKind
from goalctl.model.written import record_data
from goalctl.workspace.memory.private import private_findings
from goalctl.workspace.memory.uses import Bank, NoBankedError
from goalctl.workspace.shelves.filling import MEASURABLE, Filling, Open, texts_in
from goalctl.workspace.store.practice import Practice

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


NAMES_SOMEBODY = "somebody of that plan is named here"


class PrivateTextError(GoalctlError):
    """A text of one client would carry something private into the plan of another; nothing was written."""

    def __init__(self, source: str, found: Iterable[str]) -> None:
        each = dict.fromkeys(found)
        may_allow = "" if NAMES_SOMEBODY in each else ", or allow it: privacy: {allow: […]} in goalctl.yaml"
        what = "; ".join(each)
        hint = f"write the text anew on the command line{may_allow}"
        super().__init__(f"{source} comes from another client's plan: {what}", hint)


def from_bank(
    bank: Bank,
    ref: str,
    wanted: StatementKind,
    *,
    client: str,
    case_of: Callable[[str], Standpoint],
    today: date,
    most_active: int = 0,
) -> Filling:
    """What an entry of the bank says, ready for the client's plan; one of their own uses is taken if there is one.

    `case_of` gives the plan of a client that uses it.
    """
    entry = bank.named(ref)
    kind = KINDS[entry.kind]
    if kind is not wanted:
        raise NoBankedError(f"{bank.id_of(entry)} is one of the {entry.kind.value}, not a {wanted.value}")
    own = [use for use in entry.uses if bank.are_one(use.client, client)]
    use = next((use for use in own if use.client == client), (own or entry.uses)[0])
    case = case_of(use.client)
    record = next(
        (record for found, record in used_in(case) if found._replace(client=use.client, private=use.private) == use),
        None,
    )
    if record is None:
        raise NoBankedError(f"the plan of {use.client} was changed in the meantime", "run the command again")
    made, open_ = _entry_of(case.plan, record, today, most_active)
    return Filling(
        bank.id_of(entry), kind, made, tuple(open_), from_client=client if own else use.client,
        own_words=use.holds_own_words, names=names_in(case.plan),
    )  # fmt: skip


def theirs(source: str) -> str:
    """What is told where a text of another client's is taken that repeats what they said."""
    return f"{source} repeats what another client said: put it into this client's own words."


def refuse_private(practice: Practice, filling: Filling, entry: Fields, *, client: str) -> None:
    """Raise when a text that comes from another client's plan would carry something private with it."""
    if filling.from_client and filling.from_client != client:
        found = [finding.message for finding in private_findings(practice.settings, entry)]
        left = {*texts_in(filling.entry)} & {*texts_in(entry)}  # what was written anew is this client's own
        if any(names_any(filling.names, text) for text in left):
            found.append(NAMES_SOMEBODY)
        if found:
            raise PrivateTextError(filling.source, found)


def _entry_of(plan: Plan, record: Used, today: date, most_active: int) -> tuple[Fields, list[Open]]:
    match record:
        case Goal():
            return _goal(plan, record, today, most_active)
        case Objective():
            return _objective(plan, record, today), _open((MEASURABLE,), record)
        case Intervention():
            return _intervention(record), []
        case Homework():
            return entry_values(task=record.task), []


def shared_goal(plan: Plan, goal: Goal, today: date) -> Fields:
    """What of a goal and its steps may go into a plan of somebody else; days are as long from today as they were."""
    return _goal(plan, goal, today, most_active=len(goal.objectives))[0]


def _goal(plan: Plan, goal: Goal, today: date, most_active: int) -> tuple[Fields, list[Open]]:
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


def _objective(plan: Plan, objective: Objective, today: date) -> Fields:
    interventions: list[Value] = [
        entry_values(id=f"i{n}") | _intervention(each) for n, each in enumerate(objective.interventions, start=1)
    ]
    return entry_values(
        objective=objective.objective, measurable=_measure(objective),
        deadline=_deadline(plan, objective, today), interventions=interventions,
    )  # fmt: skip


def _intervention(intervention: Intervention) -> Fields:
    return {key: value for key, value in record_data(intervention).items() if key in SHARED[Intervention]}


def _measure(item: Scorable) -> Fields:
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
