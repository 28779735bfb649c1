"""`goalctl discharge`: treatment ends, with an outcome for each goal and an answer about open risk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

import typer

from goalctl.analysis.risk.row import RiskState
from goalctl.analysis.risk.row_words import row_in_words
from goalctl.cli import options
from goalctl.cli.asking.answers import complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, open_plan, writer_of
from goalctl.cli.writing import write
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.goal import Goal
from goalctl.model.plan import Outcome, Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.clean import one_line
from goalctl.views.page import plain_page
from goalctl.views.words.agreed import standing_lines
from goalctl.workspace.edits.items import NoItemError
from goalctl.workspace.operations.discharge import Ending, discharge_edits, goals_to_judge
from goalctl.workspace.store.transaction.transaction import Changed

_OUTCOME = "outcome "
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
    _show_where_goals_stand(desk, plan)
    stated = _outcome_answers(plan, outcome or [])
    stated |= entry_values(reason=reason, aftercare=aftercare, open_risk=open_risk)
    told = complete_answers(desk, plan, "discharge", stated, _questions(desk, plan))
    ending = _ending(told, day_back(date, today=desk.today, option="--date"), writer_of(desk, plan, by))
    changed = _save(desk, client, ending)
    unfinished_answers(desk, "discharge", client).forget()
    _tell_unsigned(desk, changed.plan)


def _save(desk: Desk, client: str, ending: Ending) -> Changed:
    done = f"discharged on {ending.on:%a} {ending.on}:"
    return write(desk, client, lambda plan: discharge_edits(plan, ending), done)


def _show_where_goals_stand(desk: Desk, plan: Plan) -> None:
    desk.say(plain_page(standing_lines(desk.practice.case(plan, today=desk.today), goals_to_judge(plan))))


def _questions(desk: Desk, plan: Plan) -> Sequence[Question]:
    """One for each goal, then how it ends."""
    return [*map(_outcome_question, goals_to_judge(plan)), *_about_the_end(_open_risk(desk, plan))]


def _ending(told: Mapping[str, str], day: Day, by: str | None) -> Ending:
    outcomes = {key.removeprefix(_OUTCOME): Outcome(told[key]) for key in told if key.startswith(_OUTCOME)}
    return Ending(day, by, told["reason"], outcomes, told.get("aftercare"), told.get("open_risk"))


def _tell_unsigned(desk: Desk, plan: Plan) -> None:
    if unsigned := desk.practice.case(plan, today=desk.today).unsigned:
        number = "1 entry is" if len(unsigned) == 1 else f"{len(unsigned)} entries are"
        desk.say(f"{number} unsigned: goalctl sign {plan.client}")


def _outcome_question(goal: Goal) -> Question:
    helped = f"for each active goal: --outcome {goal.id}=achieved ({_WORDS})"
    return Question(f"{_OUTCOME}{goal.id}", f"{goal.id}: {_WORDS}?", helped, required=True, read=Outcome.read)


def _about_the_end(risk: str) -> Sequence[Question]:
    told = "What was arranged, with whom, and who follows it up."
    return (
        Question("reason", "Why does treatment end?", "One sentence, as goals reached, moved away.", required=True),
        *([Question("open_risk", f"{risk}. What was arranged?", told, required=True)] if risk else ()),
        Question("aftercare", "What comes after?", "Groups, a doctor, when to come back; Enter skips."),
    )


def _open_risk(desk: Desk, plan: Plan) -> str:
    """What is open about risk, in a sentence; empty when nothing is."""
    picture = desk.practice.case(plan, today=desk.today).risk
    told = [row_in_words(row) for row in picture.rows if row.state is not RiskState.CLOSED]
    return one_line(f"Risk is open: {'; '.join(told)}") if told else ""


def _outcome_answers(plan: Plan, words: Sequence[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for word in words:
        goal_id, equals, text = word.partition("=")
        if not equals:
            raise UsageError(f"--outcome: '{word}' is not understood", "write it as g1=achieved")
        if goal_id not in {goal.id for goal in plan.goals}:
            raise NoItemError(plan, goal_id, [goal.id for goal in goals_to_judge(plan)])
        try:
            found[f"{_OUTCOME}{goal_id}"] = Outcome.read(text).value
        except ScalarError as error:
            raise UsageError(f"--outcome {goal_id}: {error}", error.hint) from None
    return found
