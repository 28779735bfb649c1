"""The short digest of what a client agrees to, so that a later change of it can be seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Plan, active_objectives
from goalctl.model.session import Session
from goalctl.model.types import Record

DIGEST_LENGTH = 6


def agreement_digest(plan: Plan) -> str:
    """The digest of problems, diagnoses, services, and active goals with their active objectives and interventions.

    Six hexadecimal digits. Scores, notes, drafts and who explored what do not change it.
    """
    active = [goal for goal in plan.goals if goal.status is Status.ACTIVE]
    return _digest([plan.problems, plan.diagnoses, plan.services, [_agreed_goal(goal) for goal in active]])


def _agreed_goal(goal: Goal) -> list[object]:
    objectives = [
        [step.id, step.objective, step.measurable, step.deadline, step.interventions]
        for step in active_objectives(goal)
    ]
    return [goal.id, goal.goal, goal.smart.specific, goal.measure, goal.deadline, objectives]


def session_digest(session: Session) -> str:
    """The digest of an entry as it reads with its amendments, without its signatures; six hexadecimal digits."""
    current = session.current
    content = {name: getattr(current, name) for name in type(session).model_fields}
    return _digest({name: value for name, value in content.items() if name not in {"signed", "amended"}})


def _plain(value: object) -> object:
    """The value as JSON knows it; what is absent or empty is left out, so that a new optional key changes no digest."""
    if isinstance(value, Record):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items() if item not in (None, (), {})}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool) else str(value)


def _digest(content: object) -> str:
    text = json.dumps(_plain(content), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]
