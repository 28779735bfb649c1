"""`goalctl explain`: why a rule exists, where it comes from and how to mend what it finds."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated

import typer

from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.library_files import readable
from goalctl.cli.options import ListingFormat
from goalctl.library.shelf import Shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.profile import Profile
from goalctl.rules.every import AUDITED
from goalctl.views.listing import Listing
from goalctl.views.page import Line
from goalctl.views.screens.explain import code_page, codes_view, json_page, profiles_view, settings_page, waivers_page
from goalctl.workspace.check.codebook import CodeEntry, asking, codebook
from goalctl.workspace.shelves.kinds import PROFILES
from goalctl.workspace.shelves.profiles import whole_profile

PAGES = {"settings": settings_page, "waivers": waivers_page, "json": json_page}


def command(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="A code as S104, a letter as S, or settings, waivers, profiles, json; else all codes.",
            show_default=False,
        ),
    ] = None,
    shown_as: ListingFormat = None,
) -> None:
    """Say why a rule exists, where it comes from, and how to mend what it finds; or list the codes."""
    desk, wanted = desk_of(ctx), (code or "").strip()
    if wanted == PROFILES.folder:
        shelf = _profiles(desk)
        desk.show(profiles_view([whole_profile(shelf, name) for name in shelf]), shown_as)
    elif wanted in PAGES:
        desk.show_page(PAGES[wanted]())
    elif explained := codebook().get(wanted.upper()):
        desk.show_page(_page(desk, explained))
    else:
        desk.show(_codes_from(wanted), shown_as)


def _page(desk: Desk, explained: CodeEntry) -> Iterable[Line]:
    """One code; of a question of an audit, with the profiles that ask it."""
    profiles = readable(_profiles(desk)) if explained.code in AUDITED else []
    asked = asking(explained.code, [profile for profile, _ in profiles])
    return code_page(explained.code, explained.title, explained.rules, asked)


def _codes_from(beginning: str) -> Listing:
    """All codes that begin like that; a usage error when none does."""
    book = codebook()
    fitting = [found for found in book.values() if found.code.startswith(beginning.upper())]
    if not fitting:
        near = get_close_matches(beginning.upper(), book, n=3, cutoff=0.5) or [*PAGES, PROFILES.folder]
        raise UsageError(f"there is no code '{beginning}'", f"did you mean {', '.join(near)}?")
    return codes_view((found.code, found.severity, found.title) for found in fitting)


def _profiles(desk: Desk) -> Shelf[Profile]:
    """The profiles as their files say; outside a workspace there are only the shipped ones."""
    try:
        return PROFILES.shelf(desk.root)
    except GoalctlError:
        return PROFILES.shelf(None)
