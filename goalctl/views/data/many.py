"""What programs read about many plans. Light: no models, so that a warm listing stays as quick in JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from goalctl.analysis.due.deadline import Deadline, in_words
from goalctl.analysis.risk.told import FOR_OTHERS, ToldRow, rows_in_need, under_follow_up
from goalctl.model.finding import Fault
from goalctl.views.data.text import VERSION

if TYPE_CHECKING:
    from goalctl.analysis.caseload.cover import Covering
    from goalctl.analysis.caseload.reason import Reason
    from goalctl.analysis.caseload.standing import Standing
    from goalctl.analysis.caseload.visit import Visit
    from goalctl.views.data.shapes import (
        CaseloadDocument,
        CountData,
        CoverData,
        DueData,
        DueDocument,
        ReasonData,
        RiskData,
        StandingData,
        TodayDocument,
        TroubleData,
    )

Faults = Iterable[tuple[str, Fault]]
OfClinicians = Iterable[tuple[ToldRow, str]]


def due_document(
    deadlines: Iterable[tuple[Deadline, str]], faults: Faults, risk: OfClinicians, *, today: date, with_words: bool,
    covers: Iterable[Covering] = (),
) -> DueDocument:  # fmt: skip
    """Each deadline with its clinician, in the order given. Without words a risk is only something to be done."""
    return {
        "goalctl": VERSION,
        "kind": "due",
        "as_of": today,
        "covers": [cover_row(cover) for cover in covers],
        "risk": risk_rows(risk) if with_words else [_for_others(row, today) for row in risk_rows(risk)],
        "errors": troubles(faults, with_words=with_words),
        "due": _due_rows(deadlines, today, with_words=with_words),
    }


def today_document(
    visits: Iterable[Visit], faults: Faults, risk: OfClinicians, *, today: date, covers: Iterable[Covering] = ()
) -> TodayDocument:
    """Who comes, in the order given."""
    from goalctl.views.words.visit import preparation_words

    return {
        "goalctl": VERSION,
        "kind": "today",
        "as_of": today,
        "covers": [cover_row(cover) for cover in covers],
        "risk": risk_rows(risk),
        "errors": troubles(faults),
        "today": [
            {
                "client": visit.client,
                "clinician": visit.clinician or None,
                "last_seen": visit.last_seen,
                "due": [due_row(one, visit.clinician, today=today) for one in sorted(visit.deadlines)],
                "prepare": preparation_words(visit, today=today),
            }
            for visit in visits
        ],
    }


def caseload_document(
    standings: Iterable[Standing],
    faults: Faults,
    risk: OfClinicians,
    *,
    today: date,
    plans: int,
    covers: Iterable[Covering] = (),
) -> CaseloadDocument:
    """The plans in the order given; unlike the table, one that a row of risk is about is here as well."""
    from goalctl.analysis.caseload.standing import ACTIVE

    return {
        "goalctl": VERSION,
        "kind": "caseload",
        "as_of": today,
        "covers": [cover_row(cover) for cover in covers],
        "plans": plans,
        "risk": risk_rows(risk),
        "errors": troubles(faults),
        "caseload": [_standing(one, is_active=one.status == ACTIVE) for one in standings],
    }


def cover_row(cover: Covering) -> CoverData:
    """Who is away, and who looks after their clients."""
    return {"clinician": cover.of, "by": cover.by, "first": cover.first, "last": cover.last}


def troubles(faults: Faults, *, with_words: bool = True) -> list[TroubleData]:
    """What is wrong with files, each with its client where there is one."""
    return [
        {
            "client": client or None,
            "where": fault.where,
            "code": fault.code,
            "message": fault.message if with_words else None,
            "hint": (fault.hint or None) if with_words else None,
        }
        for client, fault in faults
    ]


def risk_rows(risk: OfClinicians) -> list[RiskData]:
    """What needs an act first, the most urgent leading; then what is under follow-up, the nearest leading."""
    pairs = list(risk)
    whose = {row.client: clinician for row, clinician in pairs}
    rows = [row for row, _ in pairs]
    return [
        {
            "client": row.client,
            "clinician": whose[row.client] or None,
            "day": row.day,
            "needs_act": row.needs_act,
            "words": row.words,
        }
        for row in (*rows_in_need(rows), *under_follow_up(rows))
    ]


def _for_others(row: RiskData, today: date) -> RiskData:
    """Nothing of it but that something is to be done, and not since when."""
    return {**row, "day": today if row["needs_act"] else row["day"], "words": FOR_OTHERS}


def due_row(deadline: Deadline, clinician: str | None, *, today: date) -> DueData:
    """One thing that is due."""
    return _due_rows([(deadline, clinician or "")], today, with_words=True)[0]


def _due_rows(deadlines: Iterable[tuple[Deadline, str]], today: date, *, with_words: bool) -> list[DueData]:
    """What there is to say of a day is made once for all that is due on it."""
    on = cache(lambda day: ((day - today).days, in_words(day, today=today)))
    return [
        {
            "client": client,
            "clinician": clinician or None,
            "id": item or None,
            "kind": kind,
            "day": day,
            "days": on(day)[0],
            "overdue": day < today,
            "when": on(day)[1],
            "what": what if with_words else None,
        }
        for (day, client, item, kind, what, _), clinician in deadlines
    ]


def reason_rows(reasons: Iterable[Reason]) -> list[ReasonData]:
    """Why to look, in the order given."""
    return [{"kind": one.kind, "id": one.item or None, "day": one.day, "because": one.because} for one in reasons]


def _standing(one: Standing, *, is_active: bool) -> StandingData:
    return {
        "client": one.client,
        "clinician": one.clinician,
        "supervisor": one.supervisor,
        "status": one.status,
        "look": one.look if is_active or one.reasons else one.status,
        "why": one.reasons[0].because if one.reasons else None,
        "reasons": reason_rows(one.reasons),
        "goals": _counts(one),
        "last_seen": one.last_seen,
        "next": one.next,
    }


def _counts(one: Standing) -> list[CountData]:
    """By the worst word of each goal and objective, worst first."""
    worst = [states[0] for states in one.states]
    counts = {state: worst.count(state) for state in worst}
    return [{"state": state, "n": counts[state]} for state in sorted(counts, key=lambda state: state.rank)]
