"""`goalctl site`: linked pages to look at in a browser, from the file, offline; only what changed is written again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.reading import readable_plan, tell_errors
from goalctl.cli.reports.making import Order, report_bytes
from goalctl.cli.site.making import make_site
from goalctl.model.identity import Identity
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.views.site.pages import DAY
from goalctl.workspace.store.names import names_of
from goalctl.workspace.store.site_folder import PageMade, SiteFolder, SiteKind, site_folder

OFFICE = "office"
TREATING, THE_OFFICE = "those who treat", "the office"

Folder = Annotated[
    Path, Argument(metavar="DIR", help="A new folder, or one that holds such a site.", show_default=False)
]
Reader = Annotated[
    str | None,
    Option(
        "--for",
        metavar="office",
        help="For those who do not treat: nothing clinical. With --with-client, for one of its people.",
    ),
]
OfClient = Annotated[
    str | None, Option("--with-client", metavar="CLIENT", help="One client's own page, to show or to hand out.")
]
WithNames = Annotated[bool, Option("--names", help="With the clients' names, outside of the workspace only.")]
Force = Annotated[bool, Option("--force", help="Into a folder that holds something else as well.")]


def command(
    desk: Desk,
    folder: Folder,
    for_: Reader = None,
    with_client: OfClient = None,
    names: WithNames = False,
    force: Force = False,
) -> int:
    """Write the practice as pages for a browser: day, caseload, due, outcomes, findings, one for each client.

    They open from the file, send nothing, and work without scripts. Run it again after changes: only those are
    written, and pages of clients who are gone are taken away.
    """
    if for_ not in {None, OFFICE} and with_client is None:
        raise UsageError("--for: a site is for those who treat, or for the office", f"--for {OFFICE}")
    known = _names(desk) if names else {}
    if with_client:
        return _page_of_one(desk, folder, with_client, for_, known, force=force)
    readers = THE_OFFICE if for_ else TREATING
    place = _place(desk, folder, readers, has_names=names, force=force)
    status = make_site(desk, place, known, for_office=for_ == OFFICE, force=force)
    _tell(desk, place)
    return status


def _names(desk: Desk) -> Mapping[str, Identity]:
    known = names_of(desk.practice)
    if not known:
        raise UsageError("--names: no names are kept for this workspace", "goalctl names add CLIENT")
    return known


def _place(desk: Desk, folder: Path, readers: str, *, has_names: bool, force: bool) -> SiteFolder:
    where = "" if desk.practice.findings else str(desk.root.resolve())
    whose = desk.practice.settings.workspace or where
    return site_folder(desk.root, folder, SiteKind(whose, readers, has_names), desk.account, force=force)


def _page_of_one(
    desk: Desk, folder: Path, client: str, reader: str | None, known: Mapping[str, Identity], *, force: bool
) -> int:
    """The page that a client takes home; nothing else of the workspace stands in the folder."""
    case, plan = readable_plan(desk, client)
    readers = f"{plan.client}, {reader}" if reader else plan.client
    place = _place(desk, folder, readers, has_names=bool(known), force=force)
    order = Order(ReportKind.CLIENT, ReportFormat.HTML, desk.today, reader=reader, identities=known)
    page = report_bytes(desk, order, case, plan).decode()
    place.begin([DAY], force=force)
    place.put([(DAY, page, PageMade())])
    place.end([DAY])
    _tell(desk, place)
    return tell_errors(desk, case)


def _tell(desk: Desk, place: SiteFolder) -> None:
    pages = counted(len(place.pages), "page")
    gone = f", {place.gone} taken away" if place.gone else ""
    if place.written or place.gone:
        desk.say(f"saved {place.path}: {pages}, {place.written} written{gone}; open {place.path / DAY}")
    else:
        desk.say(f"{place.path}: {pages}, nothing has changed; open {place.path / DAY}")
    if place.kind.has_names:
        desk.say(f"{place.path} now holds clients' names; keep it as safe as the names themselves, or delete it")
