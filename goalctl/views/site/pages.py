"""Which pages a site has, and what stands on each: the way to the others, its heading, and what it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goalctl.views.frame import Frame, framed
from goalctl.views.site.markup import said
from goalctl.views.site.script import SCRIPT
from goalctl.views.site.style import SITE_STYLE
from goalctl.views.words.rhythm import spoken_day

DAY, CASELOAD, DUE, DUE_BY, OUTCOMES, FINDINGS = (
    "index.html", "caseload.html", "due.html", "due-by-clinician.html", "outcomes.html", "findings.html",
)  # fmt: skip
_TITLES = {DAY: "Day", CASELOAD: "Caseload", DUE: "Due", OUTCOMES: "Outcomes", FINDINGS: "Findings"}
_UNDER = {DUE_BY: DUE}
NOT_THE_RECORD = "Made by goalctl to look at; the plans are the record."


@dataclass(frozen=True, slots=True)
class SiteLook:
    """What all pages of a site share: their day, how many plans there are, for whom they are, and their paper."""

    today: date
    plans: int = 0
    for_office: bool = False
    paper: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages beside those of clients; what came of treatment and what a check finds is for those who treat."""
        return (DAY, CASELOAD, DUE, DUE_BY, *(() if self.for_office else (OUTCOMES, FINDINGS)))


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page is called: in the browser and on paper, and above its content, with a line below, which is markup.

    One that is wide lies across on paper.
    """

    title: str
    heading: str = ""
    below: str = ""
    kind: str = "site"
    foot: str = ""
    is_wide: bool = False


def site_page(look: SiteLook, name: str, head: PageHead, content: str) -> str:
    """The page of that name, which says where it lies; a client's page stands one folder deeper."""
    up = "../" if "/" in name else ""
    below = f"<p>{head.below}</p>\n" if head.below else ""
    whole = (
        f'<a class="skip" href="#main">To the content</a>\n{_pages(look, name, up)}'
        f'<header class="masthead">\n<h1>{said(head.heading or head.title)}</h1>\n{below}</header>\n'
        f'<main id="main" tabindex="-1">\n{content}</main>\n'
        f'<footer class="page-foot">{said(head.foot)} {NOT_THE_RECORD}</footer>\n'
    )
    script = SCRIPT if "data-sorted" in content else ""
    mark = "For the office" if look.for_office else "Confidential"
    paper = f"{look.paper} landscape".strip() if head.is_wide else look.paper
    return framed(Frame(head.title, head.kind, paper, mark, SITE_STYLE, script), whole)


def _pages(look: SiteLook, name: str, up: str) -> str:
    here = _UNDER.get(name, name)
    items = "".join(
        f'<li><a href="{up}{page}"{_current(page, name, here)}>{_TITLES[page]}</a></li>'
        for page in look.pages
        if page in _TITLES
    )
    return f'<nav class="pages" aria-label="Pages"><ul>{items}</ul></nav>\n'


def _current(page: str, name: str, here: str) -> str:
    if page != here:
        return ""
    return ' aria-current="page"' if page == name else ' aria-current="true"'


def spoken_today(day: date) -> str:
    """`Monday 15 June 2026`."""
    return f"{day:%A} {spoken_day(day)}"
