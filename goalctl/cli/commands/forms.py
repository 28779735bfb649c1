"""`goalctl forms`: the library of forms: list, search, show, new, check, try."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.analysis.instruments.wording import in_our_words
from goalctl.analysis.progress.form_reading import form_reading
from goalctl.cli import options
from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.asking.files.new_file import asked_file
from goalctl.cli.asking.files.new_form import REMARKS, form_entry, form_questions
from goalctl.cli.asking.files.other_variant import counted_here
from goalctl.cli.asking.files.wording_walk import asked_wording, is_allowed
from goalctl.cli.asking.forms.form_walk import asked_form
from goalctl.cli.asking.forms.given_answers import answers_or_none, fitting_answers, given_answers
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.library_files import (
    LibraryGroup,
    broken,
    broken_faults,
    check_files,
    listing_status,
    make,
    readable,
    show_file,
    whose,
    write_source,
)
from goalctl.cli.naming import favourites, form_name, known_form
from goalctl.cli.one_of_each import group_app
from goalctl.library.form_search import found_forms
from goalctl.library.shelf import shipped_original
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.views.data.library import forms_document
from goalctl.views.listing import PageFormat
from goalctl.views.screens.form import form_page, forms_view
from goalctl.views.screens.score import score_page
from goalctl.workspace.shelves.kinds import FORMS, TEMPLATES
from goalctl.workspace.shelves.wording import BarredWordingError, is_barred, put_wording
from goalctl.workspace.store.rescued import Unfinished

app = group_app(LibraryGroup)

FormId = Annotated[str, Argument(metavar="FORM", help="The form's id, as phq-9.", show_default=False)]
Kind = Annotated[str | None, Option("--kind", help="Only assessment, worksheet, note, exercise or record.")]


@app.callback()
def forms(ctx: typer.Context) -> int:
    """Assessments, worksheets, note templates: list them, or search with `goalctl forms WORD`."""
    return list_(desk_of(ctx)) if ctx.invoked_subcommand is None else 0


@app.command("list")
def list_(desk: Desk, kind: Kind = None, shown_as: options.ListingFormat = None) -> int:
    """List every form, the practice's own and the shipped ones."""
    return _list(desk, (), kind, shown_as)


@app.command()
def search(
    desk: Desk,
    words: Annotated[list[str], Argument(metavar="WORD...", help="What it is about.", show_default=False)],
    kind: Kind = None,
    shown_as: options.ListingFormat = None,
) -> int:
    """List the forms that all the words fit, the best first; slips of the pen are forgiven."""
    return _list(desk, tuple(words), kind, shown_as)


@app.command()
def show(
    desk: Desk,
    form: FormId,
    source: Annotated[bool, Option("--source", help="The file itself, to copy and change.")] = False,
    shown_as: options.Shown = PageFormat.TEXT,
) -> None:
    """Show a form: its items, what its scores mean, its sources and licence."""
    shelf = desk.practice.forms
    if shown_as is PageFormat.JSON:
        show_file(desk, FORMS, shelf, form_name(desk, form))
    elif source:
        write_source(desk, FORMS, shelf, form_name(desk, form))
    else:
        desk.show_page(form_page(known_form(desk, form), file=whose(FORMS, shelf, form_name(desk, form))))


@app.command()
def new(
    desk: Desk,
    form: Annotated[str, Argument(metavar="ID", help="Its id, as sleep-diary.", show_default=False)],
    name: Annotated[str | None, Option("--name", help="Its name; else made from the id.")] = None,
    source: Annotated[str | None, Option("--from", metavar="FORM", help="Begin with a copy of this form.")] = None,
) -> None:
    """Make a form of your own, by questions, and try it; off a terminal a valid one is written, ready to be changed."""
    if source is not None or not desk.may_ask:
        make(desk, FORMS, form, name, source)
        return
    questions = form_questions(form, name)
    if not asked_file(desk, FORMS, form, questions, lambda answers: form_entry(form, answers), REMARKS):
        return
    if is_confirmed(desk, "Try it now, as a client would?"):
        known = known_form(Desk(desk.root, desk.stated_today), form)
        desk.show_page(score_page(form_reading(known, fitting_answers(known, _answers(desk, known)), day=desk.today)))
        desk.say("nothing was saved of the answers")
    desk.say(f"next: goalctl assess CLIENT {form}")
    desk.write(f"{form}\n")


@app.command()
def wording(desk: Desk, form: FormId) -> None:
    """Put the official wording of an instrument into the practice's own form, where its licence allows that."""
    known, name = known_form(desk, form), form_name(desk, form)
    if is_barred(known):
        raise BarredWordingError(known)
    if not desk.may_ask:
        how = f"goalctl forms new {name} --from {name}, then change each ask: in forms/{name}.yaml"
        raise UsageError("the wording is typed at a terminal", how)
    if not is_allowed(desk, known):
        desk.say("nothing was changed")
        return
    if words := asked_wording(desk, known):
        desk.say(f"wording put into {put_wording(desk.practice, desk.practice.forms, name, words)}")
    left = in_our_words(FORMS.known(FORMS.shelf(desk.root), name), shipped_original(known))
    desk.say(f"still goalctl's labels: {', '.join(item.id for item in left)}" if left else "every item has its wording")


@app.command()
def check(
    desk: Desk,
    forms: Annotated[
        list[str] | None, Argument(metavar="[FORM]...", help="Else all of them.", show_default=False)
    ] = None,
) -> int:
    """Check forms, own and shipped, and say what is wrong where."""
    return check_files(desk, FORMS, forms, else_all=True, beside=TEMPLATES.own_findings(desk.practice))


@app.command("try")
def try_(
    desk: Desk,
    form: FormId,
    answers: Annotated[
        str | None, Option("--answers", metavar="2,2,3,…", help="All answers: in order, or as q1=2 q9=1.")
    ] = None,
    total: Annotated[str | None, Option("--total", metavar="N", help="Only the total.")] = None,
) -> None:
    """Walk a form as a client would and see its score; nothing is saved."""
    known = known_form(desk, form)
    given = given_answers(known, answers, total)
    value = _answers(desk, known) if given is None else counted_here(desk, known, given)
    desk.show_page(score_page(form_reading(known, fitting_answers(known, value), day=desk.today)))
    desk.say("nothing was saved")


def _list(desk: Desk, words: tuple[str, ...], kind: str | None, shown_as: options.ListingFormat) -> int:
    shelf = desk.practice.forms
    wanted = [form for form, _ in readable(shelf) if kind is None or form.kind.value == kind]
    first = {name: place for place, name in enumerate(favourites(desk))}
    wanted.sort(key=lambda form: first.get(form.form, len(first)))
    found = found_forms(wanted, words) if words else wanted
    nothing = f"No form fits {' '.join(words)}." if words else "There is no form of that kind."
    rows = [(form, shelf.is_own(form.form)) for form in found]
    desk.answer(
        lambda: forms_view(rows, broken(shelf), nothing=nothing),
        lambda: forms_document(rows, broken_faults(FORMS, shelf)),
        shown_as,
    )
    return listing_status(shelf)


def _answers(desk: Desk, form: Form) -> Value:
    if not desk.may_ask:
        raise UsageError("--answers or --total is missing", "--answers 2,2,3,… in the order of the items (- skips)")
    kept = Unfinished(desk.root, f"try-{form.form}", "nobody", desk.today)
    found = asked_form(desk, form, kept, at_the_end="shows the score")
    kept.forget()
    return answers_or_none(form, found)
