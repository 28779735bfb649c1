"""`goalctl discharge`: treatment ends, with an outcome for each goal and an answer about open risk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.asking.ask import Question
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, filled, open_plan, unfinished, writer_of
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.finding import Value
from goalctl.model.goal import Goal
from goalctl.model.plan import Outcome, Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.screens.page import plain_page
from goalctl.views.words.agreed import standing_lines
from goalctl.workspace.edits.items import NoItemError
from goalctl.workspace.operations.lifecycle import Ending, discharged, goals_to_judge

_WORDS = ", ".join(Outcome)


def command(
    ctx: typer.Context,
    client: options.Client,
    outcome: Annotated[
        list[str] | None,
        typer.Option("--outcome", metavar="g1=achieved", help=f"{_WORDS}; one for each active goal."),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why treatment ends.")] = None,
    aftercare: Annotated[str | None, typer.Option("--aftercare", help="What comes after, and whom to turn to.")] = None,
    open_risk: Annotated[
        str | None, typer.Option("--open-risk", metavar="TEXT", help="What was arranged about risk that is still open.")
    ] = None,
    date: Date = "today",
    by: Writer = None,
) -> None:
    """End treatment: each active goal is closed by its outcome; a risk that is open needs an answer."""
    desk = desk_of(ctx)
    plan = open_plan(desk, client)
    goals = goals_to_judge(plan)
    desk.say(plain_page(standing_lines(desk.practice.case(plan, today=desk.today), goals)))
    stated: dict[str, Value] = {"reason": reason, "aftercare": aftercare, "open_risk": open_risk}
    questions = [*map(_asked, goals), *_about_the_end(_open_risk(desk, plan))]
    told = filled(desk, plan, "discharge", {**_given(plan, goals, outcome or []), **stated}, questions)
    ending = Ending(
        on=day_back(date, today=desk.today, option="--date"),
        by=writer_of(desk, plan, by),
        reason=told["reason"],
        outcomes={key.removeprefix("outcome "): Outcome(told[key]) for key in told if key.startswith("outcome ")},
        aftercare=told.get("aftercare"),
        open_risk=told.get("open_risk"),
    )

    def changes(plan: Plan) -> list[Edit]:
        return discharged(plan, ending)

    changed = write(desk, client, changes, f"discharged on {ending.on:%a} {ending.on}:")
    unfinished(desk, "discharge", client).forget()
    if unsigned := desk.practice.case(changed.plan, today=desk.today).unsigned:
        number = "1 entry is" if len(unsigned) == 1 else f"{len(unsigned)} entries are"
        desk.say(f"{number} unsigned: goalctl sign {client}")


def _asked(goal: Goal) -> Question:
    helped = f"for each active goal: --outcome {goal.id}=achieved ({_WORDS})"
    return Question(f"outcome {goal.id}", f"{goal.id}: {_WORDS}?", helped, required=True, read=Outcome.read)


def _about_the_end(risk: str) -> Sequence[Question]:
    told = "What was arranged, with whom, and who follows it up."
    return (
        Question("reason", "Why does treatment end?", "One sentence, as goals reached, moved away.", required=True),
        *([Question("open_risk", f"{risk}. What was arranged?", told, required=True)] if risk else ()),
        Question("aftercare", "What comes after?", "Groups, a doctor, when to come back; Enter skips."),
    )


def _open_risk(desk: Desk, plan: Plan) -> str:
    """What is open about risk, in a sentence; empty when nothing is."""
    standing = desk.practice.case(plan, today=desk.today).risk
    if standing.unanswered:
        newest = standing.unanswered[-1]
        return f"{newest.form} {newest.item} was endorsed on {newest.day} and nothing is recorded since"
    return f"A risk follow-up is open, set for {standing.follow_up}" if standing.follow_up else ""


def _given(plan: Plan, goals: Sequence[Goal], words: Sequence[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for word in words:
        goal_id, equals, text = word.partition("=")
        if not equals:
            raise UsageError(f"--outcome: '{word}' is not understood", "write it as g1=achieved")
        if goal_id not in {goal.id for goal in plan.goals}:
            raise NoItemError(plan, goal_id, [goal.id for goal in goals])
        try:
            found[f"outcome {goal_id}"] = Outcome.read(text).value
        except ScalarError as error:
            raise UsageError(f"--outcome {goal_id}: {error}", error.hint) from None
    return found
