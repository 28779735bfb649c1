"""`goalctl demo`: a practice of invented clients, to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.documents.stops import without_stops
from goalctl.views.screens.day import demo_page
from goalctl.workspace.operations.demo import make_demo, refuse_place


def command(
    desk: Desk,
    folder: Annotated[
        Path, Argument(metavar="[DIR]", help="A new folder; else goalctl-demo, here.", show_default=False)
    ] = Path("goalctl-demo"),
) -> None:
    """Make a practice of invented clients, seen from today: to learn on, to show, and to throw away."""
    place = folder.absolute()
    refuse_place(place)
    with without_stops():
        clients = make_demo(place, today=desk.today_in(None))
        desk.account.note(str(place))
    desk.show_page(demo_page(str(folder), clients))
