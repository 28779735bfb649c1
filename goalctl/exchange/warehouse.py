"""Plans as tables for databases: what the cases say, a row for each thing, with the type of every column.

Nothing is worked out here: each cell is what a listing or a document would say of the same case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from goalctl.analysis.case import Case
from goalctl.model.ids import goal_id_of

Cell: TypeAlias = str | int | float | bool | date | tuple[float, float] | None
Cells: TypeAlias = dict[str, Cell]

TABLES: Mapping[str, Mapping[str, type]] = {
    "plans": {
        "client": str, "clinician": str, "supervisor": str, "status": str, "opened": date, "ended": date,
        "unplanned": bool, "attended": int, "missed": int, "cancelled": int, "last_seen": date, "next": date,
    },
    "goals": {
        "client": str, "id": str, "goal": str, "wording": str, "status": str, "opened": date, "deadline": date,
        "measure": str, "baseline": float, "target": float, "of": str, "target_band": tuple,
    },
    "scores": {"client": str, "id": str, "rater": str, "day": date, "score": float, "measure": str, "source": str,
        "entry": str,
    },
    "items": {"client": str, "form": str, "respondent": str, "day": date, "part": str, "score": float,
        "entry": str,
    },
    "due": {
        "client": str, "clinician": str, "id": str, "kind": str, "day": date, "as_of": date, "overdue": bool,
        "what": str,
    },
    "states": {
        "client": str, "id": str, "rater": str, "state": str, "rule": str, "n": int, "tentative": bool, "because": str,
    },
    "outcomes": {
        "client": str, "clinician": str, "ended": date, "measure": str, "name": str, "first_day": date, "first": float,
        "last_day": date, "last": float, "change": float, "outcome": str, "replanned": bool,
    },
}  # fmt: skip
"""The columns of each table with what stands in them; a cell without anything is null."""


def rows_of(name: str, case: Case) -> Iterator[Cells]:
    """What one case adds to that table."""
    return _ROWS[name](case)


def _plans(case: Case) -> Iterator[Cells]:
    plan, told = case.plan, case.treatment()
    yield {
        "client": plan.client, "clinician": case.clinician, "supervisor": plan.supervisor, "status": plan.status.value,
        "opened": plan.opened, "ended": told.ended, "unplanned": told.unplanned, "attended": told.attended,
        "missed": told.missed, "cancelled": told.cancelled,
        "last_seen": plan.last_seen.date if plan.last_seen else None, "next": case.next_appointment,
    }  # fmt: skip


def _goals(case: Case) -> Iterator[Cells]:
    for item in case.plan.scorables.values():
        measure = item.measure
        yield {
            "client": case.plan.client, "id": item.id, "wording": item.wording, "status": item.status.value,
            "goal": goal_id_of(item.id),
            "opened": item.opened, "deadline": item.deadline, "measure": str(measure.by) if measure else None,
            "baseline": measure.baseline if measure else None, "target": measure.target if measure else None,
            "of": measure.of if measure else None,
            "target_band": (measure.band.low, measure.band.high) if measure and measure.band else None,
        }  # fmt: skip


def _scores(case: Case) -> Iterator[Cells]:
    for one in case.scores:
        if not one.part:
            yield {
                "client": one.client, "id": one.item, "rater": one.rater, "day": one.day, "score": one.score,
                "measure": one.measure, "source": one.source.value, "entry": one.entry or None,
            }  # fmt: skip


def _items(case: Case) -> Iterator[Cells]:
    for one in case.scores:
        if one.part:
            yield {
                "client": one.client, "form": one.item, "respondent": one.rater, "day": one.day, "part": one.part,
                "score": one.score, "entry": one.entry or None,
            }  # fmt: skip


def _due(case: Case) -> Iterator[Cells]:
    for one in case.deadlines:
        yield {
            "client": one.client, "clinician": case.clinician, "id": one.item or None, "kind": one.kind.value,
            "day": one.day, "as_of": case.today, "overdue": one.is_overdue(today=case.today), "what": one.what,
        }  # fmt: skip


def _states(case: Case) -> Iterator[Cells]:
    for one in case.states:
        yield {
            "client": case.plan.client, "id": one.item, "rater": one.rater, "state": one.state.value, "rule": one.rule,
            "n": one.n, "tentative": one.tentative, "because": one.because,
        }  # fmt: skip


def _outcomes(case: Case) -> Iterator[Cells]:
    told = case.treatment()
    for one in told.measured:
        yield {
            "client": told.client, "clinician": told.clinician, "ended": told.ended, "measure": one.measure,
            "name": one.name, "first_day": one.first.day if one.first else None,
            "first": one.first.value if one.first else None, "last_day": one.last.day if one.last else None,
            "last": one.last.value if one.last else None, "change": one.change,
            "outcome": one.outcome.value if one.outcome else None, "replanned": one.replanned,
        }  # fmt: skip


_ROWS: Mapping[str, Callable[[Case], Iterator[Cells]]] = {
    "plans": _plans,
    "goals": _goals,
    "scores": _scores,
    "items": _items,
    "due": _due,
    "states": _states,
    "outcomes": _outcomes,
}
