"""The caseload as a page: risk that needs an act, what to mend, then who most needs a look, with each goal's course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.figures import counted, score_text
from goalctl.analysis.risk.told import FOR_OTHERS, ToldRow, rows_in_need
from goalctl.model.finding import Fault
from goalctl.views.listing import MEND, Column, Listing, Row, Tone
from goalctl.views.site.brief import ClientBrief, GoalBrief
from goalctl.views.site.markup import FIND, Links, Looks, listing_table, said
from goalctl.views.site.pages import CASELOAD, PageHead, SiteLook, site_page, spoken_today
from goalctl.views.words.no_plans import no_plans_words

_WIDTH, _HEIGHT = 80.0, 18.0


def caseload_page(look: SiteLook, listing: Listing, briefs: Mapping[str, ClientBrief], links: Links) -> str:
    """The page of the listing that `goalctl caseload` shows."""
    cells = {"goals": lambda row: _goals(briefs.get(str(row.cells["client"])), row)}
    plans = counted(look.plans, "plan")
    head = PageHead("Caseload", below=f"{said(spoken_today(look.today))} · {plans}", is_wide=True)
    find = FIND.format(label="Find a client, a clinician, a state") if listing.rows else ""
    return site_page(look, CASELOAD, head, find + listing_table(listing, Looks(links, kind_of, cells)))


def kind_of(row: Row) -> str:
    """What needs an act today, and what nobody can read; colour is for the first alone."""
    if row.cells.get("look") == MEND:
        return "mend"
    return "act" if row.cells.get("look") in {ReasonKind.RISK.value, FOR_OTHERS} and row.tone is Tone.BAD else ""


def _goals(brief: ClientBrief | None, row: Row) -> str:
    """Each active goal on a line: its course, and where it stands; without a brief the listing's own words."""
    if brief is None or not brief.goals:
        return said(str(row.cells.get("goals") or ""))
    return f'<ul class="ways">{"".join(map(_goal, brief.goals))}</ul>'


def _goal(goal: GoalBrief) -> str:
    return f'<li><span class="id">{said(goal.id)}</span>{spark(goal)}<span>{said(goal.state)}</span></li>'


def spark(goal: GoalBrief) -> str:
    """The newest scores as a line with a dotted one at the aim; an empty place where there are fewer than two."""
    if len(goal.scores) < 2:  # noqa: PLR2004 - a line has two ends
        return '<span class="spark"></span>'
    spoken = f"{goal.wording}: from {score_text(goal.scores[0])} to {score_text(goal.scores[-1])}"
    every = (*goal.scores, *([] if goal.aim is None else [goal.aim]))
    low, high = min(every), max(every)
    aim = "" if goal.aim is None else f'<path class="aim" d="M0 {_y(goal.aim, low, high)}H{_WIDTH:g}"/>'
    return (
        f'<svg class="spark" role="img" aria-label="{said(spoken)}" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" '
        f'preserveAspectRatio="none">{aim}<path d="M{_points(goal.scores, low, high)}"/></svg>'
    )


def _points(scores: Sequence[float], low: float, high: float) -> str:
    step = _WIDTH / (len(scores) - 1)
    return "L".join(f"{round(place * step, 1):g} {_y(score, low, high)}" for place, score in enumerate(scores))


def _y(score: float, low: float, high: float) -> str:
    """From the top; a flat course lies in the middle."""
    share = 0.5 if high == low else (score - low) / (high - low)
    return f"{round(1 + (1 - share) * (_HEIGHT - 2), 1):g}"


_OFFICE = (
    Column("client", "client"),
    Column("look", "to do"),
    Column("status", "status"),
    Column("last", "last seen"),
    Column("next", "next"),
    Column("clinician", "clinician"),
)


def office_caseload(
    standings: Iterable[Standing],
    risk: Iterable[ToldRow],
    faults: Iterable[tuple[str, Fault]],
    *,
    today: date,
    not_begun: int = 0,
) -> Listing:
    """Who is treated by whom, and when they were seen: first who is to be followed up today, then what to mend."""
    acts = list(dict.fromkeys(row.client for row in rows_in_need(risk)))
    known = {one.client: one for one in standings}
    rows = [_office_row(client, known.get(client), FOR_OTHERS, Tone.BAD) for client in acts]
    rows += [_office_row(client or fault.where, None, MEND, Tone.BAD) for client, fault in faults]
    rows += [_office_row(client, known[client]) for client in sorted(known) if client not in acts]
    return Listing("caseload", _OFFICE, tuple(rows), no_plans_words(not_begun, today=today))


def _office_row(client: str, one: Standing | None, look: str | None = None, tone: Tone = Tone.PLAIN) -> Row:
    if one is None:
        return Row({"client": client, "look": look}, tone)
    days = {"last": str(one.last_seen) if one.last_seen else None, "next": str(one.next) if one.next else None}
    return Row({"client": client, "look": look, "status": one.status, **days, "clinician": one.clinician}, tone)
