"""`goalctl set`: another value for something of the plan, on record when it was settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from goalctl.analysis.history.agreement import change_words
from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.field_questions import FieldQuestions, assigned, settable_fields
from goalctl.cli.asking.goals.assigning import assignments
from goalctl.cli.asking.goals.judging import JUDGED_BY, known_judge
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import measured_by
from goalctl.cli.opening import Because, With, Writer, open_plan, trail_of
from goalctl.cli.writing import tell_agreement, write
from goalctl.model.finding import Value, list_in, value_in
from goalctl.model.goal import Goal, Objective
from goalctl.model.measure import without_percent
from goalctl.model.plan import Plan
from goalctl.model.types import Record
from goalctl.workspace.edits.items import WHOLE_PLAN, PlanItem, item_of
from goalctl.workspace.edits.placing import value_at
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.set import Alteration, Assignment, alterations, set_edits
from goalctl.workspace.store.caseload import case_now
from goalctl.workspace.store.clients import file_now
from goalctl.workspace.store.transaction.transaction import previewed

PROBLEM = ("problem",)
WHAT = "What changes?"
HOW = "As target=5 or review_every=60d; KEY+=VALUE adds to a list, KEY= takes a value away; a name alone is asked on."
OF_PLAN = {
    "format": "goalctl writes it",
    "client": "rename the file and its `client` together",
    "status": "goalctl hold, resume or discharge",
    "discharge": "goalctl discharge",
    "holds": "goalctl hold and goalctl resume",
    "agreements": "goalctl agree",
    "reviews": "goalctl review",
    "releases": "what was released stays on record; another one is added with releases+={on: …, to: …, what: …}",
    "supervision": "goalctl supervise",
    "problems": "goalctl add-problem, or goalctl set CLIENT p1 …",
    "goals": "goalctl add-goal, or goalctl set CLIENT g1 …",
    "diary": "goalctl diary",
    "sessions": "goalctl log-session and goalctl amend",
    "changes": "the trail is never rewritten",
}
MAY_GROW = frozenset({"releases"})  # of what left the house otherwise than as a report
OF_ITEMS = {
    "id": "an id stays what it is, because scores name it",
    "status": "goalctl mark CLIENT ID STATUS",
    "extended": "goalctl extend CLIENT ID DATE",
    "measured_before": "it fills itself when the measure changes",
    "objectives": "goalctl add-objective, or goalctl set CLIENT g1.1 …",
}


def command(
    desk: Desk,
    client: options.Client,
    item_id: Annotated[
        str,
        Argument(metavar="ID", help="p1, g1, g1.1, g1.1.i1, or plan for the plan itself.", show_default=False),
    ],
    keys: Annotated[
        list[str] | None, Argument(metavar="[KEY=VALUE]...", help="target=5 specific=… review_every=60d")
    ] = None,
    because: Because = None,
    with_: With = None,
    by: Writer = None,
    same_measure: Annotated[
        bool, Option("--same-measure", help="Only its wording changes: earlier scores are still read by it.")
    ] = False,
) -> None:
    """Change a target, a wording, a clinician …; what was settled stays on record with who, when and why.

    A draft needs no reason. A goal that gets another kind of measure keeps the old one for its old scores.
    """
    plan = open_plan(desk, client)
    item = item_of(plan, item_id)
    change = PlannedChange(desk, plan, item, trail_of(desk, plan, by, because, with_), same_measure)
    if keys and because is None:
        change.check(*keys)
    told = complete_answers(desk, plan, "set", {"because": because}, _questions(change, keys))
    wanted = _assignments(desk, plan, item, keys or [assigned(told)])
    trail = trail_of(desk, plan, by, told.get("because"), with_)
    done = f"{'; '.join(_words(one) for one in alterations(plan, item_id, wanted))}:"
    changed = write(desk, client, lambda now: set_edits(now, item_id, wanted, trail, same_measure=same_measure), done)
    unfinished_answers(desk, "set", client).forget()
    tell_agreement(desk, plan, changed.plan)
    offer_risk(desk, changed)


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """What is to be changed, before it is said why."""

    desk: Desk
    plan: Plan
    item: PlanItem
    trail: Trail
    same_measure: bool

    def check(self, *words: str) -> None:
        """Raise for what can't be set, as the plan itself would refuse it; nothing is saved."""
        wanted = _assignments(self.desk, self.plan, self.item, words)
        trail = self.trail._replace(because=self.trail.because or "why is asked next")
        name, same = self.item.id or WHOLE_PLAN, self.same_measure
        file = file_now(self.desk.root, self.plan.client)
        previewed(self.desk.practice, file, lambda now: set_edits(now, name, wanted, trail, same_measure=same))


def _questions(change: PlannedChange, keys: Sequence[str] | None) -> list[Question]:
    why = Question(WHY.key, WHY.ask, WHY.help, required=change.item.settled)
    if keys:
        return [why]
    record = change.item.record
    fields = settable_fields(record, OF_PLAN if isinstance(record, Plan) else OF_ITEMS)
    return [*FieldQuestions(WHAT, HOW, fields, change.check).questions(), why]


def _words(one: Alteration) -> str:
    if one.adds:
        return f"added to {one.of} {one.what}".replace("  ", " ").replace("_", " ")
    return change_words(one.of, one.what, one.old, one.new)


def _assignments(desk: Desk, plan: Plan, item: PlanItem, words: Sequence[str]) -> list[Assignment]:
    kind: type[Record] = type(item.record)
    elsewhere: Mapping[str, str] = OF_PLAN if isinstance(item.record, Plan) else OF_ITEMS
    meant = _as_meant(desk, item, words)
    found = assignments(meant, kind, elsewhere=elsewhere, may_grow=MAY_GROW, today=desk.today)
    _point_to_extend(plan, item, found)
    found = [_with_before(desk, plan, item, one) if one.is_own else one for one in found]
    named = [_of_judge(plan, one) if one.slot.path[-1] == JUDGED_BY else one for one in found]
    is_goal = isinstance(item.record, Goal)  # a problem has a `problem` too: its words
    return [_of_problems(item, one) if is_goal and one.slot.path == PROBLEM else one for one in named]


def _as_meant(desk: Desk, item: PlanItem, words: Sequence[str]) -> list[str]:
    """`by=phq-9` for `by=PHQ9`; `target=90` for `target=90%` where a percentage is scored, or is from now on."""
    split = [word.partition("=") for word in words]
    parts = [(key, sign, measured_by(desk, value) or "" if _last(key) == "by" else value) for key, sign, value in split]
    measure = item.record.measure if isinstance(item.record, Goal | Objective) else None
    by = next((value for key, _, value in parts if _last(key) == "by"), measure.kind if measure else None)
    numbers = {"baseline", "target"}
    return [key + sign + (without_percent(value, by) if _last(key) in numbers else value) for key, sign, value in parts]


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _with_before(desk: Desk, plan: Plan, item: PlanItem, one: Assignment) -> Assignment:
    """What the file says now under a key of the practice's own."""
    said = value_in(case_now(desk.practice, plan.client).document.data, (*item.path, *one.slot.path))
    return Assignment(one.slot, one.value, one.adds, said)


def _of_judge(plan: Plan, one: Assignment) -> Assignment:
    """By whose scores it is judged is somebody of the plan."""
    is_named = isinstance(one.value, str)
    return Assignment(one.slot, known_judge(plan, str(one.value), option=JUDGED_BY)) if is_named else one


def _of_problems(item: PlanItem, one: Assignment) -> Assignment:
    """What a goal is for is one id, or a list of them once there are several."""
    held = value_at(item.record, one.slot.path)
    before = held if isinstance(held, list) else [] if held is None else [held]
    named = [*before, one.value] if one.adds else list_in(one.value)
    ids: list[Value] = [*dict.fromkeys(str(name) for name in named)]
    return Assignment(one.slot, ids if len(ids) > 1 else next(iter(ids), None))


def _point_to_extend(plan: Plan, item: PlanItem, wanted: Sequence[Assignment]) -> None:
    """A later deadline of something settled is an extension, which keeps the old one."""
    for one in wanted:
        old = value_at(item.record, one.slot.path)
        is_deadline = one.slot.path[-1] == "deadline" and isinstance(item.record, Goal | Objective)
        if is_deadline and item.settled and isinstance(old, str) and str(one.value or "") > old:
            hint = f"goalctl extend {plan.client} {item.id} {one.value} --because …"
            raise UsageError(f"the deadline {old} of {item.id} is settled; a later one is an extension", hint)
