"""`goalctl log-session`: one session, with scores, forms, note and homework."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from goalctl.analysis.scoring import answers_from_text
from goalctl.cli import options
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.entering import fitting
from goalctl.cli.failures import UsageError
from goalctl.cli.writing import echoed, write
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.ids import SCORABLE, next_number
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.session import Session
from goalctl.model.walk import used_ids
from goalctl.workspace.additions import appended, new_session_id


def command(
    ctx: typer.Context,
    client: options.Client,
    scores: Annotated[
        list[str] | None, typer.Argument(metavar="[ID=SCORE]...", help="g1=6 g1.1=3 g1@clinician=5", show_default=False)
    ] = None,
    date: Annotated[str, typer.Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri.")] = "today",
    time: Annotated[str | None, typer.Option("--time", metavar="10:00-10:53", help="Start, or start and end.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="session, intake, review, phone, group, no-show …")] = None,
    place: Annotated[str | None, typer.Option("--place", help="office, video, phone, home or other.")] = None,
    present: Annotated[list[str] | None, typer.Option("--present", help="Who was there; repeat it.")] = None,
    minutes: Annotated[str | None, typer.Option("--minutes", help="How long it took.")] = None,
    cpt: Annotated[list[str] | None, typer.Option("--cpt", help="A CPT code; repeat it.")] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT|-", help="The note; - reads it from stdin.")
    ] = None,
    worked_on: Annotated[list[str] | None, typer.Option("--worked-on", metavar="ID", help="What it worked on.")] = None,
    used: Annotated[list[str] | None, typer.Option("--used", metavar="ID", help="An intervention, as g1.1.i1.")] = None,
    response: Annotated[str | None, typer.Option("--response", help="How the client responded.")] = None,
    form: Annotated[
        list[str] | None, typer.Option("--form", metavar="FORM=ANSWERS", help="phq-9=223212211, or a total; repeat it.")
    ] = None,
    homework: Annotated[
        list[str] | None, typer.Option("--homework", metavar="[ID: ]TASK", help="Until next time; repeat it.")
    ] = None,
    done: Annotated[
        list[str] | None, typer.Option("--done", metavar="h1=yes", help="yes, partly or no; repeat it.")
    ] = None,
    next_: Annotated[str | None, typer.Option("--next", metavar="DAY", help="The next appointment: +1w, fri …")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who writes it; else the practice's clinician.")] = None,
) -> None:
    """Log one session; nothing that is logged is ever rewritten."""
    desk = desk_of(ctx)
    day = day_back(date, today=desk.today, option="--date")
    head = said(date=day, time=time, minutes=minutes)
    body = said(
        kind=kind, place=place, present=present, cpt=cpt, scores=_pairs(scores, "ID=SCORE", "g1=6"),
        forms=_forms(desk, form), worked_on=worked_on, used=used, response=response, note=_note(note),
    )  # fmt: skip
    after = said(
        homework_done=_pairs(done, "--done", "h1=yes"),
        next=day_ahead(next_, today=day, option="--next") if next_ else None,
    )
    tasks = [_task(text) for text in homework or ()]
    fitting(Session, {**head, **body, **after, "homework": [{"id": "h1", **task} for task in tasks]})

    def changes(plan: Plan) -> list[Edit]:
        writer = by or desk.practice.settings.clinician or plan.clinician
        first = next_number(used_ids(plan), "h")
        given: list[Value] = [{"id": f"h{number}", **task} for number, task in enumerate(tasks, start=first)]
        entry = said(id=new_session_id(plan)) | head | said(by=writer) | body | said(homework=given) | after
        return [appended(plan, "sessions", entry)]

    changed = write(desk, client, changes, f"logged a session of {echoed(day, what='').strip()}:")
    desk.write(f"{changed.plan.sessions[-1].id}\n")


def _pairs(words: list[str] | None, what: str, example: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words or ():
        key, equals, value = word.partition("=")
        if not equals or not key or not value:
            raise UsageError(f"{what}: '{word}' is not understood", f"write it as {example}")
        if key in found:
            raise UsageError(f"{what}: {key} is given twice", "keep one of the two")
        found[key] = value
    return found


def _forms(desk: Desk, given: list[str] | None) -> dict[str, Value]:
    return {form: _answers(desk, form, text) for form, text in _pairs(given, "--form", "phq-9=223212211").items()}


def _answers(desk: Desk, form_id: str, text: str) -> Value:
    form = desk.practice.forms.get(form_id)
    if form is None:
        raise UsageError(f"--form: there is no form {form_id}", "the practice's own forms are in forms/")
    try:
        return answers_from_text(form, text)
    except ScalarError as error:
        raise UsageError(f"--form {form_id}: {error}", error.hint) from None


def _note(text: str | None) -> str | None:
    return sys.stdin.read().rstrip("\n") if text == "-" else text


def _task(text: str) -> dict[str, Value]:
    """`g1.1: run on Tuesday`, or a task that belongs to no goal."""
    item, colon, task = text.partition(":")
    return said(for_=item, task=task.strip()) if colon and SCORABLE.fullmatch(item) else said(task=text)
