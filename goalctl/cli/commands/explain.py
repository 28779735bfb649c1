"""`goalctl explain`: why a rule exists, where it comes from and how to mend what it finds."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.options import ListingFormat
from goalctl.library.profiles import PROFILES, profile_named, profile_shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.profile import Profile
from goalctl.views.screens.explain import code_page, codes_view, json_page, profiles_view, settings_page, waivers_page
from goalctl.workspace.check.codebook import asking, codebook

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
    desk = desk_of(ctx)
    book = codebook()
    wanted = (code or "").strip()
    if wanted == PROFILES:
        desk.show(profiles_view(_whole(desk)), shown_as)
    elif wanted in PAGES:
        desk.show_page(PAGES[wanted]())
    elif entry := book.get(wanted.upper()):
        asked = asking(entry.code, _own_words(desk)) if entry.code.startswith("A") else []
        desk.show_page(code_page(entry.code, entry.title, entry.rules, asked))
    elif fitting := [found for found in book.values() if found.code.startswith(wanted.upper())]:
        desk.show(codes_view((found.code, found.severity, found.title) for found in fitting), shown_as)
    else:
        near = get_close_matches(wanted.upper(), book, n=3, cutoff=0.5) or [*PAGES, PROFILES]
        raise UsageError(f"there is no code '{wanted}'", f"did you mean {', '.join(near)}?")


def _folder(desk: Desk) -> Path | None:
    """The practice's own profiles; outside a workspace there are only the shipped ones."""
    try:
        return desk.root / PROFILES
    except GoalctlError:
        return None


def _own_words(desk: Desk) -> list[Profile]:
    """The profiles as their files say, without what they inherit."""
    return list(profile_shelf(_folder(desk)).values())


def _whole(desk: Desk) -> list[Profile]:
    folder = _folder(desk)
    return [profile_named(name, folder) for name in profile_shelf(folder)]
