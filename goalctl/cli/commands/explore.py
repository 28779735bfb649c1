"""`goalctl explore`: an exercise that finds goals, and what it brought up into the plan."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.asking.form_walk import asked_form
from goalctl.cli.asking.given_answers import item_answers
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_form
from goalctl.cli.opening import Date, Writer, open_plan, unfinished, writer_of
from goalctl.cli.writing import echoed, whose, write
from goalctl.documents.change import Edit
from goalctl.model.finding import Value
from goalctl.model.form import Form, FormKind
from goalctl.model.plan import Plan
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.assess import filed
from goalctl.workspace.operations.explore import explored, says_more
from goalctl.workspace.store.rescued import Unfinished


def command(
    ctx: typer.Context,
    client: options.Client,
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="magic-wand, perfect-day, values, or your own.")],
    answers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ITEM=ANSWER]...", help='wish1="sleep at night"; else it asks.', show_default=False),
    ] = None,
    date: Date = "today",
    by: Writer = None,
) -> None:
    """Walk an exercise with a client: wishes, perfect day and values go into the plan.

    A sheet that says more than the plan has places for is kept whole in the log of that day as well.
    """
    desk = desk_of(ctx)
    day = day_back(date, today=desk.today, option="--date")
    form = _exercise(desk, exercise)
    before = open_plan(desk, client)
    kept = unfinished(desk, f"explore-{exercise}", client)
    found = item_answers(form, answers) if answers else _asked(desk, form, before, kept)
    sheet: dict[str, Value] = {exercise: found} if says_more(form, found) else {}

    def changes(plan: Plan) -> list[Edit]:
        writer = writer_of(desk, plan, by)
        edits = explored(plan, form, found, Trail(day, writer, because=f"explored again: {form.name}"))
        now = desk.practice.written()
        if sheet:
            edits += filed(plan, sheet, day=day, today=desk.today, by=writer, stated_by=by, now=now)
        return edits

    changed = write(desk, client, changes, f"{form.name} of {echoed(day, what='').strip()}:")
    kept.forget()
    if changed.before == changed.after:
        desk.say("the plan says all that already")
    elif form.form == "magic-wand":
        desk.say(f"next: goalctl add-goal {client} …, for the wish that a little could be done about")


def _exercise(desk: Desk, name: str) -> Form:
    form = known_form(desk, name)
    if form.kind is not FormKind.EXERCISE:
        exercises = [known for known, other in desk.practice.forms.items() if other.kind is FormKind.EXERCISE]
        raise UsageError(f"{name} is no exercise", f"exercises are: {', '.join(exercises)}")
    return form


def _asked(desk: Desk, form: Form, plan: Plan, kept: Unfinished) -> dict[str, Value]:
    if not desk.may_ask:
        first = form.items[0]
        raise UsageError("the answers are missing", f'write them as {first.id}="…"; `goalctl forms show {form.form}`')
    desk.say(whose(plan))
    found = asked_form(desk, form, kept, at_the_end=f"saves it for {plan.client}")
    if not found:
        raise UsageError("nothing was answered; nothing was saved")
    return found
