"""`goalctl worksheet`: any form as a sheet to print or fill in, blank or with what the plan says already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_form
from goalctl.cli.reading import readable_plan
from goalctl.model.form import Form, FormKind
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.views.sheets.html import sheet_html
from goalctl.views.sheets.sheet import Sheet, SheetFormat, sheet_of
from goalctl.views.sheets.text import sheet_markdown, sheet_text
from goalctl.workspace.edits.items import NoItemError
from goalctl.workspace.shelves.prefill import prefilled

TEXTS: dict[SheetFormat, Callable[[Sheet], str]] = {
    SheetFormat.TXT: sheet_text,
    SheetFormat.MD: sheet_markdown,
    SheetFormat.HTML: sheet_html,
}


def command(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="FORM", help="smart, grow, or any other form.", show_default=False)],
    goal: Annotated[
        str | None, typer.Argument(metavar="[GOAL]", help="With --for: the goal to fill in, as g1.", show_default=False)
    ] = None,
    client: Annotated[
        str | None, typer.Option("--for", metavar="CLIENT", help="Whose sheet it is; a beginning will do.")
    ] = None,
    shown_as: Annotated[SheetFormat, typer.Option("--format", help="How to print it.")] = SheetFormat.TXT,
) -> None:
    """Print a form as a worksheet: blank, or for a client and a goal with what the plan says already."""
    desk = desk_of(ctx)
    known = known_form(desk, form)
    head = (("Client", ""), ("Date", ""))
    answers: dict[str, str] = {}
    if client is not None:
        _, plan = readable_plan(desk, client)
        named = _goal(plan, goal)
        answers = prefilled(known, plan, named)
        head = (("Client", plan.client), ("Date", desk.today.isoformat()))
    elif goal is not None:
        raise UsageError(f"whose goal is {goal}?", f"name the client: goalctl worksheet {form} --for CLIENT {goal}")
    desk.write(TEXTS[shown_as](sheet_of(known, answers, head=head, notes=_notes(desk, known))))


def _goal(plan: Plan, wanted: str | None) -> Goal | None:
    if wanted is None:
        return None
    goals = {goal.id: goal for goal in plan.goals}
    if wanted not in goals:
        raise NoItemError(plan, wanted, list(goals))
    return goals[wanted]


def _notes(desk: Desk, form: Form) -> tuple[str, ...]:
    """Of a shipped instrument: that these are not its questions, and where those are."""
    if form.kind is not FormKind.ASSESSMENT or desk.practice.forms.is_own(form.form):
        return ()
    holder = f"Its questions stand on the official sheet, from its authors or publisher: {form.attribution}."
    facts = "; ".join(form.sources)
    return (
        f"This sheet has labels of our own in place of the questions. {holder} Licence: {form.licence}.",
        *((f"Sources: {facts}.",) if facts else ()),
    )
