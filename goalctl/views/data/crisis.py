"""What programs read about a client who calls in a crisis; never the names, which no pipe or file gets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from goalctl.analysis.risk.crisis import CrisisPicture
from goalctl.analysis.risk.row_words import told_rows
from goalctl.analysis.risk.safety_plan import SafetyPlanFound
from goalctl.model.plan import Lifecycle
from goalctl.model.session import Session
from goalctl.views.data.many import Faults, risk_rows, troubles
from goalctl.views.data.text import VERSION
from goalctl.views.words.about import safety_plan_words
from goalctl.views.words.contact import whole_record_words
from goalctl.views.words.risk import lines_beside

if TYPE_CHECKING:
    from goalctl.views.data.shapes import RiskData
    from goalctl.views.data.shapes_crisis import CrisisDocument, RecordData, SafetyPlanData


def crisis_document(picture: CrisisPicture, faults: Faults, *, today: date) -> CrisisDocument:
    """All that the screen for a call tells, of a plan that can't be read as well, and nothing of it cut."""
    return {
        "goalctl": VERSION,
        "kind": "crisis",
        "as_of": today,
        "client": picture.client,
        "broken": picture.is_broken,
        "status": None if picture.is_broken else Lifecycle(picture.status or Lifecycle.ACTIVE),
        "clinician": picture.clinician or None,
        "supervisor": picture.supervisor or None,
        "members": list(picture.members),
        "risk": _risk(picture, today),
        "errors": troubles(faults),
        "beside": [line.text for line in lines_beside(picture.risk, quiet=True)],
        "last_record": _record(picture.risk.last_record),
        "safety_plans": list(_safety_plans(picture)),
        "next": picture.next_appointment,
    }


def _risk(picture: CrisisPicture, today: date) -> list[RiskData]:
    rows = told_rows(picture.risk, picture.client, today=today)
    return risk_rows((row, picture.clinician) for row in rows)


def _record(entry: Session | None) -> RecordData | None:
    if entry is None or entry.risk is None:
        return None
    said = entry.risk
    return {
        "id": entry.id,
        "day": entry.date,
        "by": entry.by,
        "who": said.who,
        "concern": said.concern,
        "asked_because": said.asked_because,
        "ideation": said.ideation,
        "recent": said.recent,
        "plan": said.plan,
        "intent": said.intent,
        "means": said.means,
        "behaviour": said.behaviour,
        "harm_to_others": said.harm_to_others,
        "protective": list(said.protective),
        "level": said.level,
        "done": list(said.done),
        "consulted": said.consulted,
        "follow_up": said.follow_up,
        "says": whole_record_words(said),
    }


def _safety_plans(picture: CrisisPicture) -> Iterator[SafetyPlanData]:
    return map(_safety_plan, picture.safety_plans)


def _safety_plan(found: SafetyPlanFound) -> SafetyPlanData:
    return {
        "who": found.person,
        "on": found.on,
        "looked_at": found.looked_at,
        "entry": found.entry or None,
        "where": found.where or None,
        "earlier": found.is_earlier,
        "says": safety_plan_words(found),
        "steps": [{"step": step.name, "text": step.text or None} for step in found.steps],
    }
