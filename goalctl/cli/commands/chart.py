"""`goalctl chart`: scores over time, in the terminal or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from goalctl.analysis.case import Case
from goalctl.analysis.client_side import Reader, case_for_client
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.missing_library import show_figures, show_undrawn
from goalctl.cli.options import Client, Force, Shown
from goalctl.cli.readers import For, reader_for
from goalctl.cli.reading import faults_in, readable_plan, tell_errors
from goalctl.cli.screen import terminal_size
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt
from goalctl.views.charts.model import ChartSheet
from goalctl.views.charts.overlay import overlay_sheet
from goalctl.views.charts.plan_charts import chart_sheet, form_ids, form_named, ids_with_scores, nothing_to_draw
from goalctl.views.charts.scores_table import scores_listing
from goalctl.views.charts.with_client import sheet_for_client
from goalctl.views.listing import PageFormat

PROMPT = 1
LEAST_WIDTH, LEAST_HEIGHT = 40, 12
KINDS = (".svg", ".html", ".txt")

Ids = Annotated[
    list[str] | None,
    Argument(
        metavar="[ID]...", help="Goals, objectives or forms; else all active ones with scores.", show_default=False
    ),
]


def command(
    desk: Desk,
    client: Client,
    ids: Ids = None,
    overlay: Annotated[
        bool, Option("--overlay", help="All on one axis: the share of the way from baseline to target.")
    ] = False,
    width: Annotated[
        int | None,
        Option("--width", least=LEAST_WIDTH, most=1000, help="Columns; else the terminal's."),
    ] = None,
    height: Annotated[
        int | None, Option("--height", least=LEAST_HEIGHT, most=1000, help="Rows; else the terminal's.")
    ] = None,
    save: Annotated[
        Path | None, Option("--save", metavar="FILE", help="Into a file instead: .svg, .html or .txt.")
    ] = None,
    force: Force = False,
    for_: For = None,
    shown_as: Shown = PageFormat.TEXT,
) -> int:
    """Draw a client's scores over time, with baseline, target, deadline, aimline and trend.

    With --for the scores of one of its people, without what judges or foretells, to hand out.
    """
    _refuse_unknown_kind(save, shown_as)
    case, plan = readable_plan(desk, client)
    reader = reader_for(plan, for_)
    seen = _case_for(desk, plan, reader)
    chosen = _goal_ids(seen, ids) if ids else ids_with_scores(seen)
    sheet = _sheet(desk, seen, chosen, reader, overlay=overlay) if chosen else None
    if shown_as is PageFormat.JSON:
        from goalctl.views.data.plan import chart_document

        faults = () if desk.with_client or reader else faults_in(case)
        desk.write_json(chart_document(seen.plan, sheet, faults, today=desk.today))
    elif sheet:
        _put(desk, sheet, _size(width, height), save, force=force)
    else:
        desk.write(nothing_to_draw(seen) + "\n")
    return tell_errors(desk, case)


def _refuse_unknown_kind(save: Path | None, shown_as: PageFormat) -> None:
    if save and shown_as is PageFormat.JSON:
        raise UsageError("--save draws a picture, --format json has its figures", "give only one of the two")
    if save and save.suffix.lower() not in KINDS:
        raise UsageError(f"--save: {excerpt(save.name)} is no kind of chart", f"end the name in {', '.join(KINDS)}")


def _case_for(desk: Desk, plan: Plan, reader: Reader | None) -> Case:
    """The case as whoever looks at the screen or is handed the chart may see it."""
    case = desk.case(plan)
    return case_for_client(case, reader) if desk.with_client or reader else case


def _sheet(desk: Desk, case: Case, chosen: tuple[str, ...], reader: Reader | None, *, overlay: bool) -> ChartSheet:
    sheet = (overlay_sheet if overlay else chart_sheet)(case, chosen)
    if reader is not None:
        return sheet_for_client(sheet, reader.name or "")
    return sheet_for_client(sheet) if desk.with_client else sheet


def _size(width: int | None, height: int | None) -> tuple[int, int]:
    """As stated, else what the terminal has room for, above its prompt."""
    columns, lines = terminal_size()
    return width or max(columns, LEAST_WIDTH), height or max(lines - PROMPT, LEAST_HEIGHT)


def _goal_ids(case: Case, ids: list[str]) -> tuple[str, ...]:
    """The ids as given, each once; an unknown one is refused with the ones there are."""
    return tuple(dict.fromkeys(_one(case, item_id) for item_id in ids))


def _one(case: Case, word: str) -> str:
    plan = case.plan
    if word in plan.scorables:
        return word
    try:
        return str(form_named(case, word))
    except KeyError:
        there = (*plan.scorables, *form_ids(case))
        hint = f"known here: {', '.join(there)}" if there else "the plan has no goals yet"
        what = f"{plan.client} has no goal, objective or filled-in form {excerpt(word)}"
        raise UsageError(what, hint) from None


def _put(desk: Desk, sheet: ChartSheet, size: tuple[int, int], save: Path | None, *, force: bool) -> None:
    """Into a file, or on stdout."""
    if save:
        _save(desk, save, sheet, size, force=force)
    else:
        _draw(desk, sheet, size)


def _draw(desk: Desk, sheet: ChartSheet, size: tuple[int, int]) -> None:
    """On stdout; on a terminal never wider than it is, because a wrapped chart can't be read."""
    if not desk.screen.can_draw:
        show_undrawn(desk, scores_listing(sheet))
        return
    try:
        from goalctl.views.charts.terminal import plain_charts, terminal_charts
    except ModuleNotFoundError as error:
        show_figures(desk, scores_listing(sheet), error)
        return
    width, height = size
    if desk.on_terminal:
        width = min(width, max(desk.width, LEAST_WIDTH))
    if desk.screen.is_coloured:
        desk.screen.draw(terminal_charts(sheet, width=width, height=height))
    else:
        desk.write(plain_charts(sheet, width=width, height=height))


def _save(desk: Desk, path: Path, sheet: ChartSheet, size: tuple[int, int], *, force: bool) -> None:
    width, height = size
    match path.suffix.lower():
        case ".svg":
            from goalctl.views.charts.drawing import sheet_svg

            text = sheet_svg(sheet)
        case ".html":
            from goalctl.views.charts.page import sheet_page

            text = sheet_page(sheet)
        case _:
            from goalctl.views.charts.terminal import plain_charts

            text = plain_charts(sheet, width=width, height=height)
    desk.write_out(path, text.encode(), force=force)
    desk.say(f"saved {path}")
