"""`goalctl planners`: the library of ready-made problems, goals, objectives, interventions and homework."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from goalctl.cli import options
from goalctl.cli.asking.ask import Typed
from goalctl.cli.asking.guided import Task, guided_change, must_ask
from goalctl.cli.asking.library.planner_use import PlannerUse
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
from goalctl.cli.one_of_each import group_app
from goalctl.cli.opening import plan_to_change, writer_of
from goalctl.cli.writing import say_findings, way_back
from goalctl.documents.change import Edit
from goalctl.library.shelf import Shelf
from goalctl.model.finding import Fields
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.scalars import excerpt
from goalctl.model.statement import StatementKind
from goalctl.views.data.library import planners_document, statements_document
from goalctl.views.listing import Listing, PageFormat
from goalctl.views.page import Line
from goalctl.views.screens.findings import findings_text
from goalctl.views.screens.planner import found_view, planner_page, planners_view, statement_page
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.operations.use_planner import next_ids, planner_edits
from goalctl.workspace.shelves.kinds import PLANNERS
from goalctl.workspace.shelves.statements import Shelved, StatementSearch, shelved
from goalctl.workspace.store.transaction.transaction import Changed

MOST_FOUND = 12


class PlannersGroup(LibraryGroup):
    """A group whose first word, when it is no command, is an area to show, or a word to search for."""

    def command_for(self, ctx: Any, word: str) -> str:  # noqa: ANN401 - click's own
        """`show` for the name of an area."""
        return "show" if PLANNERS.shelf(desk_of(ctx).root).path(word.partition("/")[0]) else "search"


app = group_app(PlannersGroup)

Area = Annotated[str, Argument(metavar="AREA", help="The area, as depression.", show_default=False)]


@app.callback()
def planners(ctx: typer.Context) -> int:
    """Ready-made goals and all around them: list the areas, show one (`planners AREA`), find (`planners WORD`)."""
    return list_(desk_of(ctx)) if ctx.invoked_subcommand is None else 0


@app.command("list")
def list_(desk: Desk, shown_as: options.ListingFormat = None) -> int:
    """List every area with what it holds, the practice's own and the shipped ones."""
    shelf = PLANNERS.shelf(desk.root)
    desk.answer(
        lambda: planners_view(readable(shelf), broken(shelf)),
        lambda: planners_document(readable(shelf), broken_faults(PLANNERS, shelf)),
        shown_as,
    )
    return listing_status(shelf)


@app.command()
def search(
    desk: Desk,
    words: Annotated[list[str], Argument(metavar="WORD...", help="What it is about.", show_default=False)],
    kind: Annotated[
        str | None, Option("--kind", help="Only problem, goal, objective, intervention, homework or resource.")
    ] = None,
    every: Annotated[bool, Option("--all", help="Everything that fits, not only the best.")] = False,
    shown_as: options.ListingFormat = None,
) -> int:
    """Find statements, the best first; typing errors are forgiven."""
    shelf = PLANNERS.shelf(desk.root)
    wanted = _kind(kind)
    fitting = [each for each in shelved(shelf) if wanted in {None, each.statement.kind}]
    found, text, most = StatementSearch(fitting).best(" ".join(words)), " ".join(words), None if every else MOST_FOUND
    desk.answer(
        lambda: _search_listing(found, text, most),
        lambda: statements_document(map(_in_short, found[:most]), broken_faults(PLANNERS, shelf)),
        shown_as,
    )
    for name, finding in broken(shelf):
        desk.say(findings_text([(PLANNERS.file(shelf, name), finding)]))
    return listing_status(shelf)


def _in_short(each: Shelved) -> tuple[str, StatementKind, str]:
    return each.ref, each.statement.kind, each.statement.text


def _search_listing(found: Sequence[Shelved], text: str, most: int | None) -> Listing:
    """The best of them, `most` at most, and how the rest is seen."""
    best = found[:most]
    left = f"{len(found) - len(best)} more with --all. " if len(found) > len(best) else ""
    caption = f"{left}goalctl planners show AREA ID tells all of it and how it is used"
    return found_view(map(_in_short, best), nothing=f"Nothing fits {excerpt(text)}.", caption=caption)


def _kind(text: str | None) -> StatementKind | None:
    kinds = {kind.value: kind for kind in StatementKind}
    if text is None or text in kinds:
        return kinds.get(text or "")
    raise UsageError(f"--kind: '{excerpt(text)}' is no kind", f"use {', '.join(kinds)}")


@app.command()
def show(
    desk: Desk,
    area: Area,
    id_: Annotated[str | None, Argument(metavar="[ID]", help="One statement of it, as g3.", show_default=False)] = None,
    source: Annotated[bool, Option("--source", help="The file itself, to copy and change.")] = False,
    shown_as: options.Shown = PageFormat.TEXT,
) -> None:
    """Show an area with all its statements, or one of them: `planners show depression g3`, or `depression/g3`."""
    name, slash, rest = area.partition("/")
    shelf = PLANNERS.shelf(desk.root)
    if shown_as is PageFormat.JSON:
        show_file(desk, PLANNERS, shelf, name)
    elif source:
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


@app.command()
def use(
    desk: Desk,
    client: options.Client,
    area: Area,
) -> None:
    """Put what you tick of an area into a plan: problems, goals, steps, what you do, homework; saved at once.

    What only this client can say is asked: blanks, how it shows, where they stand today, why it is within reach.
    """
    shelf = PLANNERS.shelf(desk.root)
    planner = PLANNERS.known(shelf, area)
    still_open(plan_to_change(desk, client))
    must_ask(
        desk,
        "somebody to tick what is wanted",
        f"goalctl add-goal {client} --from {area}/{planner.goals[0].id if planner.goals else 'g1'} --with-objectives",
    )

    def task(plan: Plan) -> Task:
        def edits(now: Plan, entry: Fields) -> list[Edit]:
            return planner_edits(now, entry, by=writer_of(desk, now, None))

        def ticked(typed: Typed) -> Task:
            chosen = PlannerUse(desk, plan, shelf, planner).chosen(typed)
            return replace(whole, questions=chosen.questions, entry=chosen.completed)

        whole = Task((), dict, edits, lambda now, _: next_ids(now), with_help=True, first=ticked)
        return whole

    saved = guided_change(desk, client, f"planner-{area}", task)
    if saved is not None:
        _tell(desk, saved.changed)


def _tell(desk: Desk, changed: Changed) -> None:
    """What the rules say about it, what comes next, and the ids of the new goals on stdout."""
    say_findings(desk, changed)
    held = {goal.id for goal in changed.old.goals} if changed.old else set()
    new = [goal.id for goal in changed.plan.goals if goal.id not in held]
    client = changed.plan.client
    desk.say(f"saved in {changed.file.name}; to have it otherwise: {way_back(desk, changed)}")
    desk.say(f"next: goalctl agree {client}, then goalctl mark {client} {new[0]} active")
    desk.write("".join(f"{id_}\n" for id_ in new))


def _refuse_unknown(planner: Planner, id_: str) -> None:
    if id_ not in {statement.id for statement in planner.statements()}:
        raise UsageError(
            f"{planner.planner} has no {excerpt(id_)}", f"`goalctl planners show {planner.planner}` lists it"
        )


@app.command()
def new(
    desk: Desk,
    area: Area,
    name: Annotated[str | None, Option("--name", help="Its name; else made from the area.")] = None,
    source: Annotated[str | None, Option("--from", metavar="AREA", help="Begin with a copy of this planner.")] = None,
) -> None:
    """Write a new planner into planners/, ready to be changed; it is valid as it stands."""
    make(desk, PLANNERS, area, name, source)


@app.command()
def check(
    desk: Desk,
    areas: Annotated[
        list[str] | None, Argument(metavar="[AREA]...", help="Else all of your own.", show_default=False)
    ] = None,
) -> int:
    """Check your own planners, or those that are named: text, references, and how goals are worded and measured."""
    return check_files(desk, PLANNERS, areas, else_all=False)
