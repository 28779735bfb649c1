"""The pages of clients: each made of one plan, on every core where many have to be made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.model.finding import Finding, fields_in
from goalctl.model.plan import Plan
from goalctl.views.site.brief import ClientBrief, NoticeBrief, brief_of, brief_text, notices_of
from goalctl.views.site.client import ClientSheet, client_body, client_page, holds_words
from goalctl.views.site.pages import SiteLook
from goalctl.views.site.unread import unread_page
from goalctl.workspace.check.checking import Checking
from goalctl.workspace.check.choice import Chosen
from goalctl.workspace.memory.facts import case_on
from goalctl.workspace.memory.lasting import LastingDay
from goalctl.workspace.store.caseload import CasePlan, case_plan, risk_of
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.site_folder import CLIENTS, PageMade


@dataclass(frozen=True, slots=True)
class ClientOrder:
    """One page to make: of which file, of which ingredients, with which name, and what is told beside the file."""

    file: PlanFile
    of: str
    name: str = ""
    beside: tuple[tuple[str, Finding], ...] = ()

    @property
    def page(self) -> str:
        """What the page is called."""
        return page_of(self.file.client)


@dataclass(frozen=True, slots=True)
class ClientMade:
    """A page that was made, with what it is kept by."""

    page: str
    text: str
    made: PageMade


@dataclass(frozen=True, slots=True)
class ClientWork:
    """What all pages are made with; `later` is the day it really is, where that is later."""

    practice: Practice
    look: SiteLook
    today: date
    later: date

    @property
    def is_earlier(self) -> bool:
        """Whether things are seen from an earlier day than the one it is."""
        return self.today < self.later


def page_of(client: str) -> str:
    """What the client's page is called."""
    return f"{CLIENTS}/{client}.html"


def clients_made(work: ClientWork, orders: Sequence[ClientOrder]) -> list[ClientMade]:
    """The pages, whatever is in the files."""
    return [_made(work, order, case_plan(work.practice, order.file)) for order in orders]


def _made(work: ClientWork, order: ClientOrder, read: CasePlan) -> ClientMade:
    return _unread(work, order, read) if read.plan is None else _read(work, order, read, read.plan)


def _unread(work: ClientWork, order: ClientOrder, read: CasePlan) -> ClientMade:
    """Of no ingredients: it is made every time."""
    risk = risk_of(work.practice, read, today=work.today)
    checked = next(Checking(work.practice, Chosen(), work.today).checked([order.file]))
    notices = tuple(notices_of(read.file.name, checked.findings))
    named = (*order.beside, *((read.file.name, finding) for finding in checked.findings))
    page = unread_page(work.look, order.page, read.file.client, named, risk)
    return ClientMade(order.page, page, PageMade(brief=brief_text(ClientBrief(notices=notices))))


def _read(work: ClientWork, order: ClientOrder, read: CasePlan, plan: Plan) -> ClientMade:
    """On days that note until when the page says the same; its last line says it."""
    today = LastingDay(work.today)
    later = LastingDay(work.later, floor=today) if work.is_earlier else today
    case = case_on(work.practice, plan, today, later)
    checked = Checking(work.practice, Chosen(), today).checked_as(read, case)
    notices: tuple[NoticeBrief, ...] = tuple(notices_of(read.file.name, checked.findings))
    beside = [notice for name, finding in order.beside for notice in notices_of(name, [finding])]
    sheet = ClientSheet(case, fields_in(read.document.data), (*beside, *notices), order.name)
    brief, body = brief_text(brief_of(case, notices, len(checked.waived))), client_body(sheet)
    page = client_page(work.look, sheet, order.page, body, holds_words(*today.span.days))
    return ClientMade(order.page, page, PageMade(order.of, (today.span.days, later.span.days), brief))
