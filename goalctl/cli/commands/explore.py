"""`goalctl explore`: an exercise that finds goals, and what it brought up into the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.answers import unfinished_answers
from goalctl.cli.asking.forms.form_walk import asked_form
from goalctl.cli.asking.forms.given_answers import item_answers
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import known_form_of
from goalctl.cli.opening import Date, Writer, days_of_today, open_plan, writer_of
from goalctl.cli.writing import day_in_words, say_whose, write
from goalctl.documents.change import Edit
from goalctl.model.finding import Value
from goalctl.model.form import Form, FormKind
from goalctl.model.plan import Plan
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.assess import answer_edits
from goalctl.workspace.operations.explore import explore_edits, says_more
from goalctl.workspace.store.rescued import Unfinished
from goalctl.workspace.store.transaction.transaction import Changed


def command(
    desk: Desk,
    client: options.Client,
    exercise: Annotated[str, Argument(metavar="EXERCISE", help="magic-wand, perfect-day, values, or your own.")],
    answers: Annotated[
        list[str] | None,
        Argument(metavar="[ITEM=ANSWER]...", help='wish1="sleep at night"; else it asks.', show_default=False),
    ] = None,
    date: Date = "today",
    by: Writer = None,
) -> None:
    """Walk an exercise with a client: wishes, perfect day and values go into the plan.

    A sheet that says more than the plan has places for is kept whole in the log of that day as well.
    """
    day = day_back(date, today=desk.today, option="--date")
    form = known_form_of(desk, exercise, FormKind.EXERCISE, "exercise")
    plan = open_plan(desk, client)
    kept = unfinished_answers(desk, f"explore-{exercise}", client, day)
    found = item_answers(form, answers) if answers else _answers(desk, form, plan, kept)
    sheet = ExerciseSheet(form, exercise, found, day, by)
    changed = write(desk, client, lambda now: _edits(desk, now, sheet), f"{form.name} of {day_in_words(day)}:")
    kept.forget()
    _tell_what_is_next(desk, changed, form)
    offer_risk(desk, changed)


@dataclass(frozen=True, slots=True)
class ExerciseSheet:
    """An exercise that was filled in: under which name, with what, on which day, and by whom if that was stated."""

    form: Form
    name: str
    answers: dict[str, Value]
    day: Day
    by: str | None


def _edits(desk: Desk, plan: Plan, sheet: ExerciseSheet) -> list[Edit]:
    """What the plan has places for; with anything more the whole sheet goes into the log as well."""
    writer = writer_of(desk, plan, sheet.by)
    trail = Trail(sheet.day, writer, because=f"explored again: {sheet.form.name}")
    edits = explore_edits(plan, sheet.form, sheet.answers, trail)
    if not says_more(sheet.form, sheet.answers):
        return edits
    logged: dict[str, Value] = {sheet.name: sheet.answers}
    today = days_of_today(desk)
    return edits + answer_edits(plan, logged, day=sheet.day, today=today, by=writer, stated_by=sheet.by)


def _tell_what_is_next(desk: Desk, changed: Changed, form: Form) -> None:
    if changed.before == changed.after:
        desk.say("the plan says all that already")
    elif form.form == "magic-wand":
        desk.say(f"next, for the wish that a little could be done about: goalctl add-goal {changed.plan.client}")


def _answers(desk: Desk, form: Form, plan: Plan, kept: Unfinished) -> dict[str, Value]:
    if not desk.may_ask:
        first = form.items[0]
        raise UsageError("the answers are missing", f'write them as {first.id}="…"; `goalctl forms show {form.form}`')
    say_whose(desk, plan)
    found = asked_form(desk, form, kept, at_the_end=f"saves it for {plan.client}")
    if not found:
        raise UsageError("nothing was answered; nothing was saved")
    return found
