"""What a check finds, as a page: what is wrong around the plans, errors, then advice, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goalctl.model.finding import Severity
from goalctl.views.listing import Column, Listing, Row
from goalctl.views.site.brief import NoticeBrief
from goalctl.views.site.markup import FIND, Links, Looks, listing_table, said, section
from goalctl.views.site.pages import FINDINGS, PageHead, SiteLook, site_page, spoken_today

_COLUMNS = (
    Column("client", "client"),
    Column("severity", "weight"),
    Column("code", "code"),
    Column("message", "what is found", keep=False),
    Column("hint", "how to mend it", keep=False),
    Column("where", "where"),
)
_BY_CODE = (
    Column("code", "code"),
    Column("severity", "weight"),
    Column("title", "what it is", keep=False),
    Column("n", "findings", right=True),
    Column("plans", "plans", right=True),
)
NOTHING = "Nothing is found."
MOST_ROWS = 5000  # our own: a browser shows and sorts so many at once


@dataclass(frozen=True, slots=True)
class SiteFindings:
    """What a check finds, each with its client, which is empty where it is about no plan; `titles` are the codes'."""

    named: Sequence[tuple[str, NoticeBrief]]
    titles: Mapping[str, str]
    waived: int = 0


def findings_page(look: SiteLook, found: SiteFindings, links: Links) -> str:
    """The page; of very many findings the errors, and how many of each code there are beside them."""
    every = sorted(found.named, key=_place)
    counts = Counter(notice.severity for _, notice in every)
    told = [f"{counts[kind]} {_plural(kind, counts[kind])}" for kind in Severity if counts[kind]]
    waived = [f"{found.waived} waived"] if found.waived else []
    below = " · ".join(map(said, [spoken_today(look.today), *told, *waived]))
    listed = every if len(every) <= MOST_ROWS else [one for one in every if one[1].severity is Severity.ERROR]
    find = FIND.format(label="Find a client, a code, a word") if listed else ""
    content = find + listing_table(findings_listing(listed), Looks(links)) if listed or not every else ""
    if len(listed) < len(every):
        content += section("Advice by code", _by_code(every, found.titles))
    return site_page(look, FINDINGS, PageHead("Findings", below=below, is_wide=True), content)


def _plural(kind: Severity, number: int) -> str:
    return kind.value if number == 1 or kind is Severity.INFO else f"{kind.value}s"


def _by_code(found: Iterable[tuple[str, NoticeBrief]], titles: Mapping[str, str]) -> str:
    """What is found most often first; where it is stands on each client's page."""
    by_code: dict[tuple[str, str], list[str]] = {}
    for client, notice in found:
        by_code.setdefault((notice.code, notice.severity.value), []).append(client)
    rows = [
        Row(
            {
                "code": code,
                "severity": kind,
                "title": titles.get(code, ""),
                "n": len(clients),
                "plans": len({*clients} - {""}),
            }
        )
        for (code, kind), clients in sorted(by_code.items(), key=lambda one: -len(one[1]))
    ]
    listing = Listing("findings", _BY_CODE, tuple(rows), NOTHING, title="Findings by code")
    return (
        listing_table(listing, Looks(Links())) + "<p class=\"more\">Each client's own stand on the client's page.</p>\n"
    )


def findings_listing(found: Sequence[tuple[str, NoticeBrief]], *, with_client: bool = True) -> Listing:
    """The findings in that order; on the client's own page without the client."""
    columns = _COLUMNS if with_client else _COLUMNS[1:]
    return Listing("findings", columns, tuple(_rows(found)), NOTHING, title="Findings")


def _rows(found: Iterable[tuple[str, NoticeBrief]]) -> Iterator[Row]:
    for client, notice in found:
        cells = {"severity": notice.severity.value, "code": notice.code, "message": notice.message}
        yield Row({"client": client, **cells, "hint": notice.hint, "where": notice.where})


def _place(one: tuple[str, NoticeBrief]) -> tuple[int, str]:
    """Errors first, then warnings; within these what is about no plan, then client by client."""
    client, notice = one
    return list(Severity).index(notice.severity), client
