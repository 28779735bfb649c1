"""The day as the first page: what needs an act, what to mend, who comes, whom to look at, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goalctl.analysis.due.deadline import Deadline, in_words
from goalctl.analysis.figures import counted
from goalctl.analysis.risk.told import FOR_OTHERS, ToldRow, follow_ups_in_words, rows_in_need, under_follow_up
from goalctl.model.finding import Fault
from goalctl.views.listing import MEND
from goalctl.views.screens.day import ATTENTION, NEXT, OVERDUE, RUNS_OUT, SIGN, Day, deadlines_in, quiet_lines
from goalctl.views.site.markup import Links, lines, said, said_with_days, section
from goalctl.views.site.pages import CASELOAD, DAY, DUE, FINDINGS, PageHead, SiteLook, site_page, spoken_today
from goalctl.views.words.visit import WHO_COMES, preparation_words

MOST_ROWS = 10
_PARTS = {OVERDUE: "Overdue", NEXT: "Today and tomorrow", SIGN: "To sign", RUNS_OUT: "Runs out"}


def day_page(look: SiteLook, day: Day, faults: Sequence[tuple[str, Fault]], links: Links) -> str:
    """The page of what `goalctl` alone shows; for the office without what is clinical. Faults come with clients."""
    content = act_box(day.risk, links, for_office=look.for_office)
    content += section(MEND.capitalize(), _faults(look, faults, links))
    content += section(WHO_COMES.capitalize(), _visits(look, day, links))
    content += section(ATTENTION.capitalize(), "" if look.for_office else _reasons(day, links))
    for part, heading in _PARTS.items():
        content += section(heading, _deadlines(look, day, deadlines_in(day, part), links))
    if not content:
        content = lines(quiet_lines(day))
    head = PageHead(f"Day, {day.today}", spoken_today(day.today), said(counted(day.plans, "plan")))
    return site_page(look, DAY, head, content)


def act_box(rows: Sequence[ToldRow], links: Links, *, for_office: bool = False) -> str:
    """Every row of risk that needs an act today, the most urgent first, and a line for what is under follow-up."""
    needed, later = rows_in_need(rows), under_follow_up(rows)
    waiting = follow_ups_in_words(later)
    if for_office:  # which does not read how many concerns a client has
        needed = list({row.client: row._replace(words=FOR_OTHERS) for row in needed}.values())
        waiting = f"{FOR_OTHERS}, next on {later[0].day}" if later else ""
    quiet = f'<p class="waiting">{said(waiting)}</p>\n' if waiting else ""
    if not needed:
        return quiet
    items = "".join(f"<li>{links.to(row.client)} {said(row.words)}</li>\n" for row in needed)
    return (
        f'<section class="acts" aria-labelledby="act-today">\n<h2 id="act-today">Act today</h2>\n'
        f"<ul>\n{items}</ul>\n{quiet}</section>\n"
    )


def _faults(look: SiteLook, faults: Sequence[tuple[str, Fault]], links: Links) -> str:
    """Each with its client where it has one; of the office's only where, since it can mend nothing."""
    rows = [
        (links.to(client) if client else "settings and strays",
         said(one.where), "" if look.for_office else f"{one.code}: {said(one.message)}")
        for client, one in faults
    ]  # fmt: skip
    return _rows(("client", "where", "what is wrong"), rows, "" if look.for_office else FINDINGS)


def _visits(look: SiteLook, day: Day, links: Links) -> str:
    """All of them, whoever they are."""
    rows = [
        (links.to(one.client), "" if look.for_office else said(preparation_words(one, today=day.today)))
        for one in day.visits
    ]
    return _rows(("client", "to have in mind"), rows, "", most=len(rows))


def _reasons(day: Day, links: Links) -> str:
    rows = []
    for one in day.reasons:
        more = f" (and {one.more} more)" if one.more else ""
        rows.append(
            (links.to(one.client), f"<strong>{said(one.kind)}</strong>", said_with_days(f"{one.because}{more}"))
        )
    return _rows(("client", "look at", "why"), rows, CASELOAD)


def _deadlines(look: SiteLook, day: Day, deadlines: Iterable[Deadline], links: Links) -> str:
    rows = []
    for due in deadlines:
        what = "" if look.for_office else f"{due.item} {due.what}".strip()
        when = in_words(due.day, today=day.today)
        rows.append((links.to(due.client), str(due.day), when, said(due.kind.value), said(what)))
    return _rows(("client", "day", "when", "kind", "what"), rows, DUE)


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]], page: str, *, most: int = MOST_ROWS) -> str:
    """A table of markup, of many rows the first and how many more stand on that page; empty columns are left out."""
    if not rows:
        return ""
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    top = "".join(f'<th scope="col" role="columnheader">{heads[place]}</th>' for place in kept)
    body = "".join(_row([(heads[place], row[place]) for place in kept]) for row in rows[:most])
    link = f' <a href="{page}">All of them</a>' if page else ""
    more = f'<p class="more">and {len(rows) - most} more.{link}</p>\n' if len(rows) > most else ""
    head = f'<thead role="rowgroup"><tr role="row">{top}</tr></thead>'
    return f'<table role="table" class="aligned">\n{head}\n<tbody role="rowgroup">\n{body}</tbody>\n</table>\n{more}'


def _row(cells: Sequence[tuple[str, str]]) -> str:
    (_, first), *others = cells
    rest = "".join(f'<td role="cell" data-head="{head}"{_class(head)}>{text}</td>' for head, text in others)
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{rest}</tr>\n'


def _class(head: str) -> str:
    return ' class="short"' if head in {"day", "when", "kind", "look at", "where"} else ""
