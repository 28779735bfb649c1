"""`goalctl planners`: the library of ready-made problems, goals, objectives, interventions and homework."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from goalctl.cli import options
from goalctl.cli.desk import desk_of
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.documents.yaml_text import scalar_text
from goalctl.library.shelf import Shelf
from goalctl.model.entry import said
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding
from goalctl.model.planner import Planner, StatementKind
from goalctl.model.scalars import shown
from goalctl.model.validate import validated
from goalctl.views.screens.findings import findings_text
from goalctl.views.screens.planner import found_view, planner_page, planners_view, statement_page
from goalctl.workspace.shelves.new_planner import copied_text, starting_text
from goalctl.workspace.shelves.planner_shelf import (
    create_planner,
    own_name,
    planner_file_findings,
    planner_problems,
    planner_shelf,
    searched,
    shelved,
)

FOUND = 1
INCOMPLETE = 3
MOST_FOUND = 12


class Group(TyperGroup):
    """A group whose first word, when it is no command, is an area to show, or a word to search for."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - click's signature
        """The command, else `show` or `search` with all the words."""
        known = self.get_command(ctx, args[0]) is not None
        return super().resolve_command(ctx, args if known else [_meant(ctx, args[0]), *args])


def _meant(ctx: Any, word: str) -> str:  # noqa: ANN401 - click's signature
    return "show" if planner_shelf(desk_of(ctx).practice).path(word.partition("/")[0]) else "search"


app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Area = Annotated[str, typer.Argument(metavar="AREA", help="The area, as depression.", show_default=False)]


class NoPlannerError(GoalctlError):
    """There is no planner for that area, or its file can't be read."""

    def __init__(self, name: str, problems: tuple[Finding, ...]) -> None:
        first = problems[0]
        self.exit_status = UsageError.exit_status if first.code == "E238" else COULD_NOT
        if first.code == "E238":
            super().__init__(first.message, first.hint)
            return
        super().__init__(f"the planner {shown(name)} can't be used until it is mended")
        self.named_findings = tuple((own_name(name), finding) for finding in problems)


@app.callback()
def planners(ctx: typer.Context) -> int:
    """Ready-made goals and all around them: list the areas, show one (`planners AREA`), find (`planners WORD`)."""
    return _listed(ctx, None) if ctx.invoked_subcommand is None else 0


@app.command("list")
def list_(ctx: typer.Context, shown_as: options.ListingFormat = None) -> int:
    """List every area with what it holds, the practice's own and the shipped ones."""
    return _listed(ctx, shown_as)


def _listed(ctx: typer.Context, shown_as: options.ListingFormat) -> int:
    desk = desk_of(ctx)
    shelf = planner_shelf(desk.practice)
    broken = _broken(shelf)
    known = [(shelf[name], shelf.is_own(name)) for name in shelf if name in shelf]
    desk.show(planners_view(known, broken), shown_as)
    return INCOMPLETE if broken else 0


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="What it is about.", show_default=False)],
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only problem, goal, objective, intervention, homework or resource.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Everything that fits, not only the best.")] = False,
    shown_as: options.ListingFormat = None,
) -> int:
    """Find statements, the best first; typing errors are forgiven."""
    desk = desk_of(ctx)
    shelf = planner_shelf(desk.practice)
    wanted = _kind(kind)
    fitting = [each for each in shelved(shelf) if wanted in {None, each.statement.kind}]
    found = searched(fitting, " ".join(words))
    most = found if every else found[:MOST_FOUND]
    left = f"{len(found) - len(most)} more with --all. " if len(found) > len(most) else ""
    rows = ((each.ref, each.statement.kind, each.statement.text) for each in most)
    caption = f"{left}goalctl planners show AREA ID tells all of it and how it is used"
    desk.show(found_view(rows, nothing=f"Nothing fits {shown(' '.join(words))}.", caption=caption), shown_as)
    for name, finding in _broken(shelf):
        desk.say(findings_text([(own_name(name), finding)]))
    return INCOMPLETE if _broken(shelf) else 0


def _kind(text: str | None) -> StatementKind | None:
    kinds = {kind.value: kind for kind in StatementKind}
    if text is None or text in kinds:
        return kinds.get(text or "")
    raise UsageError(f"--kind: '{shown(text)}' is no kind", f"use {', '.join(kinds)}")


@app.command()
def show(
    ctx: typer.Context,
    area: Area,
    id_: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One statement of it, as g3.", show_default=False)
    ] = None,
    source: Annotated[bool, typer.Option("--source", help="The file itself, to copy and change.")] = False,
) -> None:
    """Show an area with all its statements, or one of them: `planners show depression g3`, or `depression/g3`."""
    desk = desk_of(ctx)
    name, slash, rest = area.partition("/")
    shelf = planner_shelf(desk.practice)
    planner = known_planner(shelf, name)
    document = shelf.document(name)
    wanted = id_ or (rest if slash else None)
    if source and document is not None:
        desk.write(document.text)
    elif wanted is None:
        copy = f"shipped; goalctl planners new {name} --from {name} makes it yours"
        desk.show_page(planner_page(planner, desk.practice.forms, file=own_name(name) if shelf.is_own(name) else copy))
    else:
        _refuse_unknown(planner, wanted)
        desk.show_page(statement_page(planner, wanted, desk.practice.forms))


def known_planner(shelf: Shelf[Planner], name: str) -> Planner:
    """The planner of that area."""
    planner = shelf.get(name)
    if planner is None:
        raise NoPlannerError(name, shelf.problems(name))
    return planner


def _refuse_unknown(planner: Planner, id_: str) -> None:
    if id_ not in {statement.id for statement in planner.statements()}:
        raise UsageError(
            f"{planner.planner} has no {shown(id_)}", f"`goalctl planners show {planner.planner}` lists it"
        )


@app.command()
def new(
    ctx: typer.Context,
    area: Area,
    name: Annotated[str | None, typer.Option("--name", help="Its name; else made from the area.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="AREA", help="Begin with a copy of this planner.")
    ] = None,
) -> None:
    """Write a new planner into planners/, ready to be changed; it is valid as it stands."""
    desk = desk_of(ctx)
    _refuse_bad_name(area)
    if source is None:
        text = starting_text(area, scalar_text(name or area.replace("-", " ").capitalize()))
    else:
        shelf = planner_shelf(desk.practice)
        known_planner(shelf, source)
        document = shelf.document(source)
        text = copied_text(document.text if document else "", area)
    desk.say(f"made {create_planner(desk.practice, area, text)}")
    desk.say(f"next: change it, then goalctl planners check {area}")
    desk.write(f"{area}\n")


def _refuse_bad_name(area: str) -> None:
    _, findings = validated(Planner, said(planner=area, name=area))
    if findings:
        raise UsageError(findings[0].message, findings[0].hint)


@app.command()
def check(
    ctx: typer.Context,
    areas: Annotated[
        list[str] | None, typer.Argument(metavar="[AREA]...", help="Else all of your own.", show_default=False)
    ] = None,
) -> int:
    """Check your own planners, or those that are named: text, references, and how goals are worded and measured."""
    desk = desk_of(ctx)
    shelf = planner_shelf(desk.practice)
    names = list(dict.fromkeys(areas)) if areas else [name for name in shelf if shelf.is_own(name)]
    found = [named for name in names for named in planner_problems(desk.practice, shelf, name)]
    if not areas:
        found = planner_file_findings(desk.practice)
    desk.write(findings_text(found))
    told = f"{len(found)} finding{'' if len(found) == 1 else 's'}" if found else "nothing found"
    desk.say(f"{len(names)} planner{'' if len(names) == 1 else 's'} checked: {told}")
    return FOUND if found else 0


def _broken(shelf: Shelf[Planner]) -> list[tuple[str, Finding]]:
    """The planners that can't be read, each with its first problem."""
    return [(name, shelf.problems(name)[0]) for name in shelf if name not in shelf]
