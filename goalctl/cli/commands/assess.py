"""`goalctl assess`: a form item by item, with its score, what changed, and risk that can't be missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

from goalctl.analysis.progress.form_reading import FormReading, form_reading
from goalctl.analysis.standpoint import Standpoint
from goalctl.cli import options
from goalctl.cli.asking.answers import unfinished_answers
from goalctl.cli.asking.files.other_variant import counted_here
from goalctl.cli.asking.forms.form_walk import asked_form
from goalctl.cli.asking.forms.given_answers import answers_or_none, fitting_answers, given_answers
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import FormWord, known_filling
from goalctl.cli.opening import Date, Writer, days_of_today, plan_to_change, writer_of
from goalctl.cli.writing import day_in_words, say_whose, tell_forms, write
from goalctl.documents.change import Edit
from goalctl.model.client_words import own_form
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.plan import Plan
from goalctl.views.screens.score import answered_page, score_page
from goalctl.views.words.forms import with_respondent
from goalctl.workspace.operations.assess import answer_edits
from goalctl.workspace.shelves.prefill import last_filled
from goalctl.workspace.store.rescued import Unfinished
from goalctl.workspace.store.transaction.transaction import Changed

AnswersGiven = Annotated[
    str | None, Option("--answers", metavar="2,2,3,…", help="All answers: in order, or as q1=2 q9=1.")
]
TotalGiven = Annotated[
    str | None, Option("--total", metavar="N", help="Only the total; --answers q9=1 may add a risk item.")
]


def command(
    desk: Desk,
    client: options.Client,
    form: FormWord,
    answers: AnswersGiven = None,
    total: TotalGiven = None,
    date: Date = "today",
    by: Writer = None,
) -> None:
    """Fill in a form with a client: asked item by item, or all at once with --answers or --total.

    It joins the session of that day if that was logged today, is unsigned and lacks the form; else it becomes an entry
    of its own, of kind journal.
    """
    day = day_back(date, today=desk.today, option="--date")
    ref, filled_in, plan = *known_filling(desk, form), plan_to_change(desk, client)
    asked = AskedForm(own_form(plan, ref), filled_in, day, plan, by)
    _tell_earlier(desk, asked)
    given = given_answers(asked.form, answers, total)
    value = _answers_at_the_terminal(desk, asked) if given is None else counted_here(desk, asked.form, given)
    reading = asked.reading(value, desk.practice.forms)
    changed = _store(desk, asked, value)
    _unfinished(desk, asked).forget()
    _tell(desk, asked, reading, changed)


@dataclass(frozen=True, slots=True)
class AskedForm:
    """A form on the day that it is filled in, the plan before that, and who writes it down if that is stated."""

    ref: FormRef
    form: Form
    day: Day
    plan: Plan
    by: str | None

    @property
    def name(self) -> str:
        """The form's name, with that of whoever answers beside the client."""
        return with_respondent(self.form.name, self.ref)

    def reading(self, value: Value, forms: Mapping[str, Form]) -> FormReading:
        """What the answers say, seen from the plan as it was; a usage error when the form can't have them."""
        answers, at = fitting_answers(self.form, value), Standpoint(self.plan, forms)
        return form_reading(self.form, answers, day=self.day, at=at, respondent=self.ref.respondent)


def _unfinished(desk: Desk, asked: AskedForm) -> Unfinished:
    return unfinished_answers(desk, f"assess-{asked.ref}", asked.plan.client, asked.day)


def _tell_earlier(desk: Desk, asked: AskedForm) -> None:
    if any(entry.date == asked.day and asked.ref in entry.forms for entry in asked.plan.log):
        desk.say(f"{asked.name} was filled in on {asked.day} already; this is one more")


def _answers_at_the_terminal(desk: Desk, asked: AskedForm) -> Value:
    if not desk.may_ask:
        raise UsageError("--answers or --total is missing", "--answers 2,2,3,… in the order of the items (- skips)")
    say_whose(desk, asked.plan)
    last, at_the_end = last_filled(asked.form, asked.plan, asked.ref), f"saves it for {asked.plan.client}"
    kept = _unfinished(desk, asked)
    found = asked_form(desk, asked.form, kept, at_the_end=at_the_end, last=last[1] if last else None)
    return answers_or_none(asked.form, found)


def _store(desk: Desk, asked: AskedForm, value: Value) -> Changed:
    def changes(plan: Plan) -> list[Edit]:
        writer, forms = writer_of(desk, plan, asked.by), {str(asked.ref): value}
        stated = writer if asked.by else None
        return answer_edits(plan, forms, day=asked.day, today=days_of_today(desk), by=writer, stated_by=stated)

    done = f"{asked.name} of {day_in_words(asked.day)}:"
    return write(desk, asked.plan.client, changes, done)


def _tell(desk: Desk, asked: AskedForm, reading: FormReading, changed: Changed) -> None:
    """Where the answers went, and what they say."""
    if len(changed.plan.sessions) == len(asked.plan.sessions):
        desk.say("joined that day's session")
    page = answered_page if desk.with_client else score_page
    desk.show_page(page(reading, whose=asked.plan.client, ref=asked.ref))
    tell_forms(desk, changed)
    offer_risk(desk, changed)
