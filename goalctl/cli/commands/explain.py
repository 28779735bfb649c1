"""`goalctl explain`: why a rule exists and how to mend what it finds; what a key of a file is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any

from goalctl.analysis.progress.judgement import State
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.library_files import readable
from goalctl.cli.options import ListingFormat
from goalctl.library.shelf import Shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Severity
from goalctl.model.keys.find import FILES, KeyPlace, inside, keys_meant, places_in
from goalctl.model.nearest import ranked
from goalctl.model.profile import Profile
from goalctl.model.scalars import excerpt
from goalctl.rules.every import AUDITED
from goalctl.rules.rule import Rule
from goalctl.views.data.kinds import SHAPES
from goalctl.views.data.library import codes_document, keys_document, profiles_document, requirements_document
from goalctl.views.listing import Format
from goalctl.views.page import Line
from goalctl.views.screens.explain import code_page, codes_view, json_page, profile_view, profiles_view, waivers_page
from goalctl.views.screens.keys import key_page, keys_view
from goalctl.workspace.check.codebook import CodeEntry, asking, codebook, titles
from goalctl.workspace.shelves.kinds import FORMS, PLANNERS, PROFILES, TEMPLATES, LibraryKind
from goalctl.workspace.shelves.profiles import whole_profile

PAGES: Mapping[str, Callable[[], Iterable[Line]]] = {
    "waivers": waivers_page,
    "json": lambda: json_page(SHAPES),
}
_KINDS = [*FILES, *PAGES, PROFILES.folder]

AS_A_PAGE = {None, Format.TABLE, Format.PLAIN}  # else a code is a row


def command(
    desk: Desk,
    code: Annotated[
        str | None,
        Argument(
            metavar="[CODE]",
            help="A code as S104, a letter as S; a key as goals.smart.measurable.by; a kind of file as plan or"
            " settings; a profile as outpatient; waivers, profiles, json; else all codes.",
            show_default=False,
        ),
    ] = None,
    shown_as: ListingFormat = None,
) -> None:
    """Say why a rule exists and how to mend what it finds, or what a key of a file is for; or list the codes."""
    wanted = (code or "").strip()
    if wanted == PROFILES.folder:
        shelf = _profiles(desk)
        profiles = [whole_profile(shelf, name) for name in shelf]
        desk.answer(lambda: profiles_view(profiles), lambda: profiles_document(profiles), shown_as)
    elif wanted in PAGES:
        _show_page(desk, wanted, shown_as)
    elif places := list(places_in(wanted)) if wanted in FILES else _keys(wanted):
        _show_keys(desk, places, shown_as)
    elif (explained := codebook().get(wanted.upper())) and shown_as in AS_A_PAGE:
        desk.show_page(_page(desk, explained))
    elif wanted in (shelf := _profiles(desk)):
        profile = whole_profile(shelf, wanted)
        desk.answer(lambda: profile_view(profile, titles()), lambda: requirements_document(profile, titles()), shown_as)
    else:
        found = _codes_from(desk, wanted, [*shelf])
        desk.answer(lambda: codes_view(_in_short(found)), lambda: codes_document(_with_rules(found)), shown_as)


def _show_page(desk: Desk, wanted: str, shown_as: Format | None) -> None:
    """Words to read; whoever asks for rows or data is told that there are none."""
    if shown_as not in AS_A_PAGE:
        schema = "goalctl schema --for NAME is for programs" if wanted == "json" else "leave --format out"
        raise UsageError(f"--format {shown_as}: what `explain {wanted}` tells are words to read", schema)
    desk.show_page(PAGES[wanted]())


def _keys(wanted: str) -> list[KeyPlace]:
    """The keys that are meant, where no code begins like that."""
    return [] if any(code.startswith(wanted.upper()) for code in codebook()) else keys_meant(wanted)


def _show_keys(desk: Desk, places: Sequence[KeyPlace], shown_as: Format | None) -> None:
    """One key as a page, several as a listing."""
    if len(places) == 1 and shown_as is None:
        desk.show_page(key_page(places[0], inside(places[0])))
    else:
        desk.answer(lambda: keys_view(places), lambda: keys_document(places), shown_as)


def _page(desk: Desk, explained: CodeEntry) -> Iterable[Line]:
    """One code; of a question of an audit, with the profiles that ask it."""
    profiles = readable(_profiles(desk)) if explained.code in AUDITED else []
    asked = asking(explained.code, [profile for profile, _ in profiles])
    return code_page(explained.code, explained.title, explained.severity, explained.rules, asked)


def _codes_from(desk: Desk, beginning: str, profiles: Sequence[str]) -> list[CodeEntry]:
    """All codes that begin like that; a usage error when none does."""
    book = codebook()
    fitting = [found for found in book.values() if found.code.startswith(beginning.upper())]
    if not fitting:
        keys = {place.path[-1]: place.dotted for file in FILES for place in places_in(file)}
        near = ranked(beginning, book)
        near = near or [keys[key] for key in ranked(beginning.rpartition(".")[2], keys)]
        near = near or ranked(beginning, profiles)
        hint = f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(_KINDS)}; alone, all codes"
        raise UsageError(f"there is no code or key '{excerpt(beginning)}'", _told_elsewhere(desk, beginning) or hint)
    return fitting


def _told_elsewhere(desk: Desk, word: str) -> str:
    """The command that tells of what is no rule and no key: a state's word, a form, a planner, a template."""
    if word.lower() in set(State):
        return "goalctl show CLIENT --why tells which scores and rule stand behind the word"
    kinds = (kind for kind in (FORMS, PLANNERS, TEMPLATES) if _shelf(desk, kind).path(word.lower()))
    return next((f"goalctl {kind.folder} show {word.lower()}" for kind in kinds), "")


def _in_short(found: Iterable[CodeEntry]) -> list[tuple[str, Severity, str]]:
    return [(entry.code, entry.severity, entry.title) for entry in found]


def _with_rules(found: Iterable[CodeEntry]) -> list[tuple[str, Severity, str, tuple[Rule, ...]]]:
    return [(entry.code, entry.severity, entry.title, entry.rules) for entry in found]


def _profiles(desk: Desk) -> Shelf[Profile]:
    return _shelf(desk, PROFILES)


def _shelf(desk: Desk, kind: LibraryKind[Any]) -> Shelf[Any]:
    """What there is as its files say; outside a workspace there is only what is shipped."""
    try:
        return kind.shelf(desk.root)
    except GoalctlError:
        return kind.shelf(None)
