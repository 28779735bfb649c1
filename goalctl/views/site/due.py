"""What is due, as two pages that link each other: by week, and by clinician; risk that needs an act leads both."""

from __future__ import annotations

from goalctl.analysis.risk.told import FOR_OTHERS
from goalctl.views.listing import ACT, MEND, Listing, Row, Tone
from goalctl.views.listings.due import RISK, DueBy
from goalctl.views.site.markup import FIND, Links, Looks, listing_table, said
from goalctl.views.site.pages import DUE, DUE_BY, PageHead, SiteLook, site_page, spoken_today

_PAGES = {DueBy.WEEK: (DUE, "by week"), DueBy.CLINICIAN: (DUE_BY, "by clinician")}


def due_page(look: SiteLook, listing: Listing, by: DueBy, links: Links, *, until: str) -> str:
    """The page of the listing that `goalctl due --by` shows; `until` says how far it looks ahead."""
    name, words = _PAGES[by]
    others = "".join(
        f'<li><a href="{page}"{" aria-current=page" if page == name else ""}>{said(each)}</a></li>'
        for page, each in _PAGES.values()
    )
    inside = f'<nav class="inside" aria-label="How it is put together"><ul>{others}</ul></nav>\n'
    below = f"{said(spoken_today(look.today))} · overdue, and what comes {said(until)}"
    find = FIND.format(label="Find a client, a kind, a word") if listing.rows else ""
    content = inside + find + listing_table(listing, Looks(links, kind_of), f"Due, {words}")
    return site_page(look, name, PageHead(f"Due, {words}", below=below), content)


def kind_of(row: Row) -> str:
    """A row of risk that needs an act, or of a file to mend."""
    if row.cells.get("when") == MEND:
        return "mend"
    is_risk = row.cells.get("kind") in {RISK, FOR_OTHERS} and row.cells.get("when") == ACT
    return "act" if is_risk and row.tone is Tone.BAD else ""
