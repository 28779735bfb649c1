"""What came of treatment, as a page: the picture of first against last scores, every measure, then by clinician."""

from __future__ import annotations

from goalctl.views.listing import MEND, Listing, Row
from goalctl.views.site.markup import Links, Looks, listing_table, said, section
from goalctl.views.site.pages import OUTCOMES, PageHead, SiteLook, site_page, spoken_today


def outcomes_page(
    look: SiteLook, by_measure: Listing, by_clinician: Listing, *, picture: str = "", links: Links
) -> str:
    """The page of what `goalctl outcomes` shows; `picture` is markup already, empty where each point would be told."""
    looks = Looks(links, lambda row: "mend" if _is_fault(row) else "")
    drawn = f'<figure class="one">\n{picture}</figure>\n' if picture else ""
    content = section("By measure", drawn + listing_table(by_measure, looks, "Outcomes by measure"))
    content += section("By clinician", listing_table(by_clinician, looks, "Outcomes by clinician"))
    below = f"{said(spoken_today(look.today))} · {said(by_measure.caption)}"
    return site_page(look, OUTCOMES, PageHead("Outcomes", below=below), content)


def _is_fault(row: Row) -> bool:
    return row.cells.get("subject") == MEND
