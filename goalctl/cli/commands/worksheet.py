"""`goalctl worksheet`: any form as a sheet to print or fill in, blank or with what the plan says already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from goalctl.analysis.client_side import case_for_client, reader_named
from goalctl.analysis.instruments.wording import in_our_words
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import known_filling
from goalctl.cli.options import Force, PrivateFile
from goalctl.cli.reading import readable_plan
from goalctl.library.shelf import shipped_original
from goalctl.model.form import Form
from goalctl.model.goal import Goal
from goalctl.model.ids import FormRef
from goalctl.model.people import has_had_several
from goalctl.model.plan import Plan
from goalctl.views.sheets.html import sheet_html
from goalctl.views.sheets.sheet import Sheet, SheetFormat, filled_in_by, sheet_of
from goalctl.views.sheets.text import sheet_markdown, sheet_text
from goalctl.views.words.instrument import entering_lines
from goalctl.workspace.edits.items import NoItemError
from goalctl.workspace.shelves.prefill import last_filled, prefilled
from goalctl.workspace.shelves.wording import check_wording

TEXTS: dict[SheetFormat, Callable[[Sheet], str]] = {
    SheetFormat.TXT: sheet_text,
    SheetFormat.MD: sheet_markdown,
    SheetFormat.HTML: sheet_html,
}
_BY_ENDING = {".md": SheetFormat.MD, ".html": SheetFormat.HTML, ".htm": SheetFormat.HTML}


def command(
    desk: Desk,
    form: Annotated[str, Argument(metavar="FORM", help="smart, grow, or any other form.", show_default=False)],
    goal: Annotated[
        str | None, Argument(metavar="[GOAL]", help="With --for: the goal to fill in, as g1.", show_default=False)
    ] = None,
    client: Annotated[
        str | None, Option("--for", metavar="CLIENT", help="Whose sheet it is; a beginning will do.")
    ] = None,
    shown_as: Annotated[
        SheetFormat | None, Option("--format", help="How to print it; else as FILE ends, or txt.", show_default=False)
    ] = None,
    output: PrivateFile = None,
    force: Force = False,
) -> None:
    """Print a form as a worksheet: blank, or for a client and a goal with what the plan says already."""
    ref, known = known_filling(desk, form)
    if client is None and goal is not None:
        raise UsageError(f"whose goal is {goal}?", f"name the client: goalctl worksheet {form} --for CLIENT {goal}")
    check_wording(known)
    sheet = _blank(ref, known) if client is None else _sheet_for(desk, (ref, known), client, goal)
    chosen = shown_as or _BY_ENDING.get(output.suffix.lower() if output else "", SheetFormat.TXT)
    _put(desk, TEXTS[chosen](sheet), output, force=force, written_as=chosen.value)


def _put(desk: Desk, text: str, output: Path | None, *, force: bool, written_as: str) -> None:
    """On stdout, or into a file."""
    if output is None:
        desk.write(text)
    else:
        desk.write_out(output, text.encode(), force=force, written_as=written_as)
        desk.say(f"saved {output}")


def _blank(ref: FormRef, form: Form) -> Sheet:
    head = (("Client", ""), ("Date", ""), *filled_in_by(form, ref.respondent))
    return sheet_of(form, {}, head=head, notes=_notes(form))


def _sheet_for(desk: Desk, filed: tuple[FormRef, Form], client: str, goal: str | None) -> Sheet:
    """The sheet with what the plan says already."""
    ref, form = filed
    _, plan = readable_plan(desk, client)
    seen = _as_seen(desk, plan, ref.respondent)
    named, last = _goal(seen, goal), last_filled(form, plan, ref)
    answers = last[1] if last else prefilled(form, seen, named)
    by = filled_in_by(form, ref.respondent, of_several=has_had_several(plan))
    head = (("Client", plan.client), ("Date", desk.today.isoformat()), *by)
    return sheet_of(form, answers, head=head, notes=_notes(form))


def _as_seen(desk: Desk, plan: Plan, respondent: str | None) -> Plan:
    """The plan as whoever fills in the sheet may know it; of a couple's `grow@anna` says who, else it is for both."""
    if not has_had_several(plan):
        return plan
    return case_for_client(desk.case(plan), reader_named(plan, respondent or "")).plan


def _goal(plan: Plan, wanted: str | None) -> Goal | None:
    if wanted is None:
        return None
    goals = {goal.id: goal for goal in plan.goals}
    if wanted not in goals:
        raise NoItemError(plan, wanted, list(goals))
    return goals[wanted]


def _notes(form: Form) -> tuple[str, ...]:
    """Of what a clinician rates, that its items are labels; how the numbers of a sheet are taken; its attribution."""
    is_labelled = bool(in_our_words(form, shipped_original(form)))
    labels = f"For the clinician: labels of our own; the items stand on the official sheet ({form.attribution})."
    return (*((labels,) if is_labelled else ()), *entering_lines(form))
