"""`goalctl planners`: the library of ready-made problems, goals, objectives, interventions and homework."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from goalctl.cli import options
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.library_files import (
    LibraryGroup,
    broken,
    check_files,
    library_app,
    listing_status,
    make,
    readable,
    whose,
    write_source,
)
from goalctl.library.shelf import Shelf
from goalctl.model.planner import Planner, StatementKind
from goalctl.model.scalars import excerpt
from goalctl.views.listing import Listing
from goalctl.views.page import Line
from goalctl.views.screens.findings import findings_text
from goalctl.views.screens.planner import found_view, planner_page, planners_view, statement_page
from goalctl.workspace.shelves.kinds import PLANNERS
from goalctl.workspace.shelves.statements import Shelved, searched, shelved

MOST_FOUND = 12


class PlannersGroup(LibraryGroup):
    """A group whose first word, when it is no command, is an area to show, or a word to search for."""

    def command_for(self, ctx: Any, word: str) -> str:  # noqa: ANN401 - click's own
        """`show` for the name of an area."""
        return "show" if PLANNERS.shelf(desk_of(ctx).root).path(word.partition("/")[0]) else "search"


app = library_app(PlannersGroup)

Area = Annotated[str, typer.Argument(metavar="AREA", help="The area, as depression.", show_default=False)]


@app.callback()
def planners(ctx: typer.Context) -> int:
    """Ready-made goals and all around them: list the areas, show one (`planners AREA`), find (`planners WORD`)."""
    return _list(ctx, None) if ctx.invoked_subcommand is None else 0


@app.command("list")
def list_(ctx: typer.Context, shown_as: options.ListingFormat = None) -> int:
    """List every area with what it holds, the practice's own and the shipped ones."""
    return _list(ctx, shown_as)


def _list(ctx: typer.Context, shown_as: options.ListingFormat) -> int:
    desk = desk_of(ctx)
    shelf = PLANNERS.shelf(desk.root)
    desk.show(planners_view(readable(shelf), broken(shelf)), shown_as)
    return listing_status(shelf)


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
    shelf = PLANNERS.shelf(desk.root)
    wanted = _kind(kind)
    fitting = [each for each in shelved(shelf) if wanted in {None, each.statement.kind}]
    desk.show(_search_listing(fitting, " ".join(words), None if every else MOST_FOUND), shown_as)
    for name, finding in broken(shelf):
        desk.say(findings_text([(PLANNERS.file(shelf, name), finding)]))
    return listing_status(shelf)


def _search_listing(fitting: list[Shelved], text: str, most: int | None) -> Listing:
    """The best of them, `most` at most, and how the rest is seen."""
    found = searched(fitting, text)
    best = found[:most]
    left = f"{len(found) - len(best)} more with --all. " if len(found) > len(best) else ""
    rows = ((each.ref, each.statement.kind, each.statement.text) for each in best)
    caption = f"{left}goalctl planners show AREA ID tells all of it and how it is used"
    return found_view(rows, nothing=f"Nothing fits {excerpt(text)}.", caption=caption)


def _kind(text: str | None) -> StatementKind | None:
    kinds = {kind.value: kind for kind in StatementKind}
    if text is None or text in kinds:
        return kinds.get(text or "")
    raise UsageError(f"--kind: '{excerpt(text)}' is no kind", f"use {', '.join(kinds)}")


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
    shelf = PLANNERS.shelf(desk.root)
    if source:
        write_source(desk, PLANNERS, shelf, name)
    else:
        desk.show_page(_page(desk, shelf, name, id_ or (rest if slash else None)))


def _page(desk: Desk, shelf: Shelf[Planner], name: str, id_: str | None) -> Iterable[Line]:
    """The whole area, or one statement of it."""
    planner = PLANNERS.known(shelf, name)
    if id_ is None:
        return planner_page(planner, desk.practice.forms, file=whose(PLANNERS, shelf, name))
    _refuse_unknown(planner, id_)
    return statement_page(planner, id_, desk.practice.forms)


def _refuse_unknown(planner: Planner, id_: str) -> None:
    if id_ not in {statement.id for statement in planner.statements()}:
        raise UsageError(
            f"{planner.planner} has no {excerpt(id_)}", f"`goalctl planners show {planner.planner}` lists it"
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
    make(desk_of(ctx), PLANNERS, area, name, source)


@app.command()
def check(
    ctx: typer.Context,
    areas: Annotated[
        list[str] | None, typer.Argument(metavar="[AREA]...", help="Else all of your own.", show_default=False)
    ] = None,
) -> int:
    """Check your own planners, or those that are named: text, references, and how goals are worded and measured."""
    return check_files(desk_of(ctx), PLANNERS, areas, else_all=False)
