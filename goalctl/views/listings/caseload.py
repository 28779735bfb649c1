"""The caseload: risk that needs an act, then a line a plan, the one that most needs a look first, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.caseload.standing import ACTIVE, Standing
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.risk.told import ToldRow, follow_ups_in_words, rows_in_need
from goalctl.model.finding import Fault
from goalctl.views.covered import with_cover
from goalctl.views.listing import ACT, MEND, Cell, Column, Listing, Row, Tone
from goalctl.views.words.no_plans import no_plans_words
from goalctl.views.words.reason_tone import reason_tone

WIDE = 110
NOBODY: Mapping[str, str] = {}
COLUMNS = (
    Column("client", "client"),
    Column("look", "look at"),
    Column("why", "why", keep=False),
    Column("goals", "goals", keep=False, from_width=WIDE),
    Column("last", "last seen", from_width=70),
    Column("next", "next", from_width=WIDE),
    Column("clinician", "clinician", from_width=WIDE),
)


@dataclass(frozen=True, slots=True)
class RiskOf:
    """A row of risk with the clinician whose it is, and how the plan stands; None for one that can't be read."""

    row: ToldRow
    clinician: str
    standing: Standing | None = None


def caseload_view(
    standings: Iterable[Standing],
    faults: Sequence[tuple[str, Fault]],
    risk: Iterable[RiskOf] = (),
    *,
    today: date,
    plans: int = 0,
    not_begun: int = 0,
    by_clinician: bool = False,
    covered: Mapping[str, str] = NOBODY,
) -> Listing:
    """The plans in the order given; before them a row for every fault, so that no client is left out in silence.

    First of all stands every row of risk that needs an act, whichever plans are asked for; a plan that has one has no
    line beside. What is under follow-up is one line. `plans` is how many there are, also those not asked for,
    `not_begun` how many more are of a later day. `covered` says by client who looks after whose, where somebody does.
    """
    known = list(risk)
    leading = {one.row.client for one in known if one.row.needs_act}
    first, then = (ACT, MEND) if by_clinician else ("", "")
    rows = [*_risk_rows(known, first)]
    rows += [_fault_row(client, fault, then) for client, fault in faults]
    rows += [_row(standing, by_clinician=by_clinician) for standing in standings if standing.client not in leading]
    nothing = (
        f"No plan here is like that; there are {plans} in all." if plans else no_plans_words(not_begun, today=today)
    )
    by, rows = "clinician" if by_clinician else "", [with_cover(row, "why", covered) for row in rows]
    return Listing("caseload", COLUMNS, tuple(rows), nothing, by=by, title=f"Caseload, as of {today}")


def _risk_rows(known: Sequence[RiskOf], group: str) -> Iterator[Row]:
    """What needs an act today, each on a line of its own; then in one line what is under follow-up."""
    acts = {one.row: one for one in known if one.row.needs_act}
    yield from (_risk_row(acts[row], group) for row in rows_in_need(acts))
    if waiting := follow_ups_in_words(one.row for one in known):
        yield Row({"client": None, "look": ReasonKind.UNDER_FOLLOW_UP.value, "why": waiting}, Tone.SOON, group)


def _risk_row(one: RiskOf, group: str) -> Row:
    """The row of risk, with what is known of the plan beside it; grouped, it names the clinician itself."""
    cells: dict[str, Cell] = {"client": one.row.client}
    if one.standing:
        cells |= _row(one.standing, by_clinician=False).cells
    others = sum(reason.kind is not ReasonKind.RISK for reason in one.standing.reasons) if one.standing else 0
    more = f" (and {others} more)" if others else ""
    beside = f" [{one.clinician}]" if group and one.clinician else ""
    cells |= {
        "look": ReasonKind.RISK.value,
        "why": f"{one.row.words}{more}{beside}",
        "clinician": one.clinician or None,
    }
    return Row(cells, Tone.BAD, group)


def _row(standing: Standing, *, by_clinician: bool) -> Row:
    cells = {
        "client": standing.client,
        "look": standing.look if standing.status == ACTIVE or standing.reasons else standing.status,
        "why": _why(standing),
        "goals": _goals_in_words(standing.states),
        "last": str(standing.last_seen) if standing.last_seen else None,
        "next": str(standing.next) if standing.next else None,
        "clinician": standing.clinician,
    }
    return Row(cells, _tone(standing), (standing.clinician or "no clinician") if by_clinician else "")


def _why(standing: Standing) -> str:
    first, *others = [reason.because for reason in standing.reasons] or [""]
    return f"{first} (and {len(others)} more)" if others else first


def _tone(standing: Standing) -> Tone:
    if not standing.reasons:
        return Tone.QUIET
    return reason_tone(standing.reasons[0].kind)


def _goals_in_words(states: Iterable[Sequence[State]]) -> str:
    """How many active goals and objectives stand where, worst first: `1 off track, 2 on track`."""
    counts = Counter(worst for worst, *_ in states)
    return ", ".join(f"{counts[state]} {state.value}" for state in sorted(counts, key=lambda state: state.rank))


def _fault_row(client: str, fault: Fault, group: str) -> Row:
    why = f"{fault.where}: error {fault.code}: {fault.message}"
    return Row({"client": client, "look": MEND, "why": why}, Tone.BAD, group)
