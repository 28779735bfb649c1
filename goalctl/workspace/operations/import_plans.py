"""What an import would do to the plans of a workspace: which it changes, which it makes, and what can't be used.

Nothing is written here but by `apply`, which does all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from goalctl.analysis.figures import counted
from goalctl.documents.change import Edit
from goalctl.documents.file_errors import AlreadyExistsError
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import dotted
from goalctl.model.finding import Fault, Finding, Value
from goalctl.model.given import Given, refusal
from goalctl.model.goal import Goal
from goalctl.model.ids import client_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.model.types import Record
from goalctl.model.validate import record_from
from goalctl.workspace.edits.additions import append_edit, next_id
from goalctl.workspace.store.caseload import PlanUnreadableError, case_plan
from goalctl.workspace.store.new_plan import new_plan_text
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import PlanFile, Scan
from goalctl.workspace.store.transaction.transaction import (
    Changed,
    ChangeRefusedError,
    Changes,
    change_plans,
    drafts_of,
    new_plan,
    previewed,
)
from goalctl.workspace.store.who import writer_at

NEW, THERE, LEFT_OUT = "new", "there already", "left out"
MAKES_ONE = "--new-clients makes a plan for each client that has none"


@dataclass(frozen=True, slots=True)
class ImportStep:
    """What happens to one client's plan, in words; nothing where all of it is there already."""

    client: str
    what: str
    new: bool = False


@dataclass(slots=True)
class Import:
    """Everything that an import would do, and what stands against it.

    `told` is what is wrong with plans that come in all the same, because a restore brings them `as_they_are`. A fate is
    a row's line, client, score in words, and what becomes of it.
    """

    steps: list[ImportStep] = field(default_factory=list)
    changes: list[tuple[PlanFile, Changes]] = field(default_factory=list)
    new: list[tuple[PlanFile, str]] = field(default_factory=list)
    bad: list[Fault] = field(default_factory=list)
    told: list[Fault] = field(default_factory=list)
    fates: list[tuple[int, str, str, str]] = field(default_factory=list)
    as_they_are: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.changes or self.new)


class TakenMeanwhileError(GoalctlError):
    """The plans are no longer as they were when the import was looked through; nothing was written."""


def apply(practice: Practice, wanted: Import) -> list[Changed]:
    """Write all of it, or nothing."""
    return change_plans(practice, wanted.changes, new=wanted.new, as_they_are=wanted.as_they_are)


def foreseen(practice: Practice, wanted: Import) -> list[Changed]:
    """What `apply` would save, as the plans stand now; nothing is saved or locked."""
    return [draft.changed for draft in drafts_of(practice, wanted.changes, wanted.new, as_they_are=wanted.as_they_are)]


def plans_import(practice: Practice, found: Scan, plans: Sequence[dict[str, Value]], *, new_clients: bool) -> Import:
    """Whole plans: new ones are made, those that are here word for word are left, no other is ever written over.

    A plan whose references or answers are wrong (`E2xx`) comes in as it was, and that is told.
    """
    wanted = Import(as_they_are=True)
    here = {file.client: file for file in found.files}
    given: set[str] = set()
    for number, data in enumerate(plans, start=1):
        client = str(data.get("client") or "")
        where = f"plan {number} ({excerpt(client)})" if client else f"plan {number}"
        if not client:
            wanted.bad.append(Fault(where, "", "it names no client", "each plan begins with its client's id"))
        elif client in given:
            wanted.bad.append(Fault(where, "", "the client stands twice in the file", "keep one of the two"))
        elif client in here:
            _compare(practice, wanted, here[client], data, where)
        elif not new_clients:
            wanted.bad.append(Fault(where, "", "there is no such client here", MAKES_ONE))
        else:
            add_plan(practice, wanted, client, data, where)
        given.add(client)
    return wanted


def _compare(practice: Practice, wanted: Import, file: PlanFile, data: Value, where: str) -> None:
    if case_plan(practice, file).document.data == data:
        wanted.steps.append(ImportStep(file.client, "is here already, word for word"))
    else:
        hint = "a plan is never written over: take it out of the import, or rename one of the two"
        wanted.bad.append(Fault(where, "", f"{file.name} is here and says something else", hint))


def add_plan(practice: Practice, wanted: Import, client: str, data: dict[str, Value], where: str) -> None:
    """A new plan, if it has no errors, or none that keep it from being read where plans come as they are."""
    try:
        file = new_file(client)
        text = new_plan_text(file, data)
        draft = new_plan(practice, file, text, as_it_is=wanted.as_they_are)
        if file.path(practice.root).exists():
            raise AlreadyExistsError(file.name)
    except ScalarError as error:
        wanted.bad.append(Fault(where, "", str(error), error.hint))
    except ChangeRefusedError as error:
        wanted.bad += [Fault(where, "", _at(finding), finding.hint) for finding in error.findings]
    except GoalctlError as error:
        wanted.bad.append(Fault(where, "", str(error), error.hint))
    else:
        wanted.new.append((file, text))
        wanted.steps.append(ImportStep(client, "new plan", new=True))
        wanted.told += [Fault(where, "", _at(finding), finding.hint) for finding in draft.findings]


def _at(finding: Finding) -> str:
    return f"{dotted(finding.path)}: {finding.message}" if finding.path else finding.message


def new_file(client: str) -> PlanFile:
    """The file of a client who has none yet."""
    return PlanFile(client_from(client), f"{PLANS}/{client}.yaml", (0, 0, 0, 0))


def goals_import(practice: Practice, found: Scan, goals: Sequence[Given], *, new_clients: bool, opened: str) -> Import:
    """Goals at the end of each client's; one that the client has in the same words is passed over.

    What such a row says otherwise than the plan is told; two rows that say two things of one goal are refused.
    """
    wanted = Import()
    here = {file.client: file for file in found.files}
    for client in dict.fromkeys(goal.client for goal in goals):
        own = [goal for goal in goals if goal.client == client]
        wanted.bad += (contradiction := _contradictions(own))
        if contradiction:
            continue
        if client in here:
            _add_goals(practice, wanted, here[client], own)
        elif new_clients:
            _begin(practice, wanted, client, own, opened)
        else:
            wanted.bad += [refusal([goal.line], f"there is no client {client}", MAKES_ONE) for goal in own]
    return wanted


def _add_goals(practice: Practice, wanted: Import, file: PlanFile, goals: Sequence[Given]) -> None:
    changes = partial(goal_edits, goals=goals)
    try:
        changed = previewed(practice, file, changes)
    except (ChangeRefusedError, PlanUnreadableError) as error:
        wanted.bad += _refusals(practice, file, goals, error)
    else:
        before = changed.old.goals if changed.old else ()
        count = len(changed.plan.goals) - len(before)
        wanted.fates += _fates(goals, {goal.goal for goal in before})
        wanted.told += _told_of(goals, {goal.goal: goal for goal in before})
        wanted.steps.append(ImportStep(file.client, in_words(count, "goal", len(goals) - count)))
        wanted.changes += [(file, changes)] if count else []


def _fates(goals: Iterable[Given], there: Collection[str] = ()) -> Iterator[tuple[int, str, str, str]]:
    """What becomes of each; of two rows in the same words the first brings the goal."""
    met = set(there)
    for goal in goals:
        yield goal.line, goal.client, f"goal {goal.goal}", THERE if goal.goal in met else NEW
        met.add(goal.goal)


def _contradictions(goals: Iterable[Given]) -> list[Fault]:
    """The rows that say something else of a goal than an earlier row in the same words."""
    bad, first = [], dict[str, Given]()
    for goal in goals:
        other = first.setdefault(goal.goal, goal)
        if other.entry != goal.entry:
            said = f"line {other.line} says something else of the same goal"
            bad.append(refusal([goal.line], said, "keep one of them, or write two goals in two ways"))
    return bad


def _told_of(goals: Iterable[Given], there: Mapping[str, Goal]) -> Iterator[Fault]:
    """What rows of goals that are there say otherwise than the plan, which stays as it is."""
    for given in goals:
        goal, (said, _) = there.get(given.goal), record_from(Goal, {"id": "g1", **given.entry})
        if goal and said and (other := [*_other(given.entry, said, goal)]):
            hint = f"change it, if it is meant: goalctl set {given.client} {goal.id}"
            yield refusal([given.line], f"{goal.id} stays as it is; the row says otherwise: {', '.join(other)}", hint)


def _other(entry: Mapping[str, Value], said: Record, there: Record | None) -> Iterator[str]:
    """The keys of the entry that two records have differently; a row is a draft's where it does not say."""
    fields = {info.alias or name: name for name, info in type(said).model_fields.items()}
    for key, value in entry.items():
        one, other = getattr(said, fields[key]), getattr(there, fields[key], None)
        if isinstance(value, dict):
            yield from _other(value, one, other)
        elif one != other and (key, value) != ("status", "draft"):
            yield key


def _refusals(
    practice: Practice, file: PlanFile, goals: Sequence[Given], error: ChangeRefusedError | PlanUnreadableError
) -> list[Fault]:
    """What stands against the goals, each with its lines."""
    plan = case_plan(practice, file).plan
    if plan is None or isinstance(error, PlanUnreadableError):
        return [refusal([goal.line], str(error), error.hint) for goal in goals]
    first = len(plan.goals)
    return [refusal(_lines(goals, first, found), found.message, found.hint) for found in error.findings]


def _lines(goals: Sequence[Given], first: int, finding: Finding) -> list[int]:
    """The rows that a finding is about; all of them when it names none."""
    place = finding.path[1] if len(finding.path) > 1 else None
    own = goals[place - first : place - first + 1] if isinstance(place, int) and place >= first else ()
    return [goal.line for goal in own or goals]


def goal_edits(plan: Plan, goals: Iterable[Given]) -> list[Edit]:
    """The edits that add the goals that the plan does not have yet."""
    there = {goal.goal for goal in plan.goals}
    fresh = list({goal.goal: goal for goal in goals if goal.goal not in there}.values())
    first = int(next_id(plan, "g").removeprefix("g"))
    return [append_edit(plan, "goals", {"id": f"g{number}", **goal.entry}) for number, goal in enumerate(fresh, first)]


def _begin(practice: Practice, wanted: Import, client: str, goals: Sequence[Given], opened: str) -> None:
    """A new plan that holds these goals and little else."""
    fresh = {goal.goal: goal for goal in goals}.values()
    numbered: list[Value] = [{"id": f"g{number}", **goal.entry} for number, goal in enumerate(fresh, start=1)]
    plan = entry_values(format=1, client=client, clinician=writer_at(practice).name, opened=opened, status="active")
    steps, bad = len(wanted.steps), len(wanted.bad)
    where = "line " + ", ".join(str(goal.line) for goal in goals)
    add_plan(practice, wanted, client, {**plan, "goals": numbered}, where)
    if len(wanted.bad) == bad:
        wanted.steps[steps:] = [ImportStep(client, f"new plan with {in_words(len(fresh), 'goal', 0)}", new=True)]
        wanted.fates += _fates(goals)


def in_words(count: int, what: str, there: int, left_out: int = 0) -> str:
    """How much is new, how much was there already, and how much stays out."""
    words = counted(count, what) if count else ""
    others = (f"{number} {fate}" for number, fate in ((there, THERE), (left_out, LEFT_OUT)) if number)
    return ", ".join(filter(None, (words, *others)))
