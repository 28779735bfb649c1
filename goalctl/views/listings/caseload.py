"""The caseload: risk that needs an act, then a line a plan, the one that most needs a look first, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.triage import Concern, ConcernKind
from goalctl.analysis.progress.state import ProgressState
from goalctl.analysis.risk.told import ToldRow, follow_ups_in_words, in_need
from goalctl.model.finding import Fault
from goalctl.model.plan import Lifecycle
from goalctl.views.listings.listing import Cell, Column, Listing, Row, Tone

WIDE = 110
COLUMNS = (
    Column("client", "client"),
    Column("look", "look at"),
    Column("why", "why", keep=False),
    Column("goals", "goals", keep=False, from_width=WIDE),
    Column("last", "last seen", from_width=70),
    Column("next", "next", from_width=WIDE),
    Column("clinician", "clinician", from_width=WIDE),
)
QUIET = "nothing to look at"
_TONES = {
    ConcernKind.OFF_TRACK: Tone.LATE,
    ConcernKind.OVERDUE: Tone.LATE,
    ConcernKind.STALE: Tone.SOON,
    ConcernKind.AT_RISK: Tone.SOON,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows from one plan on a day, without the plan; `concerns` are most urgent first.

    `last_seen` is the day on which the client was seen last, `next` the next appointment.
    """

    client: str
    status: Lifecycle
    clinician: str | None
    supervisor: str | None
    concerns: tuple[Concern, ...]
    states: tuple[ProgressState, ...]
    last_seen: date | None
    next: date | None

    @classmethod
    def of(cls, case: Case) -> Standing:
        """How this plan stands; only of an active one are its goals told."""
        plan, seen = case.plan, case.plan.last_seen
        states = case.states if plan.status is Lifecycle.ACTIVE else ()
        last, following = seen.date if seen else None, case.next_appointment
        return cls(plan.client, plan.status, case.clinician, plan.supervisor, case.concerns, states, last, following)

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Sorts the plan that most needs a look first; discharged plans without a reason come last."""
        if not self.concerns:
            return len(ConcernKind) + (self.status is Lifecycle.DISCHARGED), 0, date.max, self.client
        rank, height, day, _ = self.concerns[0].urgency
        return rank, height, day, self.client

    @property
    def look(self) -> str:
        """The word for the most urgent reason."""
        return self.concerns[0].kind.value if self.concerns else QUIET


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
    by_clinician: bool = False,
) -> Listing:
    """The plans in the order given; before them a row for every fault, so that no client is left out in silence.

    First of all stands every row of risk that needs an act, whichever plans are asked for; a plan that has one has no
    line beside. What is under follow-up is one line.
    """
    known = list(risk)
    acts = {one.row: one for one in known if one.row.needs_act}
    leading = {one.row.client for one in acts.values()}
    rows = [_risk_row(acts[row], "act today" if by_clinician else "") for row in in_need(acts)]
    if waiting := follow_ups_in_words(one.row for one in known):
        cells = {"client": None, "look": ConcernKind.UNDER_FOLLOW_UP.value, "why": waiting}
        rows.append(Row(cells, Tone.SOON, "act today" if by_clinician else ""))
    rows += [_fault_row(client, fault, "mend first" if by_clinician else "") for client, fault in faults]
    rows += [_row(standing, by_clinician=by_clinician) for standing in standings if standing.client not in leading]
    nothing = "There are no plans here yet; goalctl add-client makes one."
    by = "clinician" if by_clinician else ""
    return Listing("caseload", COLUMNS, tuple(rows), nothing, by=by, title=f"Caseload, as of {today}")


def _risk_row(one: RiskOf, group: str) -> Row:
    """The row of risk, with what is known of the plan beside it; grouped, it names the clinician itself."""
    cells: dict[str, Cell] = {"client": one.row.client}
    if one.standing:
        cells |= _row(one.standing, by_clinician=False).cells
    others = sum(concern.kind is not ConcernKind.RISK for concern in one.standing.concerns) if one.standing else 0
    more = f" (and {others} more)" if others else ""
    beside = f" [{one.clinician}]" if group and one.clinician else ""
    cells |= {
        "look": ConcernKind.RISK.value,
        "why": f"{one.row.words}{more}{beside}",
        "clinician": one.clinician or None,
    }
    return Row(cells, Tone.BAD, group)


def _row(standing: Standing, *, by_clinician: bool) -> Row:
    cells = {
        "client": standing.client,
        "look": standing.look if standing.status is Lifecycle.ACTIVE or standing.concerns else standing.status.value,
        "why": _why(standing),
        "goals": goals_in_words(standing.states),
        "last": str(standing.last_seen) if standing.last_seen else None,
        "next": str(standing.next) if standing.next else None,
        "clinician": standing.clinician,
    }
    return Row(cells, _tone(standing), (standing.clinician or "no clinician") if by_clinician else "")


def _why(standing: Standing) -> str:
    first, *others = [concern.because for concern in standing.concerns] or [""]
    return f"{first} (and {len(others)} more)" if others else first


def _tone(standing: Standing) -> Tone:
    if not standing.concerns:
        return Tone.QUIET
    kind = standing.concerns[0].kind
    return Tone.BAD if kind.rank < ConcernKind.OFF_TRACK.rank else _TONES.get(kind, Tone.PLAIN)


def goals_in_words(states: Iterable[ProgressState]) -> str:
    """How many active goals and objectives stand where, worst first: `1 off track, 2 on track`."""
    counts = Counter(progress.state for progress in states)
    return ", ".join(f"{counts[state]} {state.value}" for state in sorted(counts, key=lambda state: state.rank))


def _fault_row(client: str, fault: Fault, group: str) -> Row:
    why = f"{fault.where}: error {fault.code}: {fault.message}"
    return Row({"client": client, "look": "mend first", "why": why}, Tone.BAD, group)
