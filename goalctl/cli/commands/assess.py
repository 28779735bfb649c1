"""`goalctl assess`: a form item by item, with its score, what changed, and risk that can't be missed."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.analysis.instruments.form_reading import form_reading
from goalctl.analysis.standpoint import Standpoint
from goalctl.cli import options
from goalctl.cli.asking.form_told import tell_forms
from goalctl.cli.asking.form_walk import asked_form
from goalctl.cli.asking.given_answers import answers_or_none, fitting_answers, given_answers
from goalctl.cli.asking.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_filling
from goalctl.cli.opening import Date, Writer, plan_to_change, unfinished, writer_of
from goalctl.cli.writing import day_in_words, whose, write
from goalctl.documents.change import Edit
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.views.screens.score import answered_page, score_page
from goalctl.views.words.forms import with_respondent
from goalctl.workspace.operations.assess import answer_edits
from goalctl.workspace.store.rescued import Unfinished


def command(
    ctx: typer.Context,
    client: options.Client,
    form: Annotated[
        str,
        typer.Argument(metavar="FORM", help="As phq-9, or phq-9@anna when she fills it in.", show_default=False),
    ],
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="2,2,3,…", help="All answers: in order, or as q1=2 q9=1.")
    ] = None,
    total: Annotated[
        str | None, typer.Option("--total", help="Only the total; --answers q9=1 may add a risk item.")
    ] = None,
    date: Date = "today",
    by: Writer = None,
) -> None:
    """Fill in a form with a client: asked item by item, or all at once with --answers or --total.

    It joins the session of that day if that was logged today, is unsigned and lacks the form; else it becomes an entry
    of its own, of kind journal.
    """
    desk = desk_of(ctx)
    day = day_back(date, today=desk.today, option="--date")
    ref, known = known_filling(desk, form)
    name = with_respondent(known.name, ref)
    before = plan_to_change(desk, client)
    if any(entry.date == day and ref in entry.forms for entry in before.log):
        desk.say(f"{name} was filled in on {day} already; this is one more")
    kept = unfinished(desk, f"assess-{ref}", client)
    value = given_answers(known, answers, total)
    if value is None:
        value = _asked(desk, known, before, kept)
    fitting, forms = fitting_answers(known, value), desk.practice.forms
    reading = form_reading(known, fitting, day=day, at=Standpoint(before, forms), respondent=ref.respondent)

    def changes(plan: Plan) -> list[Edit]:
        writer = writer_of(desk, plan, by)
        now = desk.practice.written()
        return answer_edits(plan, {str(ref): value}, day=day, today=desk.today, by=writer, stated_by=by, now=now)

    changed = write(desk, client, changes, f"{name} of {day_in_words(day, what='').strip()}:")
    kept.forget()
    if len(changed.plan.sessions) == len(before.sessions):
        desk.say("joined that day's session")
    page = answered_page if desk.with_client else score_page
    desk.show_page(page(reading, whose=client, ref=ref))
    tell_forms(desk, changed)
    offer_risk(desk, changed)


def _asked(desk: Desk, form: Form, plan: Plan, kept: Unfinished) -> Value:
    if not desk.may_ask:
        raise UsageError("--answers or --total is missing", "--answers 2,2,3,… in the order of the items (- skips)")
    desk.say(whose(plan))
    found = asked_form(desk, form, kept, at_the_end=f"saves it for {plan.client}")
    return answers_or_none(form, found)
