"""The six-digit digests of 0.1.0, frozen: records signed then are checked by the algorithm of their day.

Nothing here may change but to keep these digests what they were; new ones are made in `digest.py`. It knows which
fields the records had and how each value was written, whatever both are called today. What a record has besides, in
words that came later, counts as a change of what was signed, as it did then.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from goalctl.model.answers import Answers
from goalctl.model.care import Diagnosis, Service
from goalctl.model.goal import Goal, Intervention, Problem, Status
from goalctl.model.measure import Measure, Weight
from goalctl.model.plan import Plan
from goalctl.model.session import Homework, Risk, Session, Void
from goalctl.model.types import Record

_LENGTH = 6
_RENAMED = {"target_": "target", "problems": "problem"}
_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Session: (
        "id", "date", "time", "minutes", "by", "kind", "place", "present", "group", "cpt", "scores", "forms", "risk",
        "worked_on", "used", "response", "note", "note_file", "homework", "homework_done", "next", "written", "void",
    ),
    Risk: (
        "asked_because", "ideation", "plan", "intent", "means", "behaviour", "harm_to_others", "protective", "level",
        "done", "consulted", "follow_up", "note",
    ),
    Homework: ("id", "for_", "task", "due"),
    Void: ("on", "by", "because"),
    Problem: ("id", "problem", "evidence"),
    Diagnosis: ("code", "name", "on", "by"),
    Service: ("type", "minutes", "every", "for_", "cpt", "place", "by"),
    Measure: (
        "by", "of", "per", "unit", "scale", "anchors", "levels", "baseline", "target_", "since", "keep", "better",
        "hold", "weight",
    ),
    Weight: ("importance", "difficulty"),
    Intervention: ("id", "what", "who", "every", "for_", "minutes"),
}  # fmt: skip
_NEVER_SIGNED = {"signed", "amended"}


def first_agreement_digest(plan: Plan) -> str:
    """Of problems, diagnoses, services, and active goals with their active objectives and interventions."""
    active = [goal for goal in plan.goals if goal.status is Status.ACTIVE]
    return _digest([plan.problems, plan.diagnoses, plan.services, [_agreed_goal(goal) for goal in active]])


def _agreed_goal(goal: Goal) -> list[object]:
    objectives = [
        [step.id, step.objective, step.measurable, step.deadline, step.interventions] for step in goal.active_objectives
    ]
    return [goal.id, goal.goal, goal.smart.specific, goal.measure, goal.deadline, objectives]


def first_session_digest(session: Session) -> str:
    """Of an entry as it reads with its amendments, without its signatures."""
    content = _fields(session.current)
    return _digest({name: value for name, value in content.items() if name not in _NEVER_SIGNED})


def _fields(record: Record) -> dict[str, object]:
    known = _FIELDS[type(record)]
    later = [name for name in type(record).model_fields if name in record.model_fields_set and name not in known]
    return {_RENAMED.get(name, name): getattr(record, name) for name in (*known, *later)}


def _plain(value: object) -> object:
    """As 0.1.0 put it: what is absent or empty is left out of a mapping, every scalar is its text."""
    if isinstance(value, Record):
        value = _fields(value)
    if isinstance(value, Answers):
        return f"Answers(by_position={value.by_position}, by_item={value.by_item}, total={value.total})"
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items() if item not in (None, (), {})}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool) else str(value)


def _digest(content: object) -> str:
    text = json.dumps(_plain(content), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
