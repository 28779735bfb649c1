"""`goalctl set`: another value for something of the plan, on record when it was settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from goalctl.analysis.history.agreement import change_words
from goalctl.cli import options
from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.assigning import assignments
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import WHY, Because, With, Writer, complete_answers, open_plan, trail_of, unfinished
from goalctl.cli.writing import tell_agreement, write
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Plan
from goalctl.model.types import Record
from goalctl.workspace.edits.items import Item, item_of
from goalctl.workspace.edits.placing import value_at
from goalctl.workspace.operations.set import Alteration, Assignment, alterations, set_edits

PROBLEM = ("problem",)
WHAT = Question(
    "key",
    "What changes?",
    "As KEY=VALUE: target=5, specific=…, review_every=60d. KEY+=VALUE adds to a list, KEY= takes a value away.",
    required=True,
)
OF_PLAN = {
    "format": "goalctl writes it",
    "client": "rename the file and its `client` together",
    "status": "goalctl hold, resume or discharge",
    "discharge": "goalctl discharge",
    "holds": "goalctl hold and goalctl resume",
    "agreements": "goalctl agree",
    "reviews": "goalctl review",
    "problems": "goalctl add-problem, or goalctl set CLIENT p1 …",
    "goals": "goalctl add-goal, or goalctl set CLIENT g1 …",
    "diary": "goalctl diary",
    "sessions": "goalctl log-session and goalctl amend",
    "changes": "the trail is never rewritten",
}
OF_ITEMS = {
    "id": "an id stays what it is, because scores name it",
    "status": "goalctl mark CLIENT ID STATUS",
    "extended": "goalctl extend CLIENT ID DATE",
    "measured_before": "it fills itself when the measure changes",
    "objectives": "goalctl add-objective, or goalctl set CLIENT g1.1 …",
}


def command(
    ctx: typer.Context,
    client: options.Client,
    item_id: Annotated[
        str,
        typer.Argument(metavar="ID", help="p1, g1, g1.1, g1.1.i1, or plan for the plan itself.", show_default=False),
    ],
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="target=5 specific=… review_every=60d")
    ] = None,
    because: Because = None,
    with_: With = None,
    by: Writer = None,
    same_measure: Annotated[
        bool, typer.Option("--same-measure", help="Only its wording changes: earlier scores are still read by it.")
    ] = False,
) -> None:
    """Change a target, a wording, a clinician …; what was settled stays on record with who, when and why.

    Drafts change without a trail. A goal that gets another kind of measure keeps the old one for its old scores.
    """
    desk = desk_of(ctx)
    plan = open_plan(desk, client)
    item = item_of(plan, item_id)
    told = complete_answers(desk, plan, "set", {"because": because}, _questions(item, keys))
    wanted = _assignments(desk, plan, item, keys or [told["key"]])
    trail = trail_of(desk, plan, by, told.get("because"), with_)
    done = f"{'; '.join(_words(one) for one in alterations(plan, item_id, wanted))}:"
    changed = write(desk, client, lambda now: set_edits(now, item_id, wanted, trail, same_measure=same_measure), done)
    unfinished(desk, "set", client).forget()
    tell_agreement(desk, plan, changed.plan)


def _questions(item: Item, keys: Sequence[str] | None) -> list[Question]:
    why = Question(WHY.key, WHY.ask, WHY.help, required=item.settled)
    return [why] if keys else [WHAT, why]


def _words(one: Alteration) -> str:
    if one.adds:
        return f"added to {one.of} {one.what}".replace("  ", " ").replace("_", " ")
    return change_words(one.of, one.what, one.old, one.new)


def _assignments(desk: Desk, plan: Plan, item: Item, words: Sequence[str]) -> list[Assignment]:
    kind: type[Record] = type(item.record)
    elsewhere: Mapping[str, str] = OF_PLAN if isinstance(item.record, Plan) else OF_ITEMS
    found = assignments(words, kind, elsewhere=elsewhere, today=desk.today)
    _point_to_extend(plan, item, found)
    return [_of_problems(item, one) if one.slot.path == PROBLEM else one for one in found]


def _of_problems(item: Item, one: Assignment) -> Assignment:
    """What a goal is for is one id, or a list of them once there are several."""
    held = value_at(item.record, one.slot.path)
    before = held if isinstance(held, list) else [] if held is None else [held]
    named = [*before, one.value] if one.adds else one.value if isinstance(one.value, list) else []
    ids: list[Value] = [*dict.fromkeys(str(name) for name in named)]
    return Assignment(one.slot, ids if len(ids) > 1 else next(iter(ids), None))


def _point_to_extend(plan: Plan, item: Item, wanted: Sequence[Assignment]) -> None:
    """A later deadline of something settled is an extension, which keeps the old one."""
    for one in wanted:
        old = value_at(item.record, one.slot.path)
        is_deadline = one.slot.path[-1] == "deadline" and isinstance(item.record, Goal | Objective)
        if is_deadline and item.settled and isinstance(old, str) and str(one.value or "") > old:
            hint = f"goalctl extend {plan.client} {item.id} {one.value} --because …"
            raise UsageError(f"the deadline {old} of {item.id} is settled; a later one is an extension", hint)
