"""What is done where a library, or a sign, that goalctl draws with is not there: a chart's figures are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goalctl.cli.failures import COULD_NOT, tell

if TYPE_CHECKING:
    from goalctl.cli.desk import Desk
    from goalctl.views.listing import Listing

DRAWS = "plotext"
ANEW = "install goalctl anew with all that it needs: pipx reinstall goalctl"


def is_missing(error: BaseException) -> bool:
    """Whether it says that another program's library is not there; one of goalctl's own would be a bug."""
    return isinstance(error, ModuleNotFoundError) and bool(error.name) and not str(error.name).startswith("goalctl")


def tell_missing(error: BaseException) -> int:
    """Name the library and give the exit status."""
    tell(f"{getattr(error, 'name', '')}, which this needs, is not installed", ANEW)
    return COULD_NOT


def show_figures(desk: Desk, listing: Listing, error: ModuleNotFoundError) -> None:
    """A chart's figures, where what draws it is not there."""
    if error.name != DRAWS:
        raise error
    desk.show(listing)
    tell(
        f"{DRAWS}, which draws charts in a terminal, is not installed: these are the figures",
        f"{ANEW}; .svg needs none",
    )


def show_undrawn(desk: Desk, listing: Listing) -> None:
    """The same where the output has no signs to draw with."""
    desk.show(listing)
    tell(
        f"the output is {desk.screen.encoding}, which has no signs to draw with: these are the figures",
        "set PYTHONUTF8=1, or save it as .svg",
    )
