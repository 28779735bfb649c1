"""`goalctl assess`: a form item by item, with its score, what changed, and risk that can't be missed."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.analysis.instruments.answers_text import answers_from_text, answers_value
from goalctl.analysis.instruments.form_reading import form_reading
from goalctl.analysis.instruments.scoring import answer_findings
from goalctl.cli import options
from goalctl.cli.asking.form_walk import asked_form
from goalctl.cli.commands.risk import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_form
from goalctl.cli.opening import Date, Writer, plan_to_change, unfinished, writer_of
from goalctl.cli.writing import echoed, whose, write
from goalctl.documents.change import Edit
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.session import Answers, Session
from goalctl.model.validate import validated
from goalctl.views.screens.score import answered_page, score_page
from goalctl.workspace.operations.assess import filed
from goalctl.workspace.store.rescued import Unfinished


def command(
    ctx: typer.Context,
    client: options.Client,
    form: Annotated[str, typer.Argument(metavar="FORM", help="The form's id, as phq-9.", show_default=False)],
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
    known = known_form(desk, form)
    before = plan_to_change(desk, client)
    if any(entry.date == day and form in entry.forms for entry in before.log):
        desk.say(f"{known.name} was filled in on {day} already; this is one more")
    kept = unfinished(desk, f"assess-{form}", client)
    value = given_answers(known, answers, total)
    if value is None:
        value = _asked(desk, known, before, kept)
    reading = form_reading(known, fitting_answers(known, value), day=day, plan=before, forms=desk.practice.forms)

    def changes(plan: Plan) -> list[Edit]:
        writer = writer_of(desk, plan, by)
        return filed(plan, {form: value}, day=day, today=desk.today, by=writer, stated_by=by)

    changed = write(desk, client, changes, f"{known.name} of {echoed(day, what='').strip()}:")
    kept.forget()
    if len(changed.plan.sessions) == len(before.sessions):
        desk.say("joined that day's session")
    desk.show_page(answered_page(reading, whose=client) if desk.with_client else score_page(reading, whose=client))
    offer_risk(desk, changed)


def given_answers(form: Form, answers: str | None, total: str | None) -> Value:
    """What the options say, as a plan would hold it; None when they say nothing."""
    if answers is None:
        return None if total is None else {"total": total}
    try:
        value = answers_from_text(form, answers)
    except ScalarError as error:
        raise UsageError(f"--answers: {error}", error.hint) from None
    if total is None:
        return value
    if not isinstance(value, dict):
        raise UsageError("--total and --answers say two things", "beside --total write only single items, as q9=1")
    return {"total": total, **value}


def fitting_answers(form: Form, value: Value) -> Answers:
    """The answers, if the form has them; else a usage error with everything that is wrong."""
    entry, findings = validated(Session, {"date": "2000-01-01", "forms": {form.form: value}})
    found = Answers() if entry is None else entry.forms[form.form]
    wrong = findings or answer_findings(form, found)
    if wrong:
        raise UsageError("; ".join(finding.message for finding in wrong), wrong[0].hint)
    return found


def _asked(desk: Desk, form: Form, plan: Plan, kept: Unfinished) -> Value:
    if not desk.may_ask:
        raise UsageError("--answers or --total is missing", "--answers 2,2,3,… in the order of the items (- skips)")
    desk.say(whose(plan))
    found = asked_form(desk, form, kept, at_the_end=f"saves it for {plan.client}")
    return answers_or_none(form, found)


def answers_or_none(form: Form, found: dict[str, Value]) -> Value:
    """The answers as a plan holds them; nothing at all is refused."""
    if not found:
        raise UsageError(f"nothing was answered on {form.name}; nothing was saved")
    return answers_value(form, found)
