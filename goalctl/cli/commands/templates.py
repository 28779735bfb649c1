"""`goalctl templates`: plans to begin with: list, show, new, from a plan, check."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from goalctl.analysis.caseload.named import names_any, names_in
from goalctl.cli import options
from goalctl.cli.asking.files.new_file import asked_file, file_text
from goalctl.cli.asking.files.new_template import REMARKS, template_entry, template_questions, without_the_person
from goalctl.cli.asking.guided import must_ask
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.library_files import (
    LibraryGroup,
    broken,
    broken_faults,
    check_files,
    listing_status,
    readable,
    show_file,
    write_source,
)
from goalctl.cli.one_of_each import group_app
from goalctl.cli.opening import plan_to_change
from goalctl.views.data.library import templates_document
from goalctl.views.listing import PageFormat
from goalctl.views.listings.templates import templates_view
from goalctl.workspace.memory.private import private_in
from goalctl.workspace.memory.template import template_from, tidy, wordings_in
from goalctl.workspace.shelves.kinds import TEMPLATES, titled


class TemplatesGroup(LibraryGroup):
    """A group whose first word, when it is no command, is a template to show: a dozen need no search."""

    def command_for(self, _ctx: Any, _word: str) -> str:  # noqa: ANN401 - click's own
        """Always `show`, which names the nearest where there is none."""
        return "show"


app = group_app(TemplatesGroup)

TemplateId = Annotated[str, Argument(metavar="TEMPLATE", help="The template's id, as panic.", show_default=False)]


@app.callback()
def templates(ctx: typer.Context) -> int:
    """Plans to begin with, for `add-client --template`: list them, show one, make your own."""
    return list_(desk_of(ctx)) if ctx.invoked_subcommand is None else 0


@app.command("list")
def list_(desk: Desk, shown_as: options.ListingFormat = None) -> int:
    """List every template, the practice's own and the shipped ones."""
    shelf = TEMPLATES.shelf(desk.root)
    desk.answer(
        lambda: templates_view(readable(shelf), broken(shelf)),
        lambda: templates_document(readable(shelf), broken_faults(TEMPLATES, shelf)),
        shown_as,
    )
    return listing_status(shelf)


@app.command()
def show(desk: Desk, template: TemplateId, shown_as: options.Shown = PageFormat.TEXT) -> None:
    """Show a template: its file, to read, copy and change."""
    tell = show_file if shown_as is PageFormat.JSON else write_source
    tell(desk, TEMPLATES, TEMPLATES.shelf(desk.root), template)


@app.command()
def new(
    desk: Desk,
    template: Annotated[str, Argument(metavar="ID", help="Its id, as first-year.", show_default=False)],
    name: Annotated[str | None, Option("--name", help="Its name; else made from the id.")] = None,
    source: Annotated[
        str | None,
        Option("--from", metavar="TEMPLATE|CLIENT", help="Begin with a copy of a template, or with a plan."),
    ] = None,
) -> None:
    """Make a template of your own, by questions; or from a client's plan, with nothing in it that is the client's own.

    Of a plan, problems, goals, steps and interventions are taken, without days, scores, reasons and quotes; you are
    asked for each wording whether it names the person.
    """
    shelf = TEMPLATES.shelf(desk.root)
    if source is None:
        _ask(desk, template, name)
    elif shelf.path(source):
        _create(desk, template, TEMPLATES.copy_text(shelf, source, template, name))
    else:
        _from_plan(desk, template, name, source)


@app.command()
def check(
    desk: Desk,
    templates: Annotated[
        list[str] | None, Argument(metavar="[TEMPLATE]...", help="Else all of your own.", show_default=False)
    ] = None,
) -> int:
    """Check your own templates, or those that are named."""
    return check_files(desk, TEMPLATES, templates, else_all=False)


def _ask(desk: Desk, name: str, title: str | None) -> None:
    must_ask(desk, "--from", f"goalctl templates new {name} --from panic")
    questions = template_questions(desk, name, title)
    if asked_file(desk, TEMPLATES, name, questions, lambda answers: template_entry(name, questions, answers), REMARKS):
        _tell_next(desk, name)


def _from_plan(desk: Desk, name: str, title: str | None, client: str) -> None:
    """Somebody has to look at every wording, so that it is made at a terminal only."""
    plan = plan_to_change(desk, client)
    must_ask(desk, "somebody to look at each wording", f"goalctl templates new {name} --from panic")
    entry = template_from(plan, name, titled(name, title), today=desk.today)
    wordings = list(wordings_in(entry))
    names = names_in(plan)
    doubted = {text for _, text in wordings if private_in(desk.practice.settings, text) or names_any(names, text)}
    looked_at = tidy(without_the_person(desk, entry, wordings, doubted))
    _create(desk, name, file_text(looked_at, REMARKS))


def _create(desk: Desk, name: str, text: str) -> None:
    desk.say(f"made {TEMPLATES.create(desk.practice, name, TEMPLATES.with_schema(text))}")
    _tell_next(desk, name)


def _tell_next(desk: Desk, name: str) -> None:
    desk.say(f"next: goalctl templates show {name}, then goalctl add-client CLIENT --template {name}")
    desk.write(f"{name}\n")
