"""`goalctl forms`: the library of forms: list, search, show, new, check, try."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from goalctl.analysis.instruments.form_reading import form_reading
from goalctl.cli import options
from goalctl.cli.asking.form_walk import asked_form
from goalctl.cli.commands.assess import answers_or_none, fitting_answers, given_answers
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_form
from goalctl.documents.yaml_text import scalar_text
from goalctl.library.form_search import found_forms
from goalctl.model.finding import Finding, Severity, Value
from goalctl.model.form import Form
from goalctl.model.ids import MEASURE_WORDS, form_id_from
from goalctl.model.scalars import ScalarError
from goalctl.views.listings.templates import templates_view
from goalctl.views.screens.findings import findings_text
from goalctl.views.screens.form import form_page, forms_view
from goalctl.views.screens.score import score_page
from goalctl.workspace.shelves.form_files import create_form, form_file_findings, form_problems, own_name
from goalctl.workspace.shelves.new_form import copied_text, starting_text
from goalctl.workspace.shelves.templates import NoTemplateError, template_file_findings, templates_of
from goalctl.workspace.store.rescued import Unfinished

FOUND = 1
INCOMPLETE = 3


class Group(TyperGroup):
    """A group whose first word, when it is no command, is a word to search for."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - click's signature
        """The command, or `search` with all the words."""
        known = self.get_command(ctx, args[0]) is not None
        return super().resolve_command(ctx, args if known else ["search", *args])


app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

FormId = Annotated[str, typer.Argument(metavar="FORM", help="The form's id, as phq-9.", show_default=False)]
Kind = Annotated[str | None, typer.Option("--kind", help="Only assessment, worksheet, note, exercise or record.")]


@app.callback()
def forms(ctx: typer.Context) -> int:
    """Assessments, worksheets, note templates: list them, or search with `goalctl forms WORD`."""
    return _listed(ctx, (), None, None) if ctx.invoked_subcommand is None else 0


@app.command("list")
def list_(ctx: typer.Context, kind: Kind = None, shown_as: options.ListingFormat = None) -> int:
    """List every form, the practice's own and the shipped ones."""
    return _listed(ctx, (), kind, shown_as)


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="What it is about.", show_default=False)],
    kind: Kind = None,
    shown_as: options.ListingFormat = None,
) -> int:
    """List the forms that all the words fit, the best first; slips of the pen are forgiven."""
    return _listed(ctx, tuple(words), kind, shown_as)


@app.command()
def show(
    ctx: typer.Context,
    form: FormId,
    source: Annotated[bool, typer.Option("--source", help="The file itself, to copy and change.")] = False,
) -> None:
    """Show a form: its items, what its scores mean, its sources and licence."""
    desk = desk_of(ctx)
    known = known_form(desk, form)
    shelf = desk.practice.forms
    document = shelf.document(form)
    if source and document is not None:
        desk.write(document.text)
        return
    is_own = shelf.is_own(form)
    file = own_name(form) if is_own else f"shipped; goalctl forms new {known.form} --from {known.form} makes it yours"
    desk.show_page(form_page(known, file=file))


@app.command()
def new(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="ID", help="Its id, as sleep-diary.", show_default=False)],
    name: Annotated[str | None, typer.Option("--name", help="Its name; else made from the id.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="FORM", help="Begin with a copy of this form.")
    ] = None,
) -> None:
    """Write a new form into forms/, ready to be changed; it is valid as it stands."""
    desk = desk_of(ctx)
    form_id = _new_id(form)
    if source is not None:
        known_form(desk, source)
        document = desk.practice.forms.document(source)
        text = copied_text(document.text if document else "", form_id)
    else:
        text = starting_text(form_id, scalar_text(name or form_id.replace("-", " ").capitalize()))
    desk.say(f"made {create_form(desk.practice, form_id, text)}")
    desk.say(f"next: change it, then goalctl forms check {form_id} and goalctl forms try {form_id}")
    desk.write(f"{form_id}\n")


@app.command()
def check(
    ctx: typer.Context,
    forms: Annotated[
        list[str] | None, typer.Argument(metavar="[FORM]...", help="Else all of them.", show_default=False)
    ] = None,
) -> int:
    """Check forms, own and shipped, and say what is wrong where."""
    desk = desk_of(ctx)
    shelf = desk.practice.forms
    names = list(dict.fromkeys(forms)) if forms else list(shelf)
    found = [named for name in names for named in form_problems(shelf, name)]
    if not forms:
        found += [named for named in form_file_findings(desk.practice) if named not in found]
        found += template_file_findings(desk.practice)
    desk.write(findings_text(found))
    errors = sum(finding.severity is Severity.ERROR for _, finding in found)
    number = f"{len(names)} form{'' if len(names) == 1 else 's'} checked"
    desk.say(f"{number}: {f'{errors} error' + ('' if errors == 1 else 's') if found else 'nothing found'}")
    return FOUND if found else 0


@app.command("try")
def try_(
    ctx: typer.Context,
    form: FormId,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="2,2,3,…", help="All answers: in order, or as q1=2 q9=1.")
    ] = None,
    total: Annotated[str | None, typer.Option("--total", help="Only the total.")] = None,
) -> None:
    """Walk a form as a client would and see its score; nothing is saved."""
    desk = desk_of(ctx)
    known = known_form(desk, form)
    value = given_answers(known, answers, total)
    if value is None:
        value = _tried(desk, known)
    desk.show_page(score_page(form_reading(known, fitting_answers(known, value), day=desk.today)))
    desk.say("nothing was saved")


@app.command()
def templates(
    ctx: typer.Context,
    template: Annotated[
        str | None,
        typer.Argument(metavar="[TEMPLATE]", help="The file of this one, to copy and change.", show_default=False),
    ] = None,
    shown_as: options.ListingFormat = None,
) -> int:
    """List the plan templates for `add-client --template`; put your own into templates/."""
    desk = desk_of(ctx)
    shelf = templates_of(desk.root)
    if template is None:
        broken = [(name, shelf.problems(name)[0]) for name in shelf if name not in shelf]
        known = [(shelf[name], shelf.is_own(name)) for name in shelf if name in shelf]
        desk.show(templates_view(known, broken), shown_as)
        return INCOMPLETE if broken else 0
    document = shelf.document(template)
    if document is None:
        raise NoTemplateError(template, shelf.problems(template))
    desk.write(document.text)
    return 0


def _listed(ctx: typer.Context, words: tuple[str, ...], kind: str | None, shown_as: options.ListingFormat) -> int:
    desk = desk_of(ctx)
    shelf = desk.practice.forms
    known = [shelf[name] for name in shelf if name in shelf]
    broken = _broken(desk)
    wanted = [form for form in known if kind is None or form.kind.value == kind]
    found = found_forms(wanted, words) if words else wanted
    nothing = f"No form fits {' '.join(words)}." if words else "There is no form of that kind."
    desk.show(forms_view([(form, shelf.is_own(form.form)) for form in found], broken, nothing=nothing), shown_as)
    return INCOMPLETE if broken else 0


def _broken(desk: Desk) -> list[tuple[str, Finding]]:
    """The forms that can't be read, each with its first problem."""
    shelf = desk.practice.forms
    return [(name, shelf.problems(name)[0]) for name in shelf if name not in shelf]


def _new_id(text: str) -> str:
    try:
        form_id = form_id_from(text)
    except ScalarError as error:
        raise UsageError(str(error), "use small letters, digits and dashes, as sleep-diary") from None
    if form_id in MEASURE_WORDS:
        raise UsageError(f"{form_id} is a word of measures and can't be a form's id", f"as my-{form_id}")
    return form_id


def _tried(desk: Desk, form: Form) -> Value:
    if not desk.may_ask:
        raise UsageError("--answers or --total is missing", "--answers 2,2,3,… in the order of the items (- skips)")
    kept = Unfinished(desk.root, f"try-{form.form}", "nobody")
    found = asked_form(desk, form, kept, at_the_end="shows the score")
    kept.forget()
    return answers_or_none(form, found)
