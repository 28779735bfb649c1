"""`goalctl questionnaire`: a form as one page that a client fills in, offline; its text comes in by import."""

from __future__ import annotations

from goalctl.cli import options
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import FormWord, known_filling
from goalctl.cli.reading import readable_plan
from goalctl.cli.writing import say_whose
from goalctl.model.form import Form, FormKind
from goalctl.model.ids import FormRef
from goalctl.model.people import people_of, person_named
from goalctl.model.plan import Plan
from goalctl.views.sheets.questionnaire import Questionnaire, questionnaire_html
from goalctl.workspace.shelves.wording import CLINICIAN, check_wording

_NOT_FOR_CLIENTS = {FormKind.NOTE, FormKind.RECORD}


def command(
    desk: Desk,
    client: options.Client,
    form: FormWord,
    output: options.PrivateFile = None,
    force: options.Force = False,
) -> None:
    """Make a form into one page that a client fills in in a browser, best in the room; it sends nothing anywhere.

    It ends in a short text. Save that, and goalctl import FILE shows what would come in. A form with a question about
    risk needs in_danger in goalctl.yaml: what somebody in danger is to do.
    """
    ref, known = known_filling(desk, form)
    _check(desk, known)
    _, plan = readable_plan(desk, client)
    _check_person(plan, ref)
    page = questionnaire_html(Questionnaire(plan.client, ref, known, desk.practice.settings.in_danger or ""))
    if output is not None:
        desk.write_out(output, page.encode(), force=force, written_as="html")
        say_whose(desk, plan)
        desk.say(f"saved {output}; when the text is back: goalctl import FILE")
    elif desk.on_terminal:
        raise UsageError("a page is for a browser: name a file for it", f"-o {plan.client}-{ref.id}.html")
    else:
        desk.write(page)


def _check(desk: Desk, form: Form) -> None:
    """Refuse what is not for a client, what has no wording, and risk that nobody sees."""
    if form.by == CLINICIAN or form.kind in _NOT_FOR_CLIENTS:
        raise UsageError(f"{form.name} is no form that a client fills in", f"goalctl assess CLIENT {form.form}")
    check_wording(form)
    if form.risk and not desk.practice.settings.in_danger:
        example = 'in_danger: "call 999, or the Samaritans on 116 123"'
        said = f"{form.name} asks about risk, and goalctl.yaml does not say in_danger: what somebody in danger is to do"
        raise UsageError(said, f"put your own words there, as {example}")


def _check_person(plan: Plan, ref: FormRef) -> None:
    """Of a couple, family or group it has to be somebody's own: risk in it is that person's."""
    if plan.members and person_named(plan, ref.respondent or "") is None:
        pages = " or ".join(str(ref.by(name)) for name in people_of(plan))
        raise UsageError(f"{plan.client} is several people: whose page is it?", f"name the form as {pages}")
