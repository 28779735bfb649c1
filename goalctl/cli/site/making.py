"""A site as a whole: one answer about all plans, and the clients' pages, of which only what changed is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from goalctl.cli.desk import Desk, machine_time
from goalctl.cli.failures import COULD_NOT
from goalctl.cli.identities import name_words
from goalctl.cli.site.clients import ClientOrder, ClientWork, clients_made, page_of
from goalctl.cli.site.pages import SiteAnswer
from goalctl.model.finding import Finding
from goalctl.model.identity import Identity
from goalctl.views.site.brief import ClientBrief, NoticeBrief, kept_brief, notices_of
from goalctl.views.site.markup import Links
from goalctl.views.site.pages import SiteLook
from goalctl.workspace.check.checking import practice_findings
from goalctl.workspace.memory.answer import Answer, day_inquiry
from goalctl.workspace.memory.digest import digest_of
from goalctl.workspace.memory.ingredients import ingredients_of
from goalctl.workspace.memory.key import key_of_pages
from goalctl.workspace.store.cores import on_every_core
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.site_folder import PageMade, SiteFolder
from goalctl.workspace.store.stray_risk import told_scan

MANY, AT_ONCE = 40, 10  # pages that are worth a second process, and that it makes at a time


def make_site(desk: Desk, place: SiteFolder, known: Mapping[str, Identity], *, for_office: bool, force: bool) -> int:
    """Every page; first those of clients, since the others say what is in them."""
    answer = _answer(desk)
    names = {client: name_words(identity) for client, identity in known.items()}
    look = SiteLook(answer.today, len(answer.briefs), for_office, desk.practice.settings.paper.value)
    clients = [] if for_office else [brief.client for brief in answer.briefs]
    every = [*look.pages, *map(page_of, clients)]
    place.begin(every, force=force)
    briefs = _clients(desk, place, look, clients, names)
    around = [] if for_office else _around(desk)
    pages = SiteAnswer(look, answer, Links(frozenset(clients), names), briefs, around).pages()
    place.put((name, text, PageMade()) for name, text in pages)
    place.end(every)
    return COULD_NOT if answer.hides_something else 0


def _answer(desk: Desk) -> Answer:
    settings = desk.memory.settings
    return desk.memory.answer(day_inquiry(settings, desk.today_in(settings.timezone)))


def _clients(
    desk: Desk, place: SiteFolder, look: SiteLook, clients: Sequence[str], names: Mapping[str, str]
) -> Mapping[str, ClientBrief]:
    """What each client's page says in brief; those whose ingredients have changed are made and written before."""
    practice = practice_at(desk.root, machine_time)
    work = ClientWork(practice, look, look.today, max(look.today, practice.today or look.today))
    orders = _orders(desk, work, clients, names)
    briefs: dict[str, ClientBrief] = {}
    stale: list[ClientOrder] = []
    for order in orders:
        made = place.fresh(order.page, order.of, (work.today, work.later))
        if made and (brief := kept_brief(made.brief)):
            briefs[order.file.client] = brief
        else:
            stale.append(order)
    _make(desk, place, work, stale)
    new = {order.file.client: kept_brief(place.pages[order.page].brief) for order in stale}
    briefs |= {client: brief for client, brief in new.items() if brief}
    return {client: briefs[client] for client in clients if client in briefs}


def _orders(desk: Desk, work: ClientWork, clients: Sequence[str], names: Mapping[str, str]) -> list[ClientOrder]:
    """A page for each client; nothing of it is made of more than what is digested here."""
    if not clients:
        return []
    found = told_scan(desk.practice)
    files = {file.client: file for file in found.files}
    made_of = ingredients_of(desk.root, files.values())
    shared = f"{key_of_pages(desk.root)} {work.look.paper} {work.is_earlier}"
    named = [(client, names.get(client, "")) for client in clients if client in files]
    return [_order(files[one], made_of.get(one, ""), shared, name, found.beside(one)) for one, name in named]


def _order(file: PlanFile, made_of: str, shared: str, name: str, beside: Iterable[tuple[str, Finding]]) -> ClientOrder:
    told = tuple(beside)
    return ClientOrder(file, _digest(made_of, shared, name, repr(told)), name, told)


def _digest(own: str, *others: str) -> str:
    """Of all parts together; nothing where the plan's own are not known."""
    return digest_of("\0".join([own, *others]).encode()).hex() if own else ""


def _make(desk: Desk, place: SiteFolder, work: ClientWork, stale: Sequence[ClientOrder]) -> None:
    """Some at a time, so that never all of them are held."""
    pages = on_every_core(partial(clients_made, work), stale, many=MANY, at_once=AT_ONCE)
    batch: list[tuple[str, str, PageMade]] = []
    for made in desk.progress(pages, total=len(stale), doing="making pages"):
        batch.append((made.page, made.text, made.made))
        if len(batch) >= AT_ONCE:
            place.put(batch)
            batch = []
    place.put(batch)


def _around(desk: Desk) -> list[NoticeBrief]:
    """What is wrong around the plans, as `check` tells it."""
    named = [*practice_findings(desk.practice), *told_scan(desk.practice).strays]
    return [notice for name, finding in named for notice in notices_of(name, [finding])]
