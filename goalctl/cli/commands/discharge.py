"""`goalctl discharge`: treatment ends, with an outcome for each goal and an answer about open risk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

from goalctl.analysis.due.exit_forms import exit_forms
from goalctl.analysis.figures import counted
from goalctl.analysis.risk.row import RiskState
from goalctl.analysis.risk.row_words import row_in_words
from goalctl.cli import options
from goalctl.cli.asking.answers import complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.entry_of import entry_of
from goalctl.cli.asking.forms.due_forms import FORMS, exit_form_questions
from goalctl.cli.asking.guided import as_shown, sitting
from goalctl.cli.asking.keeping import kept
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, days_of_today, open_plan, writer_of
from goalctl.cli.writing import tell_forms, write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Value, fields_in
from goalctl.model.goal import Goal
from goalctl.model.plan import Outcome, Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.clean import one_line
from goalctl.views.page import plain_page
from goalctl.views.words.agreed import standing_lines
from goalctl.workspace.edits.items import NoItemError
from goalctl.workspace.operations.assess import answer_edits
from goalctl.workspace.operations.discharge import Ending, discharge_edits, goals_to_judge
from goalctl.workspace.store.clients import file_now
from goalctl.workspace.store.transaction.transaction import Changed, previewed

_OUTCOME = "outcome "
_FORMS_ASKED = "discharge-forms"
_WORDS = ", ".join(Outcome)


def command(
    desk: Desk,
    client: options.Client,
    outcome: Annotated[
        list[str] | None,
        Option("--outcome", metavar="g1=achieved", help=f"{_WORDS}; one for each active goal."),
    ] = None,
    reason: Annotated[str | None, Option("--reason", help="Why treatment ends.")] = None,
    aftercare: Annotated[str | None, Option("--aftercare", help="What comes after, and whom to turn to.")] = None,
    open_risk: Annotated[
        str | None, Option("--open-risk", metavar="TEXT", help="What was arranged about risk that is still open.")
    ] = None,
    date: Date = "today",
    by: Writer = None,
) -> None:
    """End treatment: each active goal is closed by its outcome; a risk that is open needs an answer.

    The outcome forms without a score in the last four weeks are asked for once more.
    """
    plan, day = open_plan(desk, client), day_back(date, today=desk.today, option="--date")
    stated = _outcome_answers(plan, outcome or [])
    stated |= entry_values(reason=reason, aftercare=aftercare, open_risk=open_risk)
    forms, writer = _exit_forms(desk, plan, day), writer_of(desk, plan, by)
    seen = _seen_with(desk, plan, forms, day)
    _show_where_goals_stand(desk, seen)
    told = complete_answers(desk, plan, "discharge", stated, _questions(desk, seen), day=day)
    changed = _save(desk, plan, _ending(told, day, writer), forms)
    for name in ("discharge", _FORMS_ASKED):
        unfinished_answers(desk, name, client, day).forget()
    _tell_what_is_left(desk, changed, day)


def _exit_forms(desk: Desk, plan: Plan, day: Day) -> Fields:
    """What was answered at a terminal of the forms that are asked for at an ending; elsewhere nothing."""
    missing = [found.ref for found in exit_forms(desk.case(plan), day)]
    questions = exit_form_questions(desk, plan, missing) if desk.may_ask else []
    if not questions:
        return {}
    with sitting(desk, _FORMS_ASKED, plan.client, questions, day=day) as walk:
        forms = entry_of(questions, walk.run()).get(FORMS)
    if walk.typed:  # until the whole is saved
        kept(desk, unfinished_answers(desk, _FORMS_ASKED, plan.client, day), walk.typed)
    return fields_in(forms)


def _form_edits(desk: Desk, plan: Plan, forms: Fields, day: Day, by: str | None) -> list[Edit]:
    if not forms:
        return []
    return answer_edits(plan, forms, day=day, today=days_of_today(desk), by=by)


def _seen_with(desk: Desk, plan: Plan, forms: Fields, day: Day) -> Plan:
    """The plan with what was just answered: how the goals stand and what is open about risk follows from it."""
    if not forms:
        return plan
    file = file_now(desk.root, plan.client)
    return previewed(desk.practice, file, lambda now: _form_edits(desk, now, forms, day, None)).plan


def _save(desk: Desk, plan: Plan, ending: Ending, forms: Fields) -> Changed:
    def changes(now: Plan) -> list[Edit]:
        judged = as_shown(now, plan, ending.outcomes)
        return [*_form_edits(desk, judged, forms, ending.on, ending.by), *discharge_edits(judged, ending)]

    return write(desk, plan.client, changes, f"discharged on {ending.on:%a} {ending.on}:")


def _tell_what_is_left(desk: Desk, changed: Changed, day: Day) -> None:
    """What the forms say, which of them are still missing, and what is unsigned."""
    tell_forms(desk, changed)
    for found in exit_forms(desk.case(changed.plan), day):
        desk.say(f"{found.in_words(day)}: goalctl assess {changed.plan.client} {found.ref}{_on(desk, day)}")
    _tell_unsigned(desk, changed.plan)
    offer_risk(desk, changed)


def _on(desk: Desk, day: Day) -> str:
    return f" --date {day}" if day != desk.today else ""


def _show_where_goals_stand(desk: Desk, plan: Plan) -> None:
    desk.say(plain_page(standing_lines(desk.case(plan), goals_to_judge(plan))))


def _questions(desk: Desk, plan: Plan) -> Sequence[Question]:
    """One for each goal, then how it ends."""
    return [*map(_outcome_question, goals_to_judge(plan)), *_about_the_end(_open_risk(desk, plan))]


def _ending(told: Mapping[str, str], day: Day, by: str | None) -> Ending:
    outcomes = {key.removeprefix(_OUTCOME): Outcome(told[key]) for key in told if key.startswith(_OUTCOME)}
    return Ending(day, by, told["reason"], outcomes, told.get("aftercare"), told.get("open_risk"))


def _tell_unsigned(desk: Desk, plan: Plan) -> None:
    if unsigned := desk.case(plan).unsigned:
        number = counted(len(unsigned), "entry is", "entries are")
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
    picture = desk.case(plan).risk
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
        if f"{_OUTCOME}{goal_id}" in found:
            raise UsageError(f"--outcome: {goal_id} is given twice", "keep one of the two")
        try:
            found[f"{_OUTCOME}{goal_id}"] = Outcome.read(text).value
        except ScalarError as error:
            raise UsageError(f"--outcome {goal_id}: {error}", error.hint) from None
    return found
